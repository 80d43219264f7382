import { endsSentence, LEADS_TO_PAGE, wordsOf, type Paragraph } from './paragraph.ts';

/** A line of the table of contents that a file brings. */
export interface OutlineEntry {
  title: string;
  /** 1 for those at the top. */
  level: number;
  /** Page that it leads to, from 0, if that is known. */
  page?: number;
}

/** How much larger than the text letters of headings are. */
const LARGER = 1.15;
const LONGEST = 200;
const MOST_LINES = 4;
const DEEPEST = 6;

/**
 * Finds the headings among the paragraphs of a document: what its outline or its structure says, else by
 * size and weight of the letters.
 */
export function flagHeadings(
  pages: readonly (readonly Paragraph[])[],
  outline: readonly OutlineEntry[],
  body: { size: number; bold: boolean },
): void {
  const told = outlineOf(outline);
  const guessed: Paragraph[] = [];
  pages.forEach((paragraphs, page) => {
    for (const one of paragraphs) {
      if (one.kind !== 'paragraph' && one.kind !== 'list-item') continue;
      const text = keyOf(wordsOf(one));
      const entry = told.get(text)?.find((each) => each.page === undefined || each.page === page);
      const level = entry?.level ?? one.lines[0]?.heading;
      if (level !== undefined) setLevel(one, level);
      else if (looksLikeHeading(one, body)) guessed.push(one);
    }
  });
  levelGuesses(guessed, body.size);
}

function setLevel(one: Paragraph, level: number): void {
  one.kind = 'heading';
  one.level = Math.min(DEEPEST, level);
  delete one.number;
  delete one.skip;
}

function outlineOf(outline: readonly OutlineEntry[]): Map<string, OutlineEntry[]> {
  const told = new Map<string, OutlineEntry[]>();
  for (const entry of outline) {
    const key = keyOf(entry.title);
    const same = told.get(key);
    if (same) same.push(entry);
    else if (key !== '') told.set(key, [entry]);
  }
  return told;
}

/** Words without what is written in one place and not in the other. */
const keyOf = (text: string): string =>
  text
    .slice(0, 2 * LONGEST)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function looksLikeHeading(one: Paragraph, body: { size: number; bold: boolean }): boolean {
  const text = wordsOf(one);
  if (text.length > LONGEST || one.lines.length > MOST_LINES) return false;
  if (!/\p{L}{2}|\p{Lo}/u.test(text) || LEADS_TO_PAGE.test(text.slice(-40))) return false;
  if (one.size >= LARGER * body.size) return true;
  const isBold = one.lines.every(({ bold }) => bold) && !body.bold;
  return (
    isBold &&
    one.size >= 0.97 * body.size &&
    one.lines.length <= 2 &&
    !endsSentence(text) &&
    !/[,;:]$/.test(text)
  );
}

/** The largest letters are those of the highest level. */
function levelGuesses(guessed: readonly Paragraph[], body: number): void {
  const rank = ({ size }: Paragraph): number => (size < LARGER * body ? 0 : Math.round(size));
  const sizes = [...new Set(guessed.map(rank))].sort((one, other) => other - one);
  for (const one of guessed) setLevel(one, Math.min(4, 1 + sizes.indexOf(rank(one))));
}
