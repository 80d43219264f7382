import { regionKinds } from './region-kinds.ts';
import { Block, type ShownBlock } from './working-text.ts';

/**
 * Blocks as plain numbers: a tenth of the JSON of the records, so that the outline of a very long text is
 * there at once.
 */
export interface PackedBlocks {
  /**
   * Four each: white space before it and its length (UTF-16 code units), the index of its kind, and its
   * level (0 for none) plus {@link LEVELS} times one more than the index of its region's kind.
   */
  fields: readonly number[];
  /** Numbers of list items and notes by the index of their block. */
  numbers: Readonly<Record<number, string>>;
}

const KINDS = Block.shape.kind.options;
const FIELDS = 4;
/** More than there are levels. */
const LEVELS = 16;

/** Packs blocks; {@link unpackBlocks} takes them back. */
export function packBlocks(blocks: readonly ShownBlock[]): PackedBlocks {
  const fields: number[] = [];
  const numbers: Record<number, string> = {};
  let last = 0;
  blocks.forEach(({ start, end, kind, level = 0, number, region }, index) => {
    const folded = region === undefined ? 0 : regionKinds.indexOf(region) + 1;
    fields.push(start - last, end - start, KINDS.indexOf(kind), level + LEVELS * folded);
    if (number !== undefined) numbers[index] = number;
    last = end;
  });
  return { fields, numbers };
}

/** The blocks that were packed. */
export function unpackBlocks({ fields, numbers }: PackedBlocks): ShownBlock[] {
  const blocks: ShownBlock[] = [];
  let last = 0;
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [gap = 0, length = 0, kind = 0, look = 0] = fields.slice(at, at + FIELDS);
    const start = last + gap;
    last = start + length;
    const block: ShownBlock = { start, end: last, kind: KINDS[kind] ?? 'paragraph' };
    const level = look % LEVELS;
    if (level > 0) block.level = level;
    const number = numbers[blocks.length];
    if (number !== undefined) block.number = number;
    const region = regionKinds[Math.floor(look / LEVELS) - 1];
    if (region !== undefined) block.region = region;
    blocks.push(block);
  }
  return blocks;
}
