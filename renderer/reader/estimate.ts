import type { Block } from '#data/text/working-text.ts';
import type { Row } from './rows.ts';

/** What the height of a row depends on; all in CSS pixels. */
export interface Measure {
  /** Width of the text column. */
  width: number;
  /** Size of the reading font. */
  size: number;
}

const LEADING = 1.62;
/** Mean advance of a character in em: Latin in the bundled serif; Han, Kana and Hangul are square. */
const NARROW = 0.443;
const WIDE = 1;
/** Code units from here on are taken for square. */
export const WIDE_FROM = 0x2e80;

/** Sizes of letters by kind of block, as they are drawn; those of the text around them else. */
const SCALES: Partial<Record<Block['kind'], number>> = {
  heading: 1.3,
  code: 0.95,
  caption: 0.8,
  footnote: 0.86,
  comment: 0.8,
};
/** Room above a block in em. */
const GAPS: Partial<Record<Block['kind'], number>> = {
  continuation: 0,
  'list-item': 0.32,
  cue: 0.32,
  footnote: 0.32,
  'table-row': 0,
};
/** Height of a line of a table with the room around it, and of a page break, in em. */
const TABLE_ROW = 1.85;
const PAGE_BREAK = 1.8;

/** Heights of rows before anybody has seen them. Off by a line here and there: they are measured later. */
export function estimateHeights(
  rows: readonly Row[],
  blocks: readonly Block[],
  text: string,
  { width, size }: Measure,
): Float64Array {
  const heights = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    if (row.kind === 'head') heights[i] = 150;
    else if (row.kind === 'end') heights[i] = 180;
    else if (row.kind === 'fold') heights[i] = 44;
    else heights[i] = blockHeight(blocks[row.block], text, width, size);
  });
  return heights;
}

function blockHeight(block: Block | undefined, text: string, width: number, size: number): number {
  if (!block) return 0;
  if (block.kind === 'page-break') return PAGE_BREAK * size;
  const advance = text.charCodeAt((block.start + block.end) >> 1) >= WIDE_FROM ? WIDE : NARROW;
  const scale = SCALES[block.kind] ?? 1;
  const perLine = Math.max(8, width / (size * scale * advance));
  const lines = Math.ceil((block.end - block.start) / perLine);
  // The cells of a row stand beside each other: their lines are about as many as one cell has.
  if (block.kind === 'table-row') return Math.ceil(lines * 1.2) * TABLE_ROW * size;
  return lines * size * scale * LEADING + (GAPS[block.kind] ?? 0.8) * size;
}
