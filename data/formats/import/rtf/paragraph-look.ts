import type { Style } from '../block-writer.ts';
import type { Beside } from '../office/beside.ts';
import type { StyleMeaning } from '../office/style-names.ts';
import type { ParagraphState } from './state.ts';

/** How a paragraph is written. */
export interface ParagraphLook {
  style: Style;
  /** What stands before its words where a block has no number of its own. */
  before: string;
}

/** The look of a paragraph; `number`: what stands before it as the item of a list, empty for a bullet. */
export function lookOfParagraph(
  paragraph: ParagraphState,
  meaning: StyleMeaning,
  number: string | undefined,
  beside: Beside | undefined,
): ParagraphLook {
  const shown = number === undefined || number === '' ? {} : { number };
  const inText = shown.number === undefined ? '' : `${shown.number} `;
  if (beside) {
    const own = beside.number === undefined ? {} : { number: beside.number };
    return { style: { kind: beside.kind, ...own }, before: `${beside.before ?? ''}${inText}` };
  }
  if (paragraph.tables > 0) return { style: { kind: 'paragraph' }, before: inText };
  const heading = headingOf(paragraph, meaning);
  if (heading !== undefined)
    return { style: { kind: 'heading', level: heading, ...shown }, before: '' };
  if (number !== undefined || paragraph.isListed) {
    const level = Math.min(9, Math.max(1, paragraph.level + 1));
    return { style: { kind: 'list-item', level, ...shown }, before: '' };
  }
  return { style: { kind: meaning.kind ?? 'paragraph' }, before: '' };
}

function headingOf({ outline }: ParagraphState, meaning: StyleMeaning): number | undefined {
  if (meaning.region) return undefined;
  if (outline === undefined) return meaning.heading;
  return outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : undefined;
}

/** A number or a bullet, and a tab behind it. */
const WRITTEN =
  /^\s{0,8}(\(?(?:\p{Nd}{1,4}(?:\.\p{Nd}{1,3}){0,4}|\p{L}|[ivxlc]{1,8})[.)]|[•◦‣▪–—·*-])\t\s{0,8}/iu;

/**
 * What stands as words before an item of programs that write no lists: the sign, and how long it is with its tab.
 * Only where the first line hangs: a tab alone makes no item.
 */
export function writtenSign(
  text: string,
  { hangs, tables }: ParagraphState,
): { sign: string; length: number } | undefined {
  const found = hangs && tables === 0 ? WRITTEN.exec(text.slice(0, 60)) : null;
  return found?.[1] === undefined ? undefined : { sign: found[1], length: found[0].length };
}

/** What a list puts before an item, as its number: empty when it is a bullet. */
export function numberOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim().slice(0, 40).trim();
  return /[\p{L}\p{N}]/u.test(plain) && plain !== 'o' ? plain : '';
}
