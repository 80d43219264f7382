import type { TextPage } from '../../../text/working-text.ts';
import type { Place } from '../block-writer.ts';
import { attributeOf, wordsOf, type PageElement } from './tree.ts';

/** Where a page of the printed edition begins, by the number that is printed on it. */
export interface PageStart {
  from: Place;
  number: string;
}

const BREAK = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/;
/** Longest number of a page, in code units: what is longer is text. */
const LONGEST = 20;

/** The number of the printed page that begins at an element; undefined where none does. */
export function printedNumber(one: PageElement): string | undefined {
  const role = `${attributeOf(one, 'epub:type')} ${attributeOf(one, 'role')}`.slice(0, 100);
  if (role.length < 2 || !BREAK.test(role.toLowerCase())) return undefined;
  const words = wordsOf(one, LONGEST + 1).trim();
  if (words.length > LONGEST) return undefined;
  const said = attributeOf(one, 'title') || attributeOf(one, 'aria-label') || words;
  return pageNumber(said) || undefined;
}

/** What is printed on a page, without the word for it. */
export const pageNumber = (words: string): string =>
  words
    .slice(0, 100)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:page|pg\.?|p\.) /i, '')
    .replace(/\.$/, '')
    .slice(0, LONGEST);

/** Pages from their starts, once the text is whole: each goes on to the next, and one without words is none. */
export function pagesOf(starts: readonly PageStart[], text: string): TextPage[] {
  const sorted = [...starts].sort((one, other) => one.from.offset - other.from.offset);
  return sorted.flatMap(({ from, number }, index): TextPage[] => {
    const start = from.offset;
    const end = sorted[index + 1]?.from.offset ?? text.length;
    return text.slice(start, end).trim() === '' ? [] : [{ start, end, number }];
  });
}
