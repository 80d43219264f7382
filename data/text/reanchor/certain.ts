import type { Span } from '../finder.ts';
import type { SharedBlock } from './blocks.ts';
import { oneSide, sidesOf, TELLING, weightOf } from './likeness.ts';
import type { TextMap } from './map.ts';

/** Most repetitions that are looked at, to each side, and how far away. */
const MOST = 64;
const REACH = 100_000;

/** Code units of surroundings with which words are looked for elsewhere. */
const AROUND = 32;

/** Places of words in a text, other than `from`: the nearest before it, then the nearest behind it. */
export function* repeated(
  text: string,
  words: string,
  from: number,
  reach = REACH,
): Generator<Span> {
  const span = (start: number): Span => ({ start, end: start + words.length });
  for (let n = 0, at = from; n < MOST && at > 0; n++) {
    at = text.lastIndexOf(words, at - 1);
    if (at < 0 || from - at > reach) break;
    yield span(at);
  }
  for (let n = 0, at = from; n < MOST; n++) {
    at = text.indexOf(words, at + 1);
    if (at < 0 || at - from > reach) return;
    yield span(at);
  }
}

/**
 * Whether words that stand at `was` and perhaps at `now` are repeated where the alignment might as well have
 * taken them from, or to: a repetition that nothing unique holds fast, with one side the same.
 */
export function hasRival(map: TextMap, was: Span, now: Span): boolean {
  const { older, newer } = map;
  const words = older.text.slice(was.start, was.end);
  for (const other of repeated(older.text, words, was.start)) {
    const block = map.blockAt(other.start);
    if (block && covers(block, other) && map.isFast(block, other)) continue;
    if (oneSide(sidesOf(older.text, other, newer.text, now))) return true;
  }
  for (const other of repeated(newer.text, words, now.start)) {
    if (isTaken(map, other)) continue;
    if (oneSide(sidesOf(older.text, was, newer.text, other))) return true;
  }
  return false;
}

/** Code units at the edge of words by which a change may have been taken too short or too long. */
const EDGE = 8;

/**
 * Whether words that begin or end where something was changed may have lost their first or last ones with it: what
 * was taken out or put in begins, or ends, with the same. Either reading of the change is as good then.
 */
export function mayBeTorn(map: TextMap, block: SharedBlock, was: Span): boolean {
  const { older, newer } = map;
  const words = older.text.slice(was.start, was.end);
  const [before, behind] = map.changesBeside(block);
  const head = words.slice(0, EDGE);
  const tail = words.slice(-EDGE);
  const begins = (text: string, { start, end }: Span): boolean =>
    text.slice(start, Math.min(end, start + 2 * EDGE)).includes(head);
  const ends = (text: string, { start, end }: Span): boolean =>
    text.slice(Math.max(start, end - 2 * EDGE), end).includes(tail);
  if (before && was.start - block.a < EDGE) {
    if (begins(older.text, before.older) || begins(newer.text, before.newer)) return true;
  }
  if (!behind || block.a + block.length - was.end >= EDGE) return false;
  return ends(older.text, behind.older) || ends(newer.text, behind.newer);
}

/** Whether a range of the newer text surely is another range of the older one. */
function isTaken(map: TextMap, { start, end }: Span): boolean {
  const block = map.blockOfNew(start);
  if (!block) return false;
  const was = { start: start - block.b + block.a, end: end - block.b + block.a };
  return covers(block, was) && map.isFast(block, was);
}

/** Whether all of a range of the older text lies in a block. */
export const covers = ({ a, length }: SharedBlock, { start, end }: Span): boolean =>
  start >= a && end <= a + length;

/** Whether words say enough by themselves, and stand in both texts once. */
export function isOnlyPlace(map: TextMap, was: Span): boolean {
  return isOnly(map, map.older.text.slice(was.start, was.end));
}

/** The same for words with what moved along with them. */
export function isOnlyWithSurroundings(map: TextMap, block: SharedBlock, was: Span): boolean {
  const start = Math.max(block.a, was.start - AROUND);
  const end = Math.min(block.a + block.length, was.end + AROUND);
  return isOnly(map, map.older.text.slice(start, end));
}

/** Of long words both ends have to be there once, too: else only a part of them may be what it was. */
function isOnly({ older, newer }: TextMap, words: string): boolean {
  if (weightOf(words) < TELLING) return false;
  const isLong = words.length > 2 * TELLING;
  const parts = isLong ? [words, words.slice(0, TELLING), words.slice(-TELLING)] : [words];
  return parts.every((part) => isOnce(older.text, part) && isOnce(newer.text, part));
}

function isOnce(text: string, words: string): boolean {
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0;
}
