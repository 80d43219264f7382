import type { Region } from '#data/model/region.ts';
import type { ShownBlock } from '#data/text/working-text.ts';

/** What the reader stacks on top of each other: one row is mounted and measured as a whole. */
export type RowContent =
  | { kind: 'head' }
  | { kind: 'end' }
  | { kind: 'block'; block: number }
  /** The line that stands for the blocks `from` to `to` of closed regions, or before those of an open one. */
  | {
      kind: 'fold';
      regions: readonly [Region, ...Region[]];
      from: number;
      to: number;
      open: boolean;
    };

/** A row at its place. */
export type Row = RowContent & { index: number };

/** Rows of a text, and the row in which each block is found (a closed fold for what it hides). */
export interface Rows {
  list: readonly Row[];
  rowOfBlock: Int32Array;
}

/** What is folded away, in reading order, and what of it is open. */
interface Folding {
  regions: readonly Region[];
  isOpen(id: string): boolean;
}

/**
 * Lays out a text: head, blocks, end. Closed regions that follow each other share one line; an open one has
 * its own before its blocks. Cost: one pass.
 */
export function buildRows(
  blocks: readonly ShownBlock[],
  folding: Folding = { regions: [], isOpen: () => false },
): Rows {
  const { regions } = folding;
  const list: Row[] = [];
  const rowOfBlock = new Int32Array(blocks.length);
  const add = (row: RowContent) => list.push({ ...row, index: list.length });
  add({ kind: 'head' });
  let next = 0;
  for (let i = 0; i < blocks.length;) {
    while (next < regions.length && (regions[next]?.end ?? 0) <= (blocks[i]?.start ?? 0)) next++;
    const region = blocks[i]?.region ? regions[next] : undefined;
    if (!region) {
      rowOfBlock[i] = list.length;
      add({ kind: 'block', block: i });
      i++;
      continue;
    }
    const open = folding.isOpen(region.id);
    const from = i;
    while (i < blocks.length && (blocks[i]?.start ?? 0) < region.end) i++;
    const before = list.at(-1);
    if (!open && before?.kind === 'fold' && !before.open) {
      list.pop();
      add({ ...before, regions: [...before.regions, region], to: i });
    } else add({ kind: 'fold', regions: [region], from, to: i, open });
    rowOfBlock.fill(list.length - 1, from, i);
    if (!open) continue;
    for (let block = from; block < i; block++) {
      rowOfBlock[block] = list.length;
      add({ kind: 'block', block });
    }
  }
  add({ kind: 'end' });
  return { list, rowOfBlock };
}

/**
 * A name for a row that stays when rows before it come and go, and when the rest of the text is cut
 * otherwise. What is drawn by it stays on the page.
 */
export function rowKey(row: RowContent, blocks: readonly ShownBlock[]): string {
  if (row.kind === 'fold') return `f:${row.regions[0].id}`;
  return row.kind === 'block' ? blockKey(blocks[row.block]) : row.kind;
}

/** The same for a block. */
export const blockKey = (block: ShownBlock | undefined): string =>
  block ? `${block.start} ${block.end} ${block.kind} ${block.region ?? ''}` : '';
