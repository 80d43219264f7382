import { expect, test } from 'vitest';
import { translationsOf } from '#data/queries/translations.ts';
import { seeded } from '../operations/seed.ts';

test('translations of a document, and what it is a translation of; no other link and none refused', () => {
  const one = seeded();
  one.addText('d3', 'Alpha steht in Beta.');
  one.addText('d4', 'Alpha est dans Beta.');
  const link = (input: object) => one.do('documentLink.add', input);
  link({ id: 'l1', type: 'translation-of', from: 'd2', to: 'd1' });
  link({ id: 'l2', type: 'translation-of', from: 'd3', to: 'd2' });
  link({ id: 'l3', type: 'copy-of', from: 'd2', to: 'd4' });
  link({ id: 'l4', type: 'translation-of', from: 'd4', to: 'd1', state: 'refused' });
  const found = (document: string) =>
    translationsOf(one.state, document).map((one) => [one.link.id, one.other, one.isOriginal]);
  expect(found('d2')).toEqual([
    ['l1', 'd1', false],
    ['l2', 'd3', true],
  ]);
  expect(found('d1')).toEqual([['l1', 'd2', true]]);
  expect(found('d4')).toEqual([]);
});
