import { regionAt } from '#data/queries/without-regions.ts';
import { blockAt } from '#data/text/block-at.ts';
import type { Span } from '#data/text/finder.ts';
import type { Block } from '#data/text/working-text.ts';

/** A text with what of it is closed, both in order. */
interface Closed {
  blocks: readonly Block[];
  closed: readonly Span[];
}

/**
 * Where the caret comes to rest on its way from one offset to another: at the start of the first closed
 * region on the way, which is the place of its line; from there it leaves on the other side.
 */
export function caretStop({ blocks, closed }: Closed, from: number, to: number): number {
  if (from === to || closed.length === 0) return to;
  const inside = regionAt(closed, from);
  if (to > from) {
    const left = inside?.end ?? from + 1;
    const next = closed.find(({ start }) => start >= left && start <= to);
    if (next) return next.start;
    return inside && to < left ? after(blocks, closed, left, from) : to;
  }
  const left = inside?.start ?? from;
  const before = closed.findLast(({ start, end }) => start < left && end >= to);
  if (before) return before.start;
  return inside && to >= left ? ahead(blocks, closed, left, from) : to;
}

/** The first place from an offset on where a block begins; none: the caret stays. */
function after(
  blocks: readonly Block[],
  closed: readonly Span[],
  offset: number,
  stay: number,
): number {
  const next = blocks[blockAt(blocks, offset)];
  if (!next || next.end <= offset) return stay;
  return regionAt(closed, Math.max(next.start, offset))?.start ?? Math.max(next.start, offset);
}

/** The last place up to an offset where a block ends; none: the caret stays. */
function ahead(
  blocks: readonly Block[],
  closed: readonly Span[],
  offset: number,
  stay: number,
): number {
  const last = blocks.findLast(({ start }) => start < offset);
  if (!last) return stay;
  const end = Math.min(last.end, offset);
  return regionAt(closed, end - 1)?.start ?? end;
}
