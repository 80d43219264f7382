import { expect, test } from 'vitest';
import { runsOf } from '#data/text/page-runs.ts';

const paper = { width: 100, height: 100, transform: [1, 0, 0, -1, 0, 100] };
const line = {
  str: 'abc',
  dir: 'ltr',
  transform: [10, 0, 0, 10, 20, 50],
  width: 30,
  fontName: 'f',
};

/** Top and bottom of a line of 10 units that stands at 50, in a font that reaches so far. */
function extentIn(font: { ascent?: number; descent?: number }): number[] {
  const [run] = runsOf({ items: [line], styles: { f: font } }, paper, () => 1);
  const [, top = 0, , height = 0] = run?.box ?? [];
  return [top, top + height].map((at) => Math.round(at * 1000) / 10);
}

test('a line is as high as its font says, and what reaches below it is in its box', () => {
  expect(extentIn({ ascent: 0.8, descent: -0.2 })).toEqual([42, 52]);
  expect(extentIn({ ascent: 1.2, descent: -0.8 })).toEqual([44, 54]);
  expect(extentIn({})).toEqual([42, 52]);
});
