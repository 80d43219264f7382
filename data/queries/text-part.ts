import type { Highlight } from '../model/highlight.ts';
import { blockAt } from '../text/block-at.ts';
import type { Block, ReadWord, TextMark, WorkingText } from '../text/working-text.ts';

/**
 * A stretch of a working text in whole blocks, from offset `from`, and all highlights and marks that
 * touch it. Marks that there are none of are left out.
 */
export interface TextPart {
  from: number;
  text: string;
  highlights: Highlight[];
  marks?: ShownMark[];
}

/** How words looked in the original, or (`unsure`) that they were read from a picture and may be others. */
export type ShownMark = Omit<TextMark, 'kind'> & { kind: TextMark['kind'] | 'unsure' };

/** Confidence below which a word that was read from a picture is worth a look: of these about every other is wrong. */
const UNSURE = 70;

/** How far a part reaches on both sides of a place (UTF-16 code units): many screens, a few ms. */
export const REACH = 30_000;

/** The part that covers [start, end), with the blocks at its ends whole. */
export function textPart(
  { text, blocks, marks = [], words = [] }: WorkingText,
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
  const looks: ShownMark[] = [...marks.filter(touches), ...unsureOf(words.filter(touches))];
  if (looks.length > 0) part.marks = looks;
  return part;
}

/** Words beside each other are told as one. */
function unsureOf(words: readonly ReadWord[]): ShownMark[] {
  const found: ShownMark[] = [];
  for (const { start, end, confidence } of words) {
    if (confidence >= UNSURE) continue;
    const last = found.at(-1);
    if (last && start - last.end <= 1) last.end = end;
    else found.push({ start, end, kind: 'unsure' });
  }
  return found;
}

function at(blocks: readonly Block[], offset: number): Block | undefined {
  return blocks[blockAt(blocks, offset)];
}
