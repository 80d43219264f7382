import { blockAt } from '#data/text/block-at.ts';
import type { OpenText } from './open-text.svelte.ts';
import type { Reader } from './reader.svelte.ts';

/** Where the sign of a note at an offset leads; undefined where there is none. */
export function noteAt(open: OpenText, offset: number): number | undefined {
  return open.looksOver(offset, offset + 1).find(({ to }) => to !== undefined)?.to;
}

/** From a note back to its sign: where that stands. */
export function signOf(open: OpenText, offset: number): number | undefined {
  const block = open.blocks[blockAt(open.blocks, offset)];
  return block && open.anchorOf(block.start, block.end)?.start;
}

/** From a sign at the caret, or the next one in its paragraph, to its note; from a note back to its sign. */
export function otherEnd(open: OpenText, caret: number): number | undefined {
  const back = signOf(open, caret);
  if (back !== undefined) return back;
  const block = open.blocks[blockAt(open.blocks, caret)];
  if (!block) return undefined;
  const signs = open.looksOver(block.start, block.end).filter(({ to }) => to !== undefined);
  return (signs.find(({ end }) => end >= caret) ?? signs[0])?.to;
}

/** Shows a place as the other end of a jump: the caret stands there, and its words flash. */
export async function jump(reader: Reader, offset: number): Promise<void> {
  const { open } = reader;
  if (!open) return;
  reader.words.set(offset);
  await reader.show(offset);
  const { end } = open.motions.around(offset, 'word');
  reader.flash = { start: offset, end, at: performance.now() };
}
