import type { Highlight } from '../model/highlight.ts';
import { blockAt } from '../text/block-at.ts';
import type { Block, WorkingText } from '../text/working-text.ts';

/** A stretch of a working text in whole blocks, from offset `from`, and all highlights that touch it. */
export interface TextPart {
  from: number;
  text: string;
  highlights: Highlight[];
}

/** How far a part reaches on both sides of a place (UTF-16 code units): many screens, a few ms. */
export const REACH = 30_000;

/** The part that covers [start, end), with the blocks at its ends whole. */
export function textPart(
  { text, blocks }: WorkingText,
  highlights: Iterable<Highlight>,
  start: number,
  end: number,
): TextPart {
  const from = start <= 0 ? 0 : Math.min(start, at(blocks, start)?.start ?? start);
  const to = end >= text.length ? text.length : Math.max(end, at(blocks, end - 1)?.end ?? end);
  const touching: Highlight[] = [];
  for (const mark of highlights) if (mark.start < to && mark.end > from) touching.push(mark);
  return { from, text: text.slice(from, to), highlights: touching };
}

function at(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[blockAt(blocks, offset)];
}
