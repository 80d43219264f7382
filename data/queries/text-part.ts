import type { Highlight } from '../model/highlight.ts';
import { blockAt } from '../text/block-at.ts';
import type { Block, TextMark, WorkingText } from '../text/working-text.ts';

/**
 * A stretch of a working text in whole blocks, from offset `from`, and all highlights and marks that
 * touch it. Marks that there are none of are left out.
 */
export interface TextPart {
  from: number;
  text: string;
  highlights: Highlight[];
  marks?: TextMark[];
}

/** How far a part reaches on both sides of a place (UTF-16 code units): many screens, a few ms. */
export const REACH = 30_000;

/** The part that covers [start, end), with the blocks at its ends whole. */
export function textPart(
  { text, blocks, marks = [] }: WorkingText,
  highlights: Iterable<Highlight>,
  start: number,
  end: number,
): TextPart {
  const from = start <= 0 ? 0 : Math.min(start, at(blocks, start)?.start ?? start);
  const to = end >= text.length ? text.length : Math.max(end, at(blocks, end - 1)?.end ?? end);
  // What covers no words (a rectangle on a page) is told with both parts that meet there.
  const touches = (one: { start: number; end: number }) =>
    (one.start < to && one.end > from) ||
    (one.start === one.end && one.start >= from && one.start <= to);
  const part: TextPart = { from, text: text.slice(from, to), highlights: [] };
  for (const mark of highlights) if (touches(mark)) part.highlights.push(mark);
  const looks = marks.filter(touches);
  if (looks.length > 0) part.marks = looks;
  return part;
}

function at(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[blockAt(blocks, offset)];
}
