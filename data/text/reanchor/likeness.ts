import { CONTEXT } from '../../model/highlight.ts';
import { difference } from '../difference.ts';
import type { Span } from '../finder.ts';

/** Longer words than this are compared by what they share, not letter by letter. */
const LETTER_BY_LETTER = 400;

/** How far the surroundings of a place may have shifted and still be compared. */
const SHIFT = 16;

/** How alike the surroundings of two places are, 0 to 1; undefined where the older text has none. */
export interface Sides {
  before: number | undefined;
  after: number | undefined;
}

/** Compares what stands before and after a range of the older text with what does at a range of the newer. */
export function sidesOf(older: string, was: Span, newer: string, now: Span): Sides {
  const before = backwards(older.slice(Math.max(0, was.start - CONTEXT), was.start));
  const above = backwards(newer.slice(Math.max(0, now.start - CONTEXT - SHIFT), now.start));
  return {
    before: beginsLike(before, above),
    after: beginsLike(
      older.slice(was.end, was.end + CONTEXT),
      newer.slice(now.end, now.end + CONTEXT + SHIFT),
    ),
  };
}

const backwards = (text: string): string => [...text].reverse().join('');

/** Both sides as one number; without any surroundings there is nothing that could differ. */
export function bothSides({ before, after }: Sides): number {
  if (before === undefined) return after ?? 1;
  return after === undefined ? before : (before + after) / 2;
}

/** Whether one side is as good as the same. */
export function oneSide({ before, after }: Sides, least = 0.9): boolean {
  return (before ?? 0) >= least || (after ?? 0) >= least;
}

/** How well a text begins with another one, wherever it goes on: 1 less the part of its units that differ. */
function beginsLike(wanted: string, text: string): number | undefined {
  if (wanted === '') return undefined;
  const last = lastRow(wanted, text);
  return Math.max(0, 1 - Math.min(...last) / wanted.length);
}

/** How alike words are, 0 to 1. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  if (longest > LETTER_BY_LETTER) return sharedPart(one, other) / longest;
  return 1 - (lastRow(one, other).at(-1) ?? longest) / longest;
}

function sharedPart(one: string, other: string): number {
  const same = difference(one, other).filter(({ kind }) => kind === 'same');
  return same.reduce((sum, { a }) => sum + a.end - a.start, 0);
}

/** Edits from a whole text to every beginning of another one. Cost: the product of their lengths. */
function lastRow(whole: string, other: string): number[] {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= whole.length; i++) {
    const next = [i];
    const unit = whole.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j++) {
      const swap = (row[j - 1] ?? 0) + (other.charCodeAt(j - 1) === unit ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}

/** How much words say by their length: a letter of a script without spaces counts for three. */
export function weightOf(text: string): number {
  return text.length + 2 * (text.match(DENSE)?.length ?? 0);
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Weight of words that hardly come about twice by chance. */
export const TELLING = 24;
