import type { AlignedRow } from '#data/text/alignment/align-paragraphs.ts';
import { WIDE_FROM } from '../reader/estimate.ts';
import type { BothTexts, TextSide } from '../translations/aligned.ts';

/** Height of a line and room around a paragraph, as SideParagraph.svelte sets them, in px. */
const LINE = 23;
const AROUND = 10;
/** Mean advance of a letter, and of a square sign, in px. */
const NARROW = 7.2;
const WIDE = 15.5;
/** Room beside the words of a side, in px. */
const BESIDE = 46;

/** Heights of rows before anybody has seen them, in px; `width`: of both sides. */
export function rowHeights(
  rows: readonly AlignedRow[],
  texts: BothTexts,
  width: number,
): Float64Array {
  const room = Math.max(80, width / 2 - BESIDE);
  const height = (side: TextSide, row: AlignedRow): number =>
    texts[side].paragraphs.slice(row[side].start, row[side].end).reduce((sum, { start, end }) => {
      const isWide = texts[side].text.charCodeAt((start + end) >> 1) >= WIDE_FROM;
      const lines = Math.ceil(((end - start) * (isWide ? WIDE : NARROW)) / room);
      return sum + lines * LINE + AROUND;
    }, 5);
  return Float64Array.from(rows, (row) => Math.max(height('left', row), height('right', row)));
}
