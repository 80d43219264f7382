import type { Span } from './finder.ts';
import { foldBlocks } from './fold-blocks.ts';
import type { RegionKind } from './region-kinds.ts';
import type { WorkingText } from './working-text.ts';

/**
 * A working text without what its regions fold away: the rest keeps its words, its order and the
 * white space before each block. Offsets into it are none of the document.
 */
export function shownText(
  { text, blocks }: Pick<WorkingText, 'text' | 'blocks'>,
  regions: readonly (Span & { kind: RegionKind })[],
): string {
  let shown = '';
  let end = 0;
  for (const block of foldBlocks(blocks, regions)) {
    const gap = text.slice(end, block.start);
    if (block.region === undefined) shown += gap + text.slice(block.start, block.end);
    end = block.end;
  }
  return shown.trim();
}
