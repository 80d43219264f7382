import { Block, type ShownBlock } from './working-text.ts';

/**
 * Blocks as plain numbers, four each: white space before it and its length (UTF-16 code units), the
 * index of its kind, and its level (0 for none), negative minus one for debris. A tenth of the JSON of
 * the records, so that the outline of a very long text is there at once.
 */
export type PackedBlocks = readonly number[];

const KINDS = Block.shape.kind.options;
const FIELDS = 4;

/** Packs blocks; {@link unpackBlocks} takes them back. */
export function packBlocks(blocks: readonly ShownBlock[]): number[] {
  const packed: number[] = [];
  let last = 0;
  for (const { start, end, kind, level = 0, debris } of blocks) {
    packed.push(start - last, end - start, KINDS.indexOf(kind), debris ? -1 - level : level);
    last = end;
  }
  return packed;
}

/** The blocks that were packed. */
export function unpackBlocks(packed: PackedBlocks): ShownBlock[] {
  const blocks: ShownBlock[] = [];
  let last = 0;
  for (let at = 0; at + FIELDS <= packed.length; at += FIELDS) {
    const [gap = 0, length = 0, kind = 0, mark = 0] = packed.slice(at, at + FIELDS);
    const start = last + gap;
    last = start + length;
    const block: ShownBlock = { start, end: last, kind: KINDS[kind] ?? 'paragraph' };
    const level = mark < 0 ? -1 - mark : mark;
    if (level > 0) block.level = level;
    if (mark < 0) block.debris = true;
    blocks.push(block);
  }
  return blocks;
}
