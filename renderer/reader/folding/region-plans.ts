import type { Region, RegionKind } from '#data/model/region.ts';
import type { Request } from '#data/operations/engine.ts';
import { blockAt } from '#data/text/block-at.ts';
import type { Span } from '#data/text/finder.ts';
import type { Block } from '#data/text/working-text.ts';

/** A document with what of it is folded away; blocks and regions stand in order. */
export interface Folded {
  document: string;
  blocks: readonly Block[];
  regions: readonly Region[];
}

/** Which end of a region, and where to: up (-1) or down (1). */
export interface EdgeMove {
  edge: 'start' | 'end';
  by: 1 | -1;
}

/** The whole blocks that a range touches; undefined where there are none. */
export function wholeBlocks(blocks: readonly Block[], { start, end }: Span): Span | undefined {
  const first = blocks[blockAt(blocks, start)];
  const last = lastBefore(blocks, Math.max(end, start + 1));
  return first && last && first.start < last.end
    ? { start: first.start, end: last.end }
    : undefined;
}

/** Steps that fold a stretch away as what it is. What of it is folded away already becomes part of it. */
export function foldAway(folded: Folded, stretch: Span, kind: RegionKind): Request[] {
  const { document, regions } = folded;
  const around = regions.find(({ start, end }) => start <= stretch.start && end >= stretch.end);
  if (around?.kind === kind) return [];
  if (around && around.start === stretch.start && around.end === stretch.end) {
    return [{ op: 'region.update', input: { id: around.id, kind } }];
  }
  const { start, end } = stretch;
  return [
    ...bringBack(folded, stretch),
    { op: 'region.add', input: { document, start, end, kind } },
  ];
}

/** Steps that bring a stretch back into the text; what of its regions lies beside it stays folded away. */
export function bringBack({ document, blocks, regions }: Folded, stretch: Span): Request[] {
  return regions
    .filter(({ start, end }) => start < stretch.end && end > stretch.start)
    .flatMap(({ id, kind, start, end }): Request[] => {
      const before = trimmed(blocks, { start, end: stretch.start });
      const behind = trimmed(blocks, { start: stretch.end, end });
      const [kept, other] = before ? [before, behind] : [behind, undefined];
      if (!kept) return [{ op: 'region.remove', input: { id } }];
      const update = { op: 'region.update', input: { id, ...kept } };
      return other ? [update, { op: 'region.add', input: { document, kind, ...other } }] : [update];
    });
}

/** The step that moves an end of a region by a block; undefined where it cannot go further. */
export function moveEdge(
  { blocks, regions }: Folded,
  region: Region,
  { edge, by }: EdgeMove,
): Request | undefined {
  const others = regions.filter(({ id }) => id !== region.id);
  const to =
    edge === 'start'
      ? startMoved(blocks, others, region, by)
      : endMoved(blocks, others, region, by);
  return to === undefined
    ? undefined
    : { op: 'region.update', input: { id: region.id, [edge]: to } };
}

function startMoved(
  blocks: readonly Block[],
  others: readonly Region[],
  { start, end }: Region,
  by: 1 | -1,
): number | undefined {
  const at = blockAt(blocks, start);
  if (by === 1) {
    const next = blocks[at + 1]?.start;
    return next !== undefined && next < end ? next : undefined;
  }
  const before = lastBefore(blocks, start);
  if (!before) return undefined;
  const least = others.findLast((other) => other.start < start)?.end ?? 0;
  return before.end > least ? Math.max(before.start, least) : undefined;
}

function endMoved(
  blocks: readonly Block[],
  others: readonly Region[],
  { start, end }: Region,
  by: 1 | -1,
): number | undefined {
  if (by === -1) {
    const last = lastBefore(blocks, end);
    const before = last && lastBefore(blocks, last.start);
    return before && before.end > start ? before.end : undefined;
  }
  const next = blocks[blockAt(blocks, end)];
  if (!next || next.end <= end) return undefined;
  const most = others.find((other) => other.start >= end)?.start ?? next.end;
  return next.start < most ? Math.min(next.end, most) : undefined;
}

/** The last block that begins before an offset. */
function lastBefore(blocks: readonly Block[], offset: number): Block | undefined {
  const at = blockAt(blocks, offset - 1);
  const block = blocks[at];
  return block && block.start < offset ? block : blocks[at - 1];
}

/** A range without the white space between blocks at its ends; undefined if no block is in it. */
function trimmed(blocks: readonly Block[], { start, end }: Span): Span | undefined {
  if (start >= end) return undefined;
  const first = blocks[blockAt(blocks, start)];
  const last = lastBefore(blocks, end);
  if (!first || !last) return undefined;
  const span = { start: Math.max(first.start, start), end: Math.min(last.end, end) };
  return span.start < span.end ? span : undefined;
}
