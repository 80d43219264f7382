import type { ShownBlock } from '../../../text/working-text.ts';
import { isProse, rowsOf, type Row } from './rows.ts';

/** Beyond this length (code units) a text is data, not an article with headings. */
const LONGEST_ARTICLE = 2_000_000;
const ITEM = /^([•‣◦*–-]|\d{1,3}[.)])\s+\S/u;

/**
 * Gives a plain text the structure that its layout shows: its first line as title, lines of their
 * own that head a paragraph, indented list items. Blocks are changed in place; ranges stay.
 */
export function flagHeadings(text: string, blocks: ShownBlock[]): void {
  if (text.length > LONGEST_ARTICLE) return;
  const rows = rowsOf(text, blocks).filter(({ first }) => !blocks[first]?.region);
  rows.forEach((row, index) => {
    const block = blocks[row.first];
    const below = rows[index + 1];
    if (!block) return;
    if (index === 0 && below && isTitle(row)) Object.assign(block, { kind: 'heading', level: 1 });
    else if (below && isHeading(row, below)) Object.assign(block, { kind: 'heading', level: 2 });
    else if (ITEM.test(row.text) && /^[ \t]/.test(text.slice(block.start, block.start + 1))) {
      Object.assign(block, { kind: 'list-item', level: 1 });
    }
  });
}

const isTitle = (row: Row): boolean => row.length <= 200 && !/[.,;:]$/.test(row.text);

/** Stands alone, is short, ends without a full stop and heads a longer piece of prose. */
function isHeading(row: Row, below: Row): boolean {
  const words = row.text.split(/\s+/).length;
  const looks = /^[\p{Lu}\p{N}]/u.test(row.text) && !/[.,;:!…"”’]$/u.test(row.text);
  return row.apart && looks && words >= 3 && row.length <= 100 && below.apart && isProse(below);
}
