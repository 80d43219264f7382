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

test('a rectangle is cited by its page, which may have no words', () => {
  const area = (page: number) => ({ page, x: 0.1, y: 0.1, width: 0.2, height: 0.2 });
  const on = (page: number, start = 0, end = start) => ({ start, end, area: area(page) });
  expect(citedAt({ pages }, on(2), 2)).toEqual({ page: '1' });
  // Of three pages the first one is a picture; the others are counted.
  const others = [
    { start: 0, end: 10, number: '2' },
    { start: 10, end: 20, number: '3' },
  ];
  expect(citedAt({ pages: others }, on(1), 3)).toEqual({ page: '1' });
  expect(citedAt({ pages: others }, on(3, 10), 3)).toEqual({ page: '3' });
  expect(citedAt({ pages: others }, on(2, 0, 20), 3)).toEqual({ page: '2' });
  expect(citedAt({}, on(1))).toEqual({});
});

test('what was said is cited by its time', () => {
  expect(citedAt({ cues }, { start: 12, end: 15 })).toEqual({ time: '1:02:03' });
  expect(citedAt({ cues }, { start: 2, end: 15 })).toEqual({ time: '0:00:01' });
});

test('a text without pages and times has neither', () => {
  expect(citedAt({}, { start: 2, end: 15 })).toEqual({});
});
