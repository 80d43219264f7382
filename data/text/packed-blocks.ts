import { Block } from './working-text.ts';

/**
 * Blocks as plain numbers: a tenth of the JSON of the records, so that the outline of a very long text is
 * there at once.
 */
export interface PackedBlocks {
  /**
   * Four each: white space before it and its length (UTF-16 code units), the index of its kind, and its
   * level (0 for none).
   */
  fields: readonly number[];
  /** Numbers of list items and notes by the index of their block. */
  numbers: Readonly<Record<number, string>>;
}

const KINDS = Block.shape.kind.options;
const FIELDS = 4;

/** Packs blocks; {@link unpackBlocks} takes them back. */
export function packBlocks(blocks: readonly Block[]): PackedBlocks {
  const fields: number[] = [];
  const numbers: Record<number, string> = {};
  let last = 0;
  blocks.forEach(({ start, end, kind, level = 0, number }, index) => {
    fields.push(start - last, end - start, KINDS.indexOf(kind), level);
    if (number !== undefined) numbers[index] = number;
    last = end;
  });
  return { fields, numbers };
}

/** The blocks that were packed. */
export function unpackBlocks({ fields, numbers }: PackedBlocks): Block[] {
  const blocks: Block[] = [];
  let last = 0;
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [gap = 0, length = 0, kind = 0, level = 0] = fields.slice(at, at + FIELDS);
    const start = last + gap;
    last = start + length;
    const block: Block = { start, end: last, kind: KINDS[kind] ?? 'paragraph' };
    if (level > 0) block.level = level;
    const number = numbers[blocks.length];
    if (number !== undefined) block.number = number;
    blocks.push(block);
  }
  return blocks;
}
