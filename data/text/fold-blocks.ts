import type { Span } from './finder.ts';
import type { Block, ShownBlock } from './working-text.ts';

/**
 * Blocks with those marked that a region covers whole. Both stand in order. Marks that are there already,
 * in texts that format 1 has stored, say nothing any more. Cost: one pass.
 */
export function foldBlocks(blocks: readonly ShownBlock[], regions: readonly Span[]): ShownBlock[] {
  let next = 0;
  return blocks.map(({ debris: _stored, ...block }) => {
    while (next < regions.length && (regions[next]?.end ?? 0) <= block.start) next++;
    const region = regions[next];
    const isCovered = region && region.start <= block.start && region.end >= block.end;
    return isCovered ? { ...block, debris: true } : block;
  });
}

/** Runs of folded blocks as ranges, and the blocks without their marks. */
export function unfoldBlocks(blocks: readonly ShownBlock[]): { blocks: Block[]; folded: Span[] } {
  const folded: Span[] = [];
  let open: Span | undefined;
  const plain = blocks.map(({ debris, ...block }) => {
    if (!debris) open = undefined;
    else if (open) open.end = block.end;
    else folded.push((open = { start: block.start, end: block.end }));
    return block;
  });
  return { blocks: plain, folded };
}
