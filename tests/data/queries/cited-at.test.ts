import { expect, test } from 'vitest';
import { citedAt } from '#data/queries/cited-at.ts';

const pages = [
  { start: 0, end: 10, number: 'xii' },
  { start: 10, end: 20, number: '1' },
];
const cues = [
  { start: 0, end: 8, from: 1000, to: 2000 },
  { start: 9, end: 20, from: 3_723_400, to: 3_725_000 },
];

test('words are cited by their page, or by the pages that they run over', () => {
  expect(citedAt({ pages }, { start: 2, end: 8 })).toEqual({ page: 'xii' });
  expect(citedAt({ pages }, { start: 10, end: 12 })).toEqual({ page: '1' });
  expect(citedAt({ pages }, { start: 8, end: 12 })).toEqual({ page: 'xii–1' });
});

test('what was said is cited by its time', () => {
  expect(citedAt({ cues }, { start: 12, end: 15 })).toEqual({ time: '1:02:03' });
  expect(citedAt({ cues }, { start: 2, end: 15 })).toEqual({ time: '0:00:01' });
});

test('a text without pages and times has neither', () => {
  expect(citedAt({}, { start: 2, end: 15 })).toEqual({});
});
