import type { Span } from '../finder.ts';
import { blockAt } from '../block-at.ts';
import type { AlignedRow } from './align-paragraphs.ts';
import type { Paragraphs } from './pairs.ts';

/** Where something that one text says stands in the other. */
export interface PlaceBeside extends Span {
  /** Number of the row. */
  row: number;
  /** Whether the other text leaves it out: then the range is the paragraph after which it would stand. */
  isLeftOut: boolean;
}

/**
 * The paragraphs of the other text (their range, UTF-16) beside the one that an offset lies in, or the next one.
 * Undefined when either text has none. Cost: a pass over the rows.
 */
export function placeBeside(
  rows: readonly AlignedRow[],
  paragraphs: Paragraphs,
  side: 'left' | 'right',
  offset: number,
): PlaceBeside | undefined {
  const other = side === 'left' ? 'right' : 'left';
  const number = blockAt(paragraphs[side], offset);
  const row = rows.findIndex((one) => one[side].start <= number && number < one[side].end);
  const found = rows[row];
  if (!found) return undefined;
  const { start, end } = found[other];
  const isLeftOut = start === end;
  const first = paragraphs[other][isLeftOut ? Math.max(0, start - 1) : start];
  const last = isLeftOut ? first : paragraphs[other][end - 1];
  return first && last && { start: first.start, end: last.end, row, isLeftOut };
}
