import { linesWithin } from './lines.ts';
import type { Measure } from './measure.ts';

/** The name at a node. Sizes in CSS pixels at zoom 1. */
export interface Label {
  lines: readonly string[];
  /** Size of its letters. */
  size: number;
  /** As in CSS. */
  weight: number;
  width: number;
  height: number;
  /** Width when it is chosen, and its letters get bold. */
  reach: number;
}

/** Sizes of letters at zoom 1 and what follows from them, in CSS pixels. */
export const LETTERS = { size: 11, large: 12, hub: 13, widest: 124, lines: 5 } as const;
/** Distance of the baselines of two lines, in parts of the size. */
export const LINE = 1.15;
/** Room between a node and its label. */
export const GAP = 4;
/** Weights of letters, as in CSS; {@link CHOSEN} is for who is selected. */
const WEIGHT = { node: 500, hub: 600 } as const;
export const CHOSEN = 700;

/** Baseline of a line of words, from its middle on, in parts of the size. */
const BASELINE = 0.36;

/** Baseline of one line of a label whose middle is at a height. */
export const baselineOf = (
  { lines, size, y }: Pick<Label, 'lines' | 'size'> & { y: number },
  line: number,
): number => y + (line - (lines.length - 1) / 2) * size * LINE + size * BASELINE;

/** A name as it stands at a node of that size: in lines, larger at large nodes. */
export function labelOf(name: string, height: number, measure: Measure): Label {
  const size = height > 38 ? LETTERS.hub : height > 30 ? LETTERS.large : LETTERS.size;
  const weight = size === LETTERS.hub ? WEIGHT.hub : WEIGHT.node;
  const lines = linesWithin(name, {
    width: (LETTERS.widest * size) / LETTERS.size,
    most: LETTERS.lines,
    widthOf: (text) => measure(text, size, weight),
  });
  const widest = (heavy: number) => Math.max(...lines.map((line) => measure(line, size, heavy)));
  return {
    lines,
    size,
    weight,
    width: widest(weight),
    height: lines.length * size * LINE,
    reach: widest(CHOSEN),
  };
}
