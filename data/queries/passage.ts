import { sentenceStarts } from '../text/sentences.ts';
import type { Span } from '../text/finder.ts';

/** The words on both sides of a quote, each on one line; “…” stands where a sentence is cut. */
export interface Passage {
  before: string;
  after: string;
}

/** Most code units on either side; a longer sentence is cut there. */
const MOST = 240;
/** With fewer code units around the quote in its own sentence, its neighbours are shown too. */
const LEAST = 40;
/** Code units beside a place that tell whether a sentence ends there: “Gen” alone does, “Gen. Allen” not. */
const CONTEXT = 48;
/** How far a cut is moved to fall between two words. */
const WORD = 24;

/**
 * The sentence that a range of the text stands in, or some more of its paragraph when the range takes
 * up nearly all of it. A line break ends a paragraph unless a small letter follows it, as in text that
 * was wrapped by hand. Cost: a few hundred code units, however long text and range are.
 */
export function passageAround(text: string, { start, end }: Span): Passage {
  const from = startOfParagraph(text, start);
  const to = endOfParagraph(text, end);
  const starts = startsIn(text, from, start);
  const ends = endsIn(text, end, to);
  const own = { from: starts.at(-1) ?? start, to: ends[0] ?? end };
  const isShort = start - own.from + (own.to - end) < LEAST;
  const left = isShort ? (starts.at(-2) ?? own.from) : own.from;
  const right = isShort ? (ends[1] ?? own.to) : own.to;
  return {
    before: cutStart(text.slice(left, start), left === from && isInside(text, from)),
    after: cutEnd(text.slice(end, right), right === to && isInside(text, to)),
  };
}

/** First place before `at` where a paragraph begins, at most {@link MOST} away. */
function startOfParagraph(text: string, at: number): number {
  const least = Math.max(0, at - MOST);
  for (let i = at; i > least; i--) if (isBreak(text, i - 1)) return i;
  return least;
}

function endOfParagraph(text: string, at: number): number {
  const most = Math.min(text.length, at + MOST);
  for (let i = at; i < most; i++) if (isBreak(text, i)) return i;
  return most;
}

/** Whether a paragraph ends at the line feed at `index`. */
function isBreak(text: string, index: number): boolean {
  return text[index] === '\n' && !/^\p{Ll}/u.test(text.slice(index + 1, index + 3));
}

/** Whether an offset is neither an end of the text nor of a paragraph. */
function isInside(text: string, offset: number): boolean {
  const isEdge = offset === 0 || offset === text.length;
  return !isEdge && !isBreak(text, offset) && !isBreak(text, offset - 1);
}

/** Offsets from `from` to `last` where sentences begin. */
function startsIn(text: string, from: number, last: number): number[] {
  return sentenceStarts(text.slice(from, last + CONTEXT))
    .map((start) => from + start)
    .filter((start) => start <= last);
}

/** Offsets from `least` to `to` where sentences end. */
function endsIn(text: string, least: number, to: number): number[] {
  const from = Math.max(startOfParagraph(text, least), least - CONTEXT);
  const starts = sentenceStarts(text.slice(from, to)).slice(1);
  return [...starts.map((start) => from + start), to].filter((end) => end >= least);
}

function cutStart(words: string, isCut: boolean): string {
  const line = words.replace(/\s+/g, ' ').trimStart();
  if (!isCut) return line;
  const space = line.slice(0, WORD).indexOf(' ');
  return `…${space < 0 ? line.replace(/^[\uDC00-\uDFFF]/, '') : line.slice(space + 1)}`;
}

function cutEnd(words: string, isCut: boolean): string {
  const line = words.replace(/\s+/g, ' ').trimEnd();
  if (!isCut) return line;
  const space = line.slice(-WORD).lastIndexOf(' ');
  const kept = space < 0 ? line.replace(/[\uD800-\uDBFF]$/, '') : line.slice(0, space - WORD);
  return `${kept}…`;
}
