import { wordsOf, type Paragraph } from './paragraph.ts';

/** Longest title on a page, in code units. */
const LONGEST = 250;

/** The largest words of the first page, if they are larger than the text; empty when there are none. */
export function titleIn(paragraphs: readonly Paragraph[], body: number): string {
  const usable = paragraphs.filter(
    (one) => one.kind !== 'table-row' && one.size > 1.15 * body && /\p{L}{2}/u.test(wordsOf(one)),
  );
  const largest = Math.max(0, ...usable.map(({ size }) => size));
  const first = usable.findIndex(({ size }) => size > 0.97 * largest);
  const parts: string[] = [];
  for (const one of usable.slice(Math.max(0, first))) {
    if (one.size <= 0.97 * largest) break;
    parts.push(wordsOf(one));
  }
  const title = parts.join(' ');
  return title.length <= LONGEST ? title : (parts[0] ?? '');
}
