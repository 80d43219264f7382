import { fold } from '../text/fold.ts';

/** Longer words are a description, not a name. UTF-16 code units. */
const LONGEST = 120;

/**
 * The words of a quote as a further name, on one line; undefined when they are one of the names already
 * (`known`, folded), or longer than any name.
 */
export function otherName(known: readonly string[], quote: string): string | undefined {
  const words = quote.replace(/\s+/g, ' ').trim();
  const isNew = words !== '' && words.length <= LONGEST && !known.includes(fold(words));
  return isNew ? words : undefined;
}
