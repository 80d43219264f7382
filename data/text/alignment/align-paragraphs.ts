import type { AlignedPair } from '../../model/document-link.ts';
import type { Span } from '../finder.ts';
import { cheapestRows, type Row } from './band.ts';
import { Costs } from './costs.ts';
import { fixedRows } from './fixed-rows.ts';
import { sidesOf, type AlignedText, type Sides } from './sides.ts';

/** Paragraphs that stand side by side, by number (half-open); one side is empty where the other has more. */
export interface AlignedRow extends Row {
  /** Whether the analyst put them so. */
  byHand: boolean;
}

/** A text says so much more than the other at most; beyond that something is left out. */
const MOST_RATIO = 4;
/** Letters that both texts are taken to have beside their own. */
const AS_LONG = 1000;

/**
 * Puts the paragraphs of a text and of its translation side by side. The rows stand in order and cover both:
 * one by one, two or three beside one, or one that the other text leaves out. What is looked at is the
 * lengths (the ratio is taken from the texts themselves), the kinds of paragraphs, and what is the same in both
 * languages: figures, and words that both texts have. `pairs` are offsets that the analyst put side by side;
 * only what lies between them is aligned. The same texts give the same rows.
 * Cost: one pass over the texts, and twice that of {@link cheapestRows}.
 */
export function alignParagraphs(
  left: AlignedText,
  right: AlignedText,
  pairs: readonly AlignedPair[] = [],
): AlignedRow[] {
  const sides = sidesOf(left, right);
  const fixed = fixedRows(pairs, left.paragraphs, right.paragraphs);
  const first = rowsBetween(fixed, sides, ratioOf(sides));
  const ratio = ratioOf(sides, first);
  return Math.abs(Math.log(ratio / ratioOf(sides))) < 0.05
    ? first
    : rowsBetween(fixed, sides, ratio);
}

/** The fixed rows, and between them those that are aligned. */
function rowsBetween(fixed: readonly Row[], sides: Sides, ratio: number): AlignedRow[] {
  const costs = new Costs(sides, ratio);
  const rows: AlignedRow[] = [];
  const end = { left: sides.left.paragraphs.length, right: sides.right.paragraphs.length };
  let [left, right] = [0, 0];
  const upTo = (toLeft: number, toRight: number): void => {
    const one = { start: left, end: toLeft };
    const other = { start: right, end: toRight };
    for (const row of cheapestRows(sides, costs, one, other)) rows.push({ ...row, byHand: false });
  };
  for (const row of fixed) {
    upTo(row.left.start, row.right.start);
    rows.push({ ...row, byHand: true });
    [left, right] = [row.left.end, row.right.end];
  }
  upTo(end.left, end.right);
  return rows;
}

/**
 * Letters of the right text for one of the left: of all, or of the paragraphs that stand one by one, so that
 * what one text leaves out does not count. Short texts tell little of it: they are taken to be as long.
 */
function ratioOf({ left, right }: Sides, rows?: readonly AlignedRow[]): number {
  const single = rows?.filter(
    (row) => row.left.end - row.left.start === 1 && row.right.end - row.right.start === 1,
  ) ?? [
    { left: { start: 0, end: left.signs.length }, right: { start: 0, end: right.signs.length } },
  ];
  const sum = (letters: Float64Array, ranges: readonly Span[]): number =>
    ranges.reduce((all, range) => all + lengthOf(letters, range), AS_LONG);
  const ratio =
    sum(
      right.letters,
      single.map((row) => row.right),
    ) /
    sum(
      left.letters,
      single.map((row) => row.left),
    );
  return Math.min(MOST_RATIO, Math.max(1 / MOST_RATIO, ratio));
}

const lengthOf = (letters: Float64Array, { start, end }: Span): number =>
  (letters[end] ?? 0) - (letters[start] ?? 0);
