import type { ShownBlock } from '../../../text/working-text.ts';
import { isItem, isProse, isStatement, rowsOf, type Row } from './rows.ts';

/** Beyond this length (code units) a text is data, not an article with headings. */
const LONGEST_ARTICLE = 2_000_000;
const LONGEST_HEADING = 100;
/** “Article 6”, “Chapter IV”, “Статья 3”, “ماده ۲”, “第六条”: parts of laws and books, by their number. */
const PART =
  /^(?:(?:article|section|chapter|part|annex|appendix|title|статья|глава|раздел|часть|приложение|artikel|kapitel|abschnitt|teil|anlage|chapitre|partie|annexe|artículo|capítulo|sección|anexo|madde|bölüm|ek|modda|bob|ماده|فصل|بخش|مادة|المادة|الفصل|الباب|دفعہ|باب) (?:[IVXLC]{1,7}|\p{Nd}{1,3}|[A-Z])(?![\p{L}\p{N}])|第[一二三四五六七八九十百零\d]{1,5}[章条節节编篇部])/iu;
/** What may stand behind that number: a name of the part. */
const NAME_OF_PART = /^(?:[.:]?$|[.:—–-] ?\S| [\p{Lu}\p{Lo}(—–-])/u;
/** “1. Introduction”, “2.3 The road”. */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,3}\.? +\p{Lu}/u;
/** Signs of an item that also begin other lines: there must be two below each other. */
const MARK = /^(?:([-*–])|(\d{1,3}[.)])|(\((?:\d{1,3}|[a-zа-я]|[ivx]{1,5})\))|([a-z]\)))\s*\S/u;
const BULLET = /^[•‣◦▪●]\s*\S/u;

/**
 * Gives a plain text the structure that its layout shows: its first line as title, lines of their own that head a
 * paragraph or are numbered as parts of a law, items of lists, quoted lines of mails. Blocks are changed in place;
 * ranges stay.
 */
export function flagHeadings(text: string, blocks: readonly ShownBlock[]): void {
  if (text.length > LONGEST_ARTICLE) return;
  const rows = rowsOf(text, blocks).filter(({ region }) => region === undefined);
  rows.forEach((row, index) => {
    const block = blocks[row.first];
    const below = rows[index + 1];
    if (!block) return;
    if (row.text.startsWith('>')) Object.assign(block, { kind: 'quote' });
    else if (index === 0 && below && isTitle(row))
      Object.assign(block, { kind: 'heading', level: 1 });
    else if (below && isHeading(row, below)) Object.assign(block, { kind: 'heading', level: 2 });
    else if (isListItem(text, rows, index)) Object.assign(block, { kind: 'list-item', level: 1 });
  });
}

const isTitle = (row: Row): boolean =>
  row.length <= 200 && !/[.,;:]$/.test(row.text) && !BULLET.test(row.text);

/** Stands alone, is short, ends without a full stop and heads a longer piece of prose, or has a number of a part. */
function isHeading(row: Row, below: Row): boolean {
  if (!row.apart || !below.apart || row.length > LONGEST_HEADING) return false;
  const part = PART.exec(row.text)?.[0];
  if (part !== undefined)
    return NAME_OF_PART.test(row.text.slice(part.length)) && !isStatement(row);
  const looks = /^[\p{Lu}\p{N}]/u.test(row.text) && !/[.,;:!…"”’]$/u.test(row.text);
  if (!looks || !isProse(below)) return false;
  const isCapital = /^\P{Ll}{4,}$/u.test(row.text) && /\p{Lu}{3}/u.test(row.text);
  return row.text.split(/\s+/).length >= 3 || isCapital || NUMBERED.test(row.text);
}

/** A bullet, or a sign of an item that stands in or has another of its kind above or below. */
function isListItem(text: string, rows: readonly Row[], index: number): boolean {
  const row = rows[index];
  if (!row) return false;
  if (BULLET.test(row.text)) return true;
  if (isItem(row.text) && /^[ \t]/.test(text.slice(row.start, row.start + 1))) return true;
  const mark = markOf(row);
  // A dash without a number also begins what somebody says.
  if (mark === undefined || mark === '–') return false;
  return mark === markOf(rows[index - 1]) || mark === markOf(rows[index + 1]);
}

/** The kind of sign that a row begins with. */
function markOf(row: Row | undefined): string | undefined {
  const found = row && MARK.exec(row.text);
  if (!found) return undefined;
  const [, sign, number, bracket, letter] = found;
  return sign ?? (number ? '1' + number.slice(-1) : bracket ? '()' : letter && 'a)');
}
