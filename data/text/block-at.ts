import type { Block } from './working-text.ts';

/** The block that covers an offset, or the next one when the offset lies between blocks. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, Math.max(0, blocks.length - 1));
}
