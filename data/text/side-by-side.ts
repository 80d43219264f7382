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
  const partners = partnersOf(runs, lefts, rights);
  const ofLeft = wordsIn(
    a,
    lefts,
    runs.map(({ kind, a: span }) => ({ ...span, isChanged: kind === 'removed' })),
  );
  const ofRight = wordsIn(
    b,
    rights,
    runs.map(({ kind, b: span }) => ({ ...span, isChanged: kind === 'added' })),
  );
  const rows: ComparedRow[] = [];
  let next = 0;
  ofLeft.forEach((words, at) => {
    const partner = partners.get(at);
    if (partner === undefined) {
      rows.push({ left: words, isSame: false });
      return;
    }
    for (; next < partner; next++) rows.push({ right: ofRight[next] ?? [], isSame: false });
    rows.push({ left: words, right: ofRight[partner] ?? [], isSame: left[at] === right[partner] });
    next = partner + 1;
  });
  for (; next < right.length; next++) rows.push({ right: ofRight[next] ?? [], isSame: false });
  return rows;
}

function spansOf(paragraphs: readonly string[]): Span[] {
  let start = 0;
  return paragraphs.map(({ length }) => {
    const span = { start, end: start + length };
    start = span.end + BREAK.length;
    return span;
  });
}

/** Which paragraph of the second text each of the first stands beside: none twice, rising. */
function partnersOf(
  runs: readonly DifferenceRun[],
  lefts: readonly Span[],
  rights: readonly Span[],
): Map<number, number> {
  const shared = new Map<string, { left: number; right: number; length: number }>();
  let [left, right] = [0, 0];
  for (const { kind, a, b } of runs) {
    if (kind !== 'same') continue;
    for (let at = 0; at < a.end - a.start;) {
      while (left < lefts.length - 1 && (lefts[left]?.end ?? 0) <= a.start + at) left++;
      while (right < rights.length - 1 && (rights[right]?.end ?? 0) <= b.start + at) right++;
      const end = Math.min(
        a.end - a.start,
        stepTo(lefts[left], a.start + at) - a.start,
        stepTo(rights[right], b.start + at) - b.start,
      );
      const isInside = isIn(lefts[left], a.start + at) && isIn(rights[right], b.start + at);
      const key = `${left} ${right}`;
      const found = shared.get(key) ?? { left, right, length: 0 };
      if (isInside) shared.set(key, { ...found, length: found.length + end - at });
      at = Math.max(end, at + 1);
    }
  }
  const lengthOf = (span: Span | undefined): number => (span ? span.end - span.start : 0);
  const enough = [...shared.values()].filter((one) => {
    const shorter = Math.min(lengthOf(lefts[one.left]), lengthOf(rights[one.right]));
    return one.length >= shorter * ENOUGH;
  });
  return chosen(enough);
}

/** Where what lies at an offset ends: the paragraph, or the break before it. */
function stepTo(span: Span | undefined, at: number): number {
  if (!span) return at + 1;
  return at < span.start ? span.start : span.end > at ? span.end : at + 1;
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

function wordsIn(
  text: string,
  paragraphs: readonly Span[],
  runs: readonly (Span & { isChanged: boolean })[],
): ComparedWords[][] {
  let next = 0;
  return paragraphs.map(({ start, end }) => {
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
