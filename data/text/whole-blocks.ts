import type { Block } from './working-text.ts';

/** Blocks as the original had them: the pieces of one that is too long to paint at once are one again. */
export function wholeBlocks(blocks: readonly Block[]): Block[] {
  const whole: Block[] = [];
  for (const block of blocks) {
    const before = block.kind === 'continuation' ? whole.at(-1) : undefined;
    if (before) before.end = block.end;
    else whole.push({ ...block });
  }
  return whole;
}
