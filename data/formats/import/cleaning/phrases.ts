/** Longest row that is compared with phrases, in code units. */
const LONGEST = 64;
/** Longest label before a colon. */
const LONGEST_LABEL = 40;

/** Phrases as pages write them, to compare whole rows with. */
export type Phrases = ReadonlySet<string>;

/**
 * A table of phrases: a list for each language, parted by bars, with a low line for a space. Compared are
 * letters and digits alone, whatever their case.
 */
export function phrases(...lists: readonly string[]): Phrases {
  return new Set(lists.flatMap((list) => list.split('|')).map(plainPhrase));
}

/** A row as phrases are compared: letters and digits, in lower case, a space for all between them. */
export function plainPhrase(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0307\u064b-\u0652\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Whether a row is one of the phrases and nothing else. */
export const isPhrase = (text: string, known: Phrases): boolean =>
  text.length <= LONGEST && known.has(plainPhrase(text));

/** What stands before and behind the first colon of a row; undefined when no label ends there. */
export function labelled(text: string): { label: string; rest: string; at: number } | undefined {
  const end = text.slice(0, LONGEST_LABEL + 1).search(/[:：]/);
  if (end < 1) return undefined;
  const rest = text.slice(end + 1).trimStart();
  return { label: plainPhrase(text.slice(0, end)), rest, at: text.length - rest.length };
}

/** What stands behind a label of these; undefined when the row has none of them, or nothing behind it. */
export function behindLabel(
  text: string,
  known: Phrases,
): { rest: string; at: number } | undefined {
  const found = labelled(text);
  return found && found.rest !== '' && known.has(found.label) ? found : undefined;
}
