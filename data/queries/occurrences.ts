import { AppError } from '../errors.ts';
import { Finder, type FindRules, type Span } from '../text/finder.ts';
import { say } from '../words/say.ts';

/** How words are looked for. What is not said is not asked for. */
export interface OccurrenceOptions extends Partial<FindRules> {
  /** Stop after so many. */
  limit?: number;
}

/** Most code units of all phrases together: a line, not a book, is looked for. */
const LONGEST_PHRASES = 5_000;

/** Whether phrases are too long to be looked for; undefined when they are not, else why, in words. */
export function tooLong(phrases: readonly string[]): string | undefined {
  const length = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
  if (length <= LONGEST_PHRASES) return undefined;
  return say('checks.phrasesTooLong', { most: LONGEST_PHRASES });
}

/**
 * Where phrases stand in a text, in reading order and without overlaps; of phrases that begin at the
 * same place the longest wins. Cost: one pass over the text, whatever the number of phrases found.
 * Throws `too-large` for phrases that are {@link tooLong}.
 */
export function occurrences(
  text: string,
  phrases: readonly string[],
  { limit, ...rules }: OccurrenceOptions = {},
): Span[] {
  return finderOf(phrases, rules).find(text, limit);
}

/** A finder for many texts. Throws `too-large` for phrases that are {@link tooLong}. */
export function finderOf(phrases: readonly string[], rules: Partial<FindRules>): Finder {
  const why = tooLong(phrases);
  if (why !== undefined) throw new AppError('too-large', say('checks.phrasesRefused', { why }));
  return new Finder(phrases, {
    exactLetters: rules.exactLetters ?? false,
    wholeWords: rules.wholeWords ?? false,
    matchCase: rules.matchCase ?? false,
  });
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
