import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesWithin } from '#data/scene/lines.ts';
import { broadest, usual } from '#data/scene/measure.ts';

const widthOf = (text: string) => [...text].length;
const lines = (text: string, width: number, most = 99) =>
  linesWithin(text, { width, most, widthOf });

describe('words in lines', () => {
  test('are broken at spaces, after hyphens, and else where the line ends', () => {
    expect(lines('one two three', 7)).toEqual(['one two', 'three']);
    expect(lines('China-Pakistan talks', 9)).toEqual(['China-', 'Pakistan', 'talks']);
    expect(lines('China-Afghanistan-Iran', 18)).toEqual(['China-Afghanistan-', 'Iran']);
    expect(lines('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij']);
  });

  test('end in “…” where there are too many, within the line', () => {
    expect(lines('aaaa bbbb cccc', 4, 2)).toEqual(['aaaa', 'bbb…']);
    expect(lines('aaaa bbbb', 4, 2)).toEqual(['aaaa', 'bbbb']);
  });

  test('are never longer than a line, and all of them are there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const found = lines(text, width);
        for (const line of found) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('estimated widths', () => {
  test('know wide and narrow letters, marks, and bold ones', () => {
    expect(broadest('il', 10, 400)).toBeLessThan(broadest('mW', 10, 400));
    expect(broadest('阿', 10, 400)).toBeCloseTo(10.5);
    expect(broadest('e\u0301', 10, 400)).toBe(broadest('e', 10, 400));
    expect(broadest('word', 10, 700)).toBeGreaterThan(broadest('word', 10, 400));
    expect(usual('word', 10, 400)).toBeLessThan(broadest('word', 10, 400));
  });
});
