import type { Line } from './line.ts';
import { isMarked, markerOf } from './markers.ts';
import type { Box } from './page.ts';

/** Lines that belong together, or a row of a table. */
export interface Paragraph extends Box {
  kind: 'paragraph' | 'heading' | 'list-item' | 'caption' | 'footnote' | 'table-row' | 'quote';
  lines: Line[];
  /** The cells of a row, each with its lines. */
  cells?: string[][];
  level?: number;
  number?: string;
  /** Code units at the start of its first line that are its number. */
  skip?: number;
  /** Edges of the column that it stands in. */
  left: number;
  right: number;
  size: number;
  /** A note at the end of the text, for all its pages. */
  isEndnote?: true;
}

/** What a reader sees in front of an item of a list. */
const BULLET = /^[•◦▪■□●○‣⁃▸►➢✓✔❖·–—*-]\s+(?=[^\s*•·–—-])/u;
const CAPTION =
  /^(?:fig(?:ure|\.)?|table|chart|map|photo|box|plate|abbildung|tabelle|рис(?:унок|\.)|таблица|табл\.|схема|图|圖|表|شکل|جدول|الشكل|الجدول|نمودار)\s*[\dIVX٠-٩۰-۹]{1,4}(?:[.-]\d{1,3})?\s?[.:：–—|]/iu;

/** The end of a line of a table of contents: dots and a number. */
export const LEADS_TO_PAGE = /(?:\. ?){4}.{0,4}[\divx]{1,5}$/i;

/** Length of the bullet in front of a line; 0 when there is none. */
export const bulletOf = (line: Line): number => BULLET.exec(line.text)?.[0].length ?? 0;

/** Whether a line begins an item of a list or a numbered paragraph. */
export const beginsItem = (line: Line): boolean =>
  BULLET.test(line.text) || markerOf(line) !== undefined || isMarked(line);

/** Whether a paragraph says what is in a picture or a table. */
export const isCaption = ({ lines }: Paragraph): boolean =>
  lines.length < 8 && CAPTION.test(lines[0]?.text ?? '');

/** The words of a paragraph, about as they are read. */
export const wordsOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ');

/** Whether a text ends as sentences do. */
export const endsSentence = (text: string): boolean =>
  /[.!?:;…。！？：；؟۔؛]["'”’»)\]]*\s*[\d¹²³⁴-⁹⁰*†]*$/u.test(text.slice(-12));

/** Whether a line goes on in the middle of a word. */
export const endsInHyphen = (text: string): boolean => /\p{L}[-‐\u00ad]$/u.test(text.slice(-3));

/** How far a line is from the edge at which it begins, and what is free behind it. */
export function edgesOf(
  line: Line,
  { left, right }: Pick<Paragraph, 'left' | 'right'>,
): { indent: number; room: number } {
  const [before, after] = [line.x0 - left, right - line.x1];
  return line.fromRight ? { indent: after, room: before } : { indent: before, room: after };
}
