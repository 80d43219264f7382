import { difference } from './difference.ts';
import type { Span } from './finder.ts';
import type { Block, ReadWord, WorkingText } from './working-text.ts';

/** Words of one block that are to be others. */
export interface Correction extends Span {
  words: string;
}

/** What one stretch became: `a` in the old text, `b` in the new one. */
export interface Change {
  a: Span;
  b: Span;
}

/** A text whose words were corrected. */
export interface CorrectedText {
  text: WorkingText;
  /** What was changed, in order; all else is the same. */
  changes: readonly Change[];
}

/**
 * A working text with other words in a stretch of one block. What lies over words that stay (blocks, marks, pages,
 * words that were read) stays over them; a word that was put in place of one that was read has its box, and is
 * sure. Line ends in the new words are spaces; tabs stay only in a row of a table.
 */
export function corrected(given: WorkingText, { start, end, words }: Correction): CorrectedText {
  const block = given.blocks.find((one) => one.start <= start && end <= one.end);
  const clean = cleanWords(words, block);
  const before = given.text.slice(start, end);
  const changes = changesOf(before, clean, start);
  const range = <T extends Span>(one: T): T => ({ ...one, ...movedRange(one, changes) });
  const some = <T extends Span>(list: readonly T[] | undefined): T[] =>
    (list ?? []).map(range).filter((one) => one.start < one.end);
  const text = given.text.slice(0, start) + clean + given.text.slice(end);
  const marks = some(given.marks).map((mark) =>
    mark.to === undefined
      ? mark
      : { ...mark, to: movedRange({ start: mark.to, end: mark.to }, changes).start },
  );
  const read = wordsOf(given.words ?? [], text, changes);
  return {
    changes,
    text: {
      text,
      blocks: given.blocks.map(range).filter((one) => one.start < one.end),
      ...(marks.length > 0 && { marks }),
      ...(given.pages && { pages: some(given.pages) }),
      ...(given.cues && { cues: some(given.cues) }),
      ...(read.length > 0 && { words: read }),
    },
  };
}

function cleanWords(words: string, block: Block | undefined): string {
  const lines = words.replace(/[\r\n\f\v\u2028\u2029]+/g, ' ');
  const cells = block?.kind === 'table-row' ? lines : lines.replaceAll('\t', ' ');
  return cells.replace(/ {2,}/g, ' ').replace(/^ /, '').replace(/ $/, '');
}

/** What of a stretch that begins at `from` is changed; what is removed and added at one place is one change. */
function changesOf(before: string, after: string, from: number): Change[] {
  const changes: Change[] = [];
  for (const { kind, a, b } of difference(before, after)) {
    if (kind === 'same') continue;
    const last = changes.at(-1);
    const [one, other] = [shifted(a, from), shifted(b, from)];
    if (last && last.a.end === one.start && last.b.end === other.start) {
      last.a.end = one.end;
      last.b.end = other.end;
    } else changes.push({ a: one, b: other });
  }
  return changes;
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Where a range of the old text is in the new one: what begins or ends within a change does so at its edges. */
export function movedRange({ start, end }: Span, changes: readonly Change[]): Span {
  let [from, to] = [start, end];
  for (const { a, b } of changes) {
    const grown = b.end - b.start - (a.end - a.start);
    if (a.end <= start && !(a.start === a.end && a.end === start)) from += grown;
    else if (a.start < start) from += b.start - a.start + a.start - start;
    if (a.end <= end) to += grown;
    else if (a.start < end) to += a.end - end + grown;
  }
  return { start: from, end: Math.max(from, to) };
}

/** Words that were read with those that stand in their places now. */
function wordsOf(read: readonly ReadWord[], text: string, changes: readonly Change[]): ReadWord[] {
  const touched = (word: Span): boolean =>
    changes.some(({ a }) => word.start < a.end && a.start < word.end);
  const kept = read
    .filter((word) => !touched(word))
    .map((word) => ({ ...word, ...movedRange(word, changes) }));
  const replaced = changes.flatMap(({ a, b }) => {
    const before = read.filter((word) => word.start < a.end && a.start < word.end);
    return newWords(before, text, b);
  });
  return [...kept, ...replaced].sort((one, other) => one.start - other.start);
}

/** Words of a range in the boxes of those before: one by one where there are as many, else in the box of all. */
function newWords(before: readonly ReadWord[], text: string, { start, end }: Span): ReadWord[] {
  const found = [...text.slice(start, end).matchAll(/\S+/g)];
  return found.flatMap(({ index, 0: word }, at): ReadWord[] => {
    const place = before.length === found.length ? before[at] : boxOfAll(before);
    if (!place) return [];
    const from = start + index;
    return [{ ...place, start: from, end: from + word.length, confidence: 100 }];
  });
}

function boxOfAll([first, ...others]: readonly ReadWord[]): ReadWord | undefined {
  if (!first) return undefined;
  const same = [first, ...others.filter(({ page }) => page === first.page)];
  const left = Math.min(...same.map(({ box }) => box[0]));
  const top = Math.min(...same.map(({ box }) => box[1]));
  const right = Math.max(...same.map(({ box }) => box[0] + box[2]));
  const bottom = Math.max(...same.map(({ box }) => box[1] + box[3]));
  return { ...first, box: [left, top, right - left, bottom - top] };
}
