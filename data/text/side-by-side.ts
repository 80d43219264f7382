import { difference, type DifferenceRun } from './difference.ts';
import type { Span } from './finder.ts';

/** Words of a paragraph that both texts have, or (`isChanged`) only this one has there. */
export interface ComparedWords {
  text: string;
  isChanged: boolean;
}

/** Paragraphs of two texts that belong together; of one that stands in one text only the other side is absent. */
export interface ComparedRow {
  left?: ComparedWords[];
  right?: ComparedWords[];
  /** Whether both say the same, letter by letter. */
  isSame: boolean;
}

/** Part of the shorter paragraph that two share at least when they stand side by side. */
const ENOUGH = 0.2;
/** Between two paragraphs, so that no word belongs to both. */
const BREAK = '\n\n';

/**
 * Two texts as rows of paragraphs side by side, with what differs marked. Each paragraph stands beside the one
 * that it shares the most with; those of the first text that have none come before those of the second.
 * Cost: that of {@link difference}.
 */
export function sideBySide(left: readonly string[], right: readonly string[]): ComparedRow[] {
  const [a, b] = [left.join(BREAK), right.join(BREAK)];
  const runs = difference(a, b);
  const [lefts, rights] = [spansOf(left), spansOf(right)];
  const sharing = sharingOf(runs, lefts, rights);
  const partners = chosen(sharing);
  const ofLeft = wordsIn(a, lefts, sidesOf(runs, 'a'), new Set(sharing.map((one) => one.left)));
  const ofRight = wordsIn(b, rights, sidesOf(runs, 'b'), new Set(sharing.map((one) => one.right)));
  const rows: ComparedRow[] = [];
  let next = 0;
  const upTo = (end: number): void => {
    for (; next < end; next++) rows.push({ right: ofRight[next] ?? [], isSame: false });
  };
  ofLeft.forEach((words, at) => {
    const partner = partners.get(at);
    if (partner === undefined) rows.push({ left: words, isSame: false });
    else {
      upTo(partner);
      const isSame = left[at] === right[partner];
      rows.push({ left: words, right: ofRight[next++] ?? [], isSame });
    }
  });
  upTo(right.length);
  return rows;
}

/** The stretches of one text, and whether the other has them. */
function sidesOf(
  runs: readonly DifferenceRun[],
  side: 'a' | 'b',
): (Span & { isChanged: boolean })[] {
  return runs.map((run) => ({ ...run[side], isChanged: run.kind !== 'same' }));
}

function spansOf(paragraphs: readonly string[]): Span[] {
  let start = 0;
  return paragraphs.map(({ length }) => {
    const span = { start, end: start + length };
    start = span.end + BREAK.length;
    return span;
  });
}

/** Two paragraphs and how many code units they share. */
interface Sharing {
  left: number;
  right: number;
  length: number;
}

/** Which paragraphs share enough to be of one another; both rise. */
function sharingOf(
  runs: readonly DifferenceRun[],
  lefts: readonly Span[],
  rights: readonly Span[],
): Sharing[] {
  const shared: Sharing[] = [];
  let [left, right] = [0, 0];
  const add = (length: number): void => {
    const last = shared.at(-1);
    if (last?.left === left && last.right === right) last.length += length;
    else shared.push({ left, right, length });
  };
  for (const { kind, a, b } of runs) {
    for (let at = 0; kind === 'same' && at < a.end - a.start;) {
      const [inA, inB] = [a.start + at, b.start + at];
      while (left < lefts.length - 1 && (lefts[left]?.end ?? 0) <= inA) left++;
      while (right < rights.length - 1 && (rights[right]?.end ?? 0) <= inB) right++;
      const step = Math.min(a.end - inA, stepIn(lefts[left], inA), stepIn(rights[right], inB));
      if (isIn(lefts[left], inA) && isIn(rights[right], inB)) add(step);
      at += step;
    }
  }
  const lengthOf = (span: Span | undefined): number => (span ? span.end - span.start : 0);
  return shared.filter((one) => {
    const shorter = Math.min(lengthOf(lefts[one.left]), lengthOf(rights[one.right]));
    return one.length >= shorter * ENOUGH;
  });
}

/** How far it is from an offset to where its paragraph ends, or begins when it lies before it. */
function stepIn(span: Span | undefined, at: number): number {
  if (!span || at >= span.end) return 1;
  return (at < span.start ? span.start : span.end) - at;
}

const isIn = (span: Span | undefined, at: number): boolean =>
  span !== undefined && span.start <= at && at < span.end;

/** The pairs that share the most, none of them crossing another. */
function chosen(
  pairs: readonly { left: number; right: number; length: number }[],
): Map<number, number> {
  const best = new Map<number, { right: number; length: number }>();
  const taken = new Map<number, { left: number; length: number }>();
  for (const { left, right, length } of pairs) {
    const [mine, theirs] = [best.get(left), taken.get(right)];
    if ((mine && mine.length >= length) || (theirs && theirs.length >= length)) continue;
    if (mine) taken.delete(mine.right);
    if (theirs) best.delete(theirs.left);
    best.set(left, { right, length });
    taken.set(right, { left, length });
  }
  return new Map(
    [...best].sort(([one], [other]) => one - other).map(([left, { right }]) => [left, right]),
  );
}

/** The words of each paragraph by runs; all of one that shares nothing with any are its own. */
function wordsIn(
  text: string,
  paragraphs: readonly Span[],
  runs: readonly (Span & { isChanged: boolean })[],
  sharing: ReadonlySet<number>,
): ComparedWords[][] {
  let next = 0;
  return paragraphs.map(({ start, end }, number) => {
    if (!sharing.has(number)) {
      return start === end ? [] : [{ text: text.slice(start, end), isChanged: true }];
    }
    const words: ComparedWords[] = [];
    while (next < runs.length && (runs[next]?.end ?? 0) <= start) next++;
    for (let at = next; at < runs.length; at++) {
      const run = runs[at];
      if (!run || run.start >= end) break;
      const piece = text.slice(Math.max(start, run.start), Math.min(end, run.end));
      if (piece !== '') words.push({ text: piece, isChanged: run.isChanged });
    }
    return words;
  });
}
