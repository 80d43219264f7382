import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  linePlaces,
  offsetAt,
  offsetOf,
  pagePlaceOf,
  partAt,
  type LinedPages,
} from '../../../renderer/pages/line-places.ts';
import {
  GAP,
  layOut,
  placeAt,
  scrollFor,
  type SheetPlace,
} from '../../../renderer/pages/sheets.ts';

const range = { start: 100, end: 200 };

/** Words of 10 units, one a line, from a tenth of the page down. */
function column(first: number, count: number, left = 0.1) {
  return Array.from({ length: count }, (_, i) => ({
    start: first + i * 10,
    end: first + i * 10 + 10,
    box: [left, 0.1 + i * 0.08, 0.3, 0.02] as const,
  }));
}

test('without its words a page is gone through by the share of its text', () => {
  const lines = linePlaces(range, []);
  expect([100, 125, 200].map((offset) => partAt(lines, offset))).toEqual([0, 0.25, 1]);
  expect([0, 0.25, 1].map((part) => offsetAt(lines, part))).toEqual([100, 125, 200]);
});

test('a line stands where its words stand, the first at the top of the page and the end at its foot', () => {
  const lines = linePlaces(range, column(100, 10));
  expect(partAt(lines, 100)).toBe(0);
  expect(partAt(lines, 150)).toBeCloseTo(0.5 - 0.1 * 0.5);
  expect(partAt(lines, 200)).toBe(1);
  // Never below the line: it would be out of sight.
  for (let i = 0; i < 10; i++)
    expect(partAt(lines, 100 + i * 10)).toBeLessThanOrEqual(0.1 + i * 0.08);
});

test('words beside each other, and raised ones, are one line', () => {
  const words = [
    { start: 100, end: 110, box: [0.1, 0.2, 0.2, 0.02] as const },
    { start: 110, end: 112, box: [0.3, 0.197, 0.02, 0.012] as const },
    { start: 112, end: 150, box: [0.33, 0.2, 0.4, 0.02] as const },
    { start: 150, end: 200, box: [0.1, 0.23, 0.4, 0.02] as const },
  ];
  expect(linePlaces(range, words).map(({ offset }) => offset)).toEqual([100, 150, 200]);
});

test('what is read of a page fills it: before its first words is the top, after its last the foot', () => {
  const lines = linePlaces(range, column(120, 5));
  expect([100, 120, 169, 170, 200].map((offset) => partAt(lines, offset))).toEqual([
    0,
    0,
    expect.closeTo(0.94, 2),
    1,
    1,
  ]);
  expect([offsetAt(lines, 0), offsetAt(lines, 1)]).toEqual([120, 170]);
});

test('the second of two columns goes up again, and a height is looked for in the first', () => {
  const lines = linePlaces(range, [...column(100, 5), ...column(150, 5, 0.6)]);
  expect(partAt(lines, 150)).toBeLessThan(partAt(lines, 140));
  expect(offsetAt(lines, partAt(lines, 120))).toBe(120);
  expect(offsetAt(lines, partAt(lines, 170))).toBeLessThan(140);
});

test('from a height to its words and back is the same height', () => {
  const heights = fc.array(fc.double({ min: 0.01, max: 0.95, noNaN: true }), { maxLength: 40 });
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(heights, at, (tops, part) => {
      const words = tops.map((top, i) => ({
        start: 1_000 * i,
        end: 1_000 * (i + 1),
        box: [0.1, top, 0.5, 0.01] as const,
      }));
      const lines = linePlaces({ start: 0, end: 1_000 * (tops.length + 1) }, words);
      // What stands above all lines is led to the first.
      const isAbove = lines.every((line) => line.part > part);
      const reached = isAbove ? (lines[0]?.part ?? 0) : part;
      expect(partAt(lines, offsetAt(lines, part))).toBeCloseTo(reached, 2);
    }),
  );
});

/** A cover without words, two pages of text, a picture, another page of text. */
const book: LinedPages = {
  ranges: [
    undefined,
    { start: 0, end: 50 },
    { start: 51, end: 100 },
    undefined,
    { start: 101, end: 150 },
  ],
  lines: (_page, span) => linePlaces(span, []),
};

test('the start of a text is the first page, and what lies between two pages the foot of the first', () => {
  expect(pagePlaceOf(book, 0)).toEqual({ page: 0, part: 0 });
  expect(pagePlaceOf(book, 25)).toEqual({ page: 1, part: 0.5 });
  expect(pagePlaceOf(book, 50)).toEqual({ page: 1, part: 1 });
  expect(pagePlaceOf(book, 100)).toEqual({ page: 2, part: 1 });
  expect(pagePlaceOf(book, 9_999)).toEqual({ page: 4, part: 1 });
});

test('a page without words stands before the next one with some', () => {
  const at = (place: SheetPlace): number => offsetOf(book, place);
  expect(at({ page: 0, part: 0.5 })).toBe(0);
  expect(at({ page: 3, part: 0.9 })).toBe(101);
  expect(at({ page: 4, part: 0 })).toBe(101);
  expect(
    offsetOf({ ...book, ranges: [{ start: 0, end: 50 }, undefined] }, { page: 1, part: 0 }),
  ).toBe(50);
  expect(offsetOf({ ...book, ranges: [] }, { page: 0, part: 0 })).toBe(0);
  expect(pagePlaceOf({ ...book, ranges: [] }, 7)).toEqual({ page: 0, part: 0 });
});

test('a place on a page and how far the pane is scrolled say the same', () => {
  const sheets = layOut(
    [
      { width: 100, height: 200 },
      { width: 100, height: 50 },
      { width: 100, height: 200 },
    ],
    2,
    0,
  );
  expect(placeAt(sheets, 0)).toEqual({ page: 0, part: 0 });
  expect(scrollFor(sheets, { page: 0, part: 1 })).toBe(scrollFor(sheets, { page: 1, part: 0 }));
  expect(scrollFor(sheets, { page: 2, part: 0 })).toBe((sheets.tops[2] ?? 0) - GAP);
  for (let scrolled = 0; scrolled < sheets.height - GAP; scrolled += 7) {
    expect(scrollFor(sheets, placeAt(sheets, scrolled))).toBeCloseTo(scrolled);
  }
});
