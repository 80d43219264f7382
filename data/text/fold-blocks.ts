import type { RegionKind } from './region-kinds.ts';
import type { Block, ShownBlock } from './working-text.ts';

/** A region as the blocks need it. */
interface Folded {
  start: number;
  end: number;
  kind: RegionKind;
}

/**
 * Blocks, cut where a region begins or ends, with those marked that lie in one. Both stand in order; regions
 * do not overlap. Cost: one pass.
 */
export function foldBlocks(blocks: readonly Block[], regions: readonly Folded[]): ShownBlock[] {
  const shown: ShownBlock[] = [];
  let next = 0;
  for (const { start: from, end: to, kind, level, number } of blocks) {
    const look = { ...(level !== undefined && { level }), ...(number !== undefined && { number }) };
    for (let at = from; at < to;) {
      while (next < regions.length && (regions[next]?.end ?? 0) <= at) next++;
      const region = regions[next];
      const isIn = region !== undefined && region.start <= at;
      const end = Math.min(to, region ? (isIn ? region.end : region.start) : to);
      const piece: ShownBlock = { start: at, end, kind: at === from ? kind : 'continuation' };
      Object.assign(piece, at === from && look, isIn && { region: region.kind });
      shown.push(piece);
      at = end;
    }
  }
  return shown;
}

/** Runs of blocks of one kind of region as ranges, and the blocks without their marks. */
export function unfoldBlocks(blocks: readonly ShownBlock[]): {
  blocks: Block[];
  regions: Folded[];
} {
  const regions: Folded[] = [];
  let open: Folded | undefined;
  const plain = blocks.map(({ region, ...block }) => {
    if (region === undefined) open = undefined;
    else if (open?.kind === region) open.end = block.end;
    else regions.push((open = { start: block.start, end: block.end, kind: region }));
    return block;
  });
  return { blocks: plain, regions };
}
