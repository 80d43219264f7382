import type { ShownParagraph } from '../shown-paragraphs.ts';
import { signsOf } from './signs.ts';

/** A text with the paragraphs that are read of it. */
export interface AlignedText {
  text: string;
  paragraphs: readonly ShownParagraph[];
}

/** The paragraphs of one text as they are weighed against those of another. */
export interface Side {
  paragraphs: readonly ShownParagraph[];
  /** Letters of all paragraphs before each one; one more than there are paragraphs. */
  letters: Float64Array;
  /** Of each paragraph the numbers of what both texts have, rising. */
  signs: readonly Int32Array[];
  /** Weight of all signs before each paragraph, as `letters`. */
  weights: Float64Array;
  /** Kinds of which the text has any. */
  kinds: ReadonlySet<string>;
}

/** Both texts, with how much each sign that they share tells. */
export interface Sides {
  left: Side;
  right: Side;
  /** By the number of a sign: the rarer, the more. */
  weightOf: Float64Array;
}

/** No sign tells more than that. */
const MOST_WEIGHT = 6;

/** Chinese, Japanese and Korean signs; what one of them says takes about so many letters in English or Russian. */
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const LETTERS_OF_SQUARE = 3;

/** Reads two texts for {@link alignParagraphs}. Cost: one pass over both. */
export function sidesOf(left: AlignedText, right: AlignedText): Sides {
  const [own, theirs] = [signsIn(left), signsIn(right)];
  const [inLeft, inRight] = [countsOf(own), countsOf(theirs)];
  const numbers = new Map<string, number>();
  for (const sign of inLeft.keys()) if (inRight.has(sign)) numbers.set(sign, numbers.size);
  const all = Math.max(1, own.length * theirs.length);
  const weightOf = Float64Array.from(numbers.keys(), (sign) => {
    const pairs = (inLeft.get(sign) ?? 1) * (inRight.get(sign) ?? 1);
    return Math.min(MOST_WEIGHT, Math.log2(all / pairs) / 2);
  });
  return {
    left: sideOf(left, own, numbers, weightOf),
    right: sideOf(right, theirs, numbers, weightOf),
    weightOf,
  };
}

const signsIn = ({ text, paragraphs }: AlignedText): string[][] =>
  paragraphs.map(({ start, end }) => signsOf(text.slice(start, end)));

/** In how many paragraphs each sign stands. */
function countsOf(signs: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of signs) for (const sign of own) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

function sideOf(
  { text, paragraphs }: AlignedText,
  words: readonly (readonly string[])[],
  numbers: ReadonlyMap<string, number>,
  weightOf: Float64Array,
): Side {
  const signs = words.map((own) =>
    Int32Array.from(own.flatMap((sign) => numbers.get(sign) ?? [])).sort(),
  );
  return {
    paragraphs,
    signs,
    letters: sums(paragraphs.map(({ start, end }) => lettersIn(text.slice(start, end)))),
    weights: sums(signs.map((own) => own.reduce((sum, sign) => sum + (weightOf[sign] ?? 0), 0))),
    kinds: new Set(paragraphs.map(({ kind }) => kind)),
  };
}

/** Length of words without white space, in letters of an alphabet: a square sign says as much as some of them. */
function lettersIn(words: string): number {
  const signs = words.replaceAll(/\s+/g, '').length;
  const square = words.match(SQUARE)?.length ?? 0;
  return signs + square * (LETTERS_OF_SQUARE - 1);
}

/** Sums of all numbers before each one, and of all of them. */
function sums(numbers: readonly number[]): Float64Array {
  const before = new Float64Array(numbers.length + 1);
  numbers.forEach((number, at) => (before[at + 1] = (before[at] ?? 0) + number));
  return before;
}
