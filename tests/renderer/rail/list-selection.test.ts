import { describe, expect, test } from 'vitest';
import { ListSelection } from '../../../renderer/rail/list-selection.svelte.ts';
import { removals } from '../../../renderer/rail/bulk-actions.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (picks: ListSelection) => [...picks.ids].toSorted();

describe('picking lines of a list', () => {
  test('one, one more, one less', () => {
    const picks = new ListSelection();
    picks.only('b');
    picks.toggle('d');
    expect(ids(picks)).toEqual(['b', 'd']);
    picks.toggle('b');
    expect(ids(picks)).toEqual(['d']);
    picks.only('a');
    expect(ids(picks)).toEqual(['a']);
  });

  test('a range, which turns around its beginning', () => {
    const picks = new ListSelection();
    picks.only('c');
    picks.through('e', order);
    expect(ids(picks)).toEqual(['c', 'd', 'e']);
    picks.through('a', order);
    expect(ids(picks)).toEqual(['a', 'b', 'c']);
  });

  test('a range by keys begins where the keys were', () => {
    const picks = new ListSelection();
    picks.through('c', order, 'b');
    expect(ids(picks)).toEqual(['b', 'c']);
    picks.through('d', order, 'c');
    expect(ids(picks)).toEqual(['b', 'c', 'd']);
  });

  test('a range whose beginning left the list begins anew', () => {
    const picks = new ListSelection();
    picks.only('a');
    picks.through('d', ['c', 'd', 'e'], 'c');
    expect(ids(picks)).toEqual(['c', 'd']);
  });

  test('all and none', () => {
    const picks = new ListSelection();
    picks.all(order);
    expect(ids(picks)).toEqual(order);
    picks.clear();
    expect(ids(picks)).toEqual([]);
  });

  test('is what another view says where it is shared', () => {
    let shared: ReadonlySet<string> = new Set(['x']);
    let pointed: string | undefined;
    const picks = new ListSelection({
      get: () => shared,
      set: (now, last) => ((shared = now), (pointed = last)),
    });
    picks.toggle('a');
    expect([...shared]).toEqual(['x', 'a']);
    expect(pointed).toBe('a');
    shared = new Set();
    expect(picks.ids.size).toBe(0);
  });
});

test('tags go from the leaves upwards, actors with what names them', () => {
  expect(
    removals('tag', ['parent', 'child']).map(({ input }) => (input as { id: string }).id),
  ).toEqual(['child', 'parent']);
  expect(removals('entity', ['a'])).toEqual([
    { op: 'entity.remove', input: { id: 'a', cascade: true } },
  ]);
});
