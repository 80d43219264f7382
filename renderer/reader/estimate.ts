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
  const advance = text.charCodeAt((block.start + block.end) >> 1) >= WIDE_FROM ? WIDE : NARROW;
  const scale = block.kind === 'heading' ? 1.3 : 1;
  const perLine = Math.max(8, width / (size * scale * advance));
  const lines = Math.ceil((block.end - block.start) / perLine);
  const gap = block.kind === 'continuation' ? 0 : size * 0.8;
  return lines * size * scale * LEADING + gap;
}
