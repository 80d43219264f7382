import { AppError } from '../errors.ts';

/** A half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** How words are looked for. */
export interface OccurrenceOptions {
  /** “QCCM” but not “QCCMs”. Has no effect at the edge of a script that writes without spaces. */
  wholeWords: boolean;
  matchCase: boolean;
  /** Stop after so many. */
  limit?: number;
}

/** Most code units of all phrases together: what is looked for at once becomes one pattern. */
export const LONGEST_PHRASES = 5_000;

/** Whether phrases are too long to be looked for; undefined when they are not, else why, in words. */
export function tooLong(phrases: readonly string[]): string | undefined {
  const length = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
  if (length <= LONGEST_PHRASES) return undefined;
  const most = LONGEST_PHRASES.toLocaleString('en');
  return `Too long to look for: at most ${most} characters`;
}

/**
 * Where phrases stand in a text, in reading order and without overlaps; of phrases that begin at the
 * same place the longest wins. White space, quotes and hyphens match their typographic variants
 * (no-break spaces stand inside names, and one name is spelt with two kinds of dash).
 * Cost: one pass over the text, whatever the number of phrases found. Throws `too-large` for phrases
 * that are {@link tooLong}.
 */
export function occurrences(
  text: string,
  phrases: readonly string[],
  { wholeWords, matchCase, limit = Infinity }: OccurrenceOptions,
): Span[] {
  const wanted = [...new Set(phrases.map((phrase) => phrase.trim()))]
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [];
  const why = tooLong(wanted);
  if (why !== undefined) throw new AppError('too-large', `${why}. Nothing was changed.`);
  const search = searchPattern(wanted, { wholeWords, matchCase });
  const found: Span[] = [];
  for (const match of text.matchAll(search)) {
    if (found.length >= limit) break;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The pattern that finds phrases; where several fit, the first. */
export function searchPattern(
  phrases: readonly string[],
  { wholeWords, matchCase }: Pick<OccurrenceOptions, 'wholeWords' | 'matchCase'>,
): RegExp {
  const pattern = phrases.map((phrase) => phrasePattern(phrase, wholeWords)).join('|');
  return new RegExp(pattern, matchCase ? 'gu' : 'giu');
}

/** The words around a range, cut at spaces where possible, on one line. */
export function surroundings(
  text: string,
  { start, end }: Span,
  size = 48,
): { before: string; quote: string; after: string } {
  const line = (part: string) => part.replace(/\s+/g, ' ');
  const from = Math.max(0, start - size);
  const to = Math.min(text.length, end + size);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: (from > 0 ? '…' : '') + line(from > 0 ? before.replace(/^\S{0,16}\s/, '') : before),
    quote: line(text.slice(start, end)),
    after:
      line(to < text.length ? after.replace(/\s\S{0,16}$/, '') : after) +
      (to < text.length ? '…' : ''),
  };
}

const WORD = String.raw`[\p{L}\p{N}\p{M}_]`;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD_CHARACTER = new RegExp(WORD, 'u');

/** Characters that stand for each other, as classes. The phrase is escaped: it is never a pattern. */
function phrasePattern(phrase: string, wholeWords: boolean): string {
  const body = phrase
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’‘ʼ`´]/gu, "['’‘ʼ`´]")
    .replace(/["“”„«»]/gu, '["“”„«»]')
    .replace(/[-‐‑‒–]/gu, '[\\-‐‑‒–]');
  if (!wholeWords) return body;
  const characters = [...phrase];
  const before = bounds(characters[0]) ? `(?<!${WORD})` : '';
  const after = bounds(characters.at(-1)) ? `(?!${WORD})` : '';
  return `${before}${body}${after}`;
}

function bounds(character: string | undefined): boolean {
  return character !== undefined && WORD_CHARACTER.test(character) && !SPACELESS.test(character);
}
