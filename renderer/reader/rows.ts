import type { ShownBlock } from '#data/text/working-text.ts';

/** What the reader stacks on top of each other: one row is mounted and measured as a whole. */
export type RowContent =
  | { kind: 'head' }
  | { kind: 'end' }
  | { kind: 'block'; block: number }
  /** The line that stands for (or, when open, before) the debris blocks `from` to `to`. */
  | { kind: 'fold'; from: number; to: number; open: boolean };

/** A row at its place; the key stays when folds above it open. */
export type Row = RowContent & { index: number; key: string };

/** Rows of a text, and the row in which each block is found (a closed fold for its debris). */
export interface Rows {
  list: readonly Row[];
  rowOfBlock: Int32Array;
}

/** Lays out a text: head, blocks with each run of debris behind one line, end. `open` holds the first blocks of open folds. */
export function buildRows(blocks: readonly ShownBlock[], open: ReadonlySet<number>): Rows {
  const list: Row[] = [];
  const add = (row: RowContent) => list.push({ ...row, index: list.length, key: keyOf(row) });
  add({ kind: 'head' });
  const rowOfBlock = new Int32Array(blocks.length);
  let i = 0;
  while (i < blocks.length) {
    const to = blocks[i]?.region ? debrisEnd(blocks, i) : i;
    if (to === i) {
      rowOfBlock[i] = list.length;
      add({ kind: 'block', block: i });
      i++;
      continue;
    }
    const isOpen = open.has(i);
    const fold = list.length;
    add({ kind: 'fold', from: i, to, open: isOpen });
    for (; i < to; i++) {
      rowOfBlock[i] = isOpen ? list.length : fold;
      if (isOpen) add({ kind: 'block', block: i });
    }
  }
  add({ kind: 'end' });
  return { list, rowOfBlock };
}

/** The fold that hides a block, by its first block; undefined when the block is no debris. */
export function foldOf(blocks: readonly ShownBlock[], block: number): number | undefined {
  if (!blocks[block]?.region) return undefined;
  let from = block;
  while (blocks[from - 1]?.region) from--;
  return from;
}

function debrisEnd(blocks: readonly ShownBlock[], from: number): number {
  let to = from;
  while (blocks[to]?.region) to++;
  return to;
}

function keyOf(row: RowContent): string {
  if (row.kind === 'block') return `b${row.block}`;
  return row.kind === 'fold' ? `f${row.from}` : row.kind;
}
