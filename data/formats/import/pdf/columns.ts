import { readsFromRight } from './bidi.ts';
import { gutterOf, rowsOf, sidesOf } from './gutters.ts';
import type { Run } from './runs.ts';

/** Columns within columns within columns: deeper none are looked for. */
const DEEPEST = 8;

/**
 * The runs of a page as columns in reading order: what stands above columns comes before them, what stands
 * below them after. `known`: middles of gutters on the pages before; those of this page are added.
 */
export function columnsOf(runs: readonly Run[], known: number[]): Run[][] {
  const fromRight = readsFromRight(runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)));
  return cut(runs, known, fromRight, 0);
}

function cut(runs: readonly Run[], known: number[], fromRight: boolean, depth: number): Run[][] {
  if (runs.length === 0) return [];
  const rows = rowsOf(runs);
  const gutter = depth < DEEPEST ? gutterOf(rows, known) : undefined;
  if (!gutter) return [[...runs]];
  const middle = (gutter.x0 + gutter.x1) / 2;
  if (!known.some((one) => Math.abs(one - middle) < 2)) known.push(middle);
  const part = (some: readonly Run[]): Run[][] => cut(some, known, fromRight, depth + 1);
  const flat = (from: number, to: number): Run[] => rows.slice(from, to).flatMap((row) => row.runs);
  const [left, right] = sidesOf(gutter, rows);
  const sides = fromRight ? [right, left] : [left, right];
  return [
    ...part(flat(0, gutter.first)),
    ...sides.flatMap(part),
    ...part(flat(gutter.last + 1, rows.length)),
  ];
}
