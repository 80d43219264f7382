import { z } from 'zod';

/**
 * A piece of the working text that the reader shows as one unit: a half-open range of UTF-16 code
 * units. Blocks do not overlap and stand in order; what lies between two blocks is white space.
 */
export const Block = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(['paragraph', 'heading', 'item', 'quote', 'cell', 'continuation']),
  /** Level of a heading (1-6) or of a nested list item. */
  level: z.int().min(1).max(9).exactOptional(),
  /** Debris of a saved page (menus, related posts): folded away, never lost. */
  debris: z.boolean().exactOptional(),
});
export type Block = z.infer<typeof Block>;

/** The working copy of a document, fixed at import. */
export const WorkingText = z.strictObject({ text: z.string().min(1), blocks: z.array(Block) });
export type WorkingText = z.infer<typeof WorkingText>;

/** Longest block in code units; longer paragraphs continue in `continuation` blocks, or painting gets slow. */
export const LONGEST_BLOCK = 2000;

/** Most blocks of a working text: 50 MB in lines of 25 letters. */
export const MOST_BLOCKS = 2_000_000;
