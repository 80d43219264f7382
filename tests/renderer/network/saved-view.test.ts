import { expect, test } from 'vitest';
import { openFilter } from '../../../renderer/network/graph/filter.ts';
import { readView, writeView } from '../../../renderer/network/saved-view.ts';

test('a view comes back as it was saved, without what belongs to the moment', () => {
  const view = {
    look: { zoom: 0.5, centre: { x: 10, y: -4 } },
    filter: {
      ...openFilter,
      types: new Set(['person']),
      relations: new Set(['member']),
      statuses: new Set(['denied'] as const),
      linkedOnly: true,
      text: 'xi',
      focus: { kind: 'between', from: 'a', to: 'b' } as const,
    },
    sizeBy: 'links' as const,
    areas: true,
    legend: false,
  };
  const back = readView(JSON.parse(JSON.stringify(writeView(view))) as never);
  expect(back).toEqual({ ...view, filter: { ...view.filter, text: '', focus: null } });
});

test('what is missing or strange starts as new', () => {
  const fresh = readView(undefined);
  expect(fresh).toEqual({
    look: null,
    filter: openFilter,
    sizeBy: 'mentions',
    areas: false,
    legend: null,
  });
  expect(
    readView({ types: 5, statuses: ['made up'], sizeBy: 'colour', areas: 1, legend: 'yes' }),
  ).toEqual(fresh);
});
