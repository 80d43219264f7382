import { expect, test } from 'vitest';
import { pageOf, pagesFrom } from '#data/queries/page-of.ts';

const pages = [
  { start: 4, end: 20, number: 'iii' },
  { start: 22, end: 40, number: '4' },
  { start: 40, end: 60, number: '5' },
];

test('an offset lies on the page that began last', () => {
  const numbers = [0, 4, 19, 21, 22, 39, 40, 500].map((at) => pageOf({ pages }, at)?.number);
  expect(numbers).toEqual([undefined, 'iii', 'iii', 'iii', '4', '4', '5', '5']);
  expect(pageOf({}, 3)).toBeUndefined();
});

test('pages that begin in a range', () => {
  expect(pagesFrom(pages, { start: 0, end: 22 }).map(({ number }) => number)).toEqual(['iii']);
  expect(pagesFrom(pages, { start: 22, end: 41 }).map(({ number }) => number)).toEqual(['4', '5']);
});
