import { fold } from '../../text/fold.ts';
import { isSpaceless, isWordPoint } from '../../text/word-units.ts';

/** Words that make a shingle; letters, in scripts that write without spaces. */
const WIDTH = 3;

/**
 * The runs of three words of a text as numbers of 32 bits, each once, rising: what two texts share of them is
 * what they share word for word. Letters are folded, signs and white space count for nothing. A text of fewer
 * words is one shingle. Two different runs have the same number once in 4,000 million. Cost: one pass and a sort.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = hashedWords(fold(text));
  if (words.length === 0) return new Uint32Array();
  const count = Math.max(1, words.length - WIDTH + 1);
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let i = at; i < Math.min(at + WIDTH, words.length); i++) {
      hash = scatter(Math.imul(hash, 0x01000193) ^ (words[i] ?? 0));
    }
    shingles[at] = hash;
  }
  return distinct(shingles.sort());
}

function hashedWords(text: string): number[] {
  const words: number[] = [];
  let hash = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    const isOfWord = isWordPoint(point);
    if (isInWord && !isOfWord) words.push(hash);
    if (isSpaceless(point)) words.push(point);
    hash = isOfWord ? Math.imul((isInWord ? hash : OFFSET) ^ point, 0x01000193) : 0;
    isInWord = isOfWord;
  }
  if (isInWord) words.push(hash);
  return words;
}

/** Where a hash begins (FNV-1a). */
const OFFSET = 0x811c9dc5;

/** Spreads what two numbers differ in over all 32 bits (the end of MurmurHash3). */
export function scatter(number: number): number {
  let mixed = number ^ (number >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let length = 0;
  for (const one of sorted) {
    if (length === 0 || sorted[length - 1] !== one) sorted[length++] = one;
  }
  return sorted.slice(0, length);
}

/** How much two texts share. */
export interface Resemblance {
  /** Shingles that both have, of all that either has: 0 to 1 (Jaccard). */
  alike: number;
  /** Share of the first that is in the second, and of the second that is in the first. */
  inSecond: number;
  inFirst: number;
}

/** What two texts share, by their shingles: exact, at the cost of one pass over both. */
export function resemblance(one: Uint32Array, other: Uint32Array): Resemblance {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [a = 0, b = 0] = [one[i], other[j]];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return {
    alike: shared / Math.max(1, one.length + other.length - shared),
    inSecond: shared / Math.max(1, one.length),
    inFirst: shared / Math.max(1, other.length),
  };
}
