import type { AlignedPair } from '../../model/document-link.ts';
import type { ShownParagraph } from '../shown-paragraphs.ts';
import type { AlignedRow } from './align-paragraphs.ts';
import { paragraphAt } from './fixed-rows.ts';

/** The paragraphs of both texts, for pairs of their offsets. */
export interface Paragraphs {
  left: readonly ShownParagraph[];
  right: readonly ShownParagraph[];
}

/** A pair with the numbers of its paragraphs, where they are read. */
interface Placed {
  pair: AlignedPair;
  left: number | undefined;
  right: number | undefined;
}

/**
 * Pairs with one more, which wins: those that cross it go, and those that have one of its paragraphs beside one
 * that is not next to the other. In the order of the left text.
 */
export function withPair(
  pairs: readonly AlignedPair[],
  pair: AlignedPair,
  paragraphs: Paragraphs,
): AlignedPair[] {
  const place = (one: AlignedPair): Placed => ({
    pair: one,
    left: paragraphAt(paragraphs.left, one.from),
    right: paragraphAt(paragraphs.right, one.to),
  });
  const added = place(pair);
  const placed = pairs.map(place);
  const [besideLeft, besideRight] = [
    runAround(
      added.right,
      placed.flatMap((one) => (one.left === added.left ? [one.right] : [])),
    ),
    runAround(
      added.left,
      placed.flatMap((one) => (one.right === added.right ? [one.left] : [])),
    ),
  ];
  const kept = placed.filter((one) => {
    if (one.left === undefined || one.right === undefined) return true;
    if (one.left === added.left) return one.right !== added.right && besideLeft.has(one.right);
    if (one.right === added.right) return besideRight.has(one.left);
    return one.left < (added.left ?? 0) === one.right < (added.right ?? 0);
  });
  return [...kept, added]
    .map((one) => one.pair)
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Numbers that follow each other without a gap around one of them. */
function runAround(
  middle: number | undefined,
  numbers: readonly (number | undefined)[],
): ReadonlySet<number> {
  const run = new Set<number>();
  if (middle === undefined) return run;
  for (let at = middle + 1; numbers.includes(at); at++) run.add(at);
  for (let at = middle - 1; numbers.includes(at); at--) run.add(at);
  return run;
}

/** Pairs without those that made a row. */
export function withoutRow(
  pairs: readonly AlignedPair[],
  { left, right }: AlignedRow,
  paragraphs: Paragraphs,
): AlignedPair[] {
  return pairs.filter(({ from, to }) => {
    const [one, other] = [paragraphAt(paragraphs.left, from), paragraphAt(paragraphs.right, to)];
    if (one === undefined || other === undefined) return true;
    return !(one >= left.start && one < left.end && other >= right.start && other < right.end);
  });
}

/** Pairs seen from the other text. */
export function turned(pairs: readonly AlignedPair[]): AlignedPair[] {
  return pairs
    .map(({ from, to }) => ({ from: to, to: from }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}
