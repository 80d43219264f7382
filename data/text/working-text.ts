import { z } from 'zod';
import type { RegionKind } from './region-kinds.ts';

/** What a block is in the text; `continuation`: a further piece of the block before it. */
const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'table-row',
  'code',
  'caption',
  'footnote',
  'comment',
  'cue',
  'page-break',
  'continuation',
] as const;

/**
 * A piece of the working text that the reader shows as one unit: a half-open range of UTF-16 code
 * units. Blocks do not overlap and stand in order; what lies between two blocks is white space. The cells
 * of a table row are parted by tabs, lines within one by line feeds; a page break covers one form feed.
 */
export const Block = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(blockKinds),
  /** Level of a heading (1-6) or of a nested list item. */
  level: z.int().min(1).max(9).exactOptional(),
  /** The number of a list item or a note as a reader saw it (“4.”, “b.”): it is no part of the text. */
  number: z.string().min(1).max(40).exactOptional(),
});
export type Block = z.infer<typeof Block>;

/** A block with what it is beside the text, if it is: all of it lies in a region of that kind. */
export interface ShownBlock extends Block {
  region?: RegionKind;
}

const range = { start: z.int().min(0), end: z.int().min(1) };

/** How a stretch of the text looked or what it did, in the original; a half-open range like a block. */
export const TextMark = z.strictObject({
  ...range,
  kind: z.enum([
    'emphasis',
    'strong',
    'link',
    'superscript',
    'subscript',
    'note-anchor',
    'insertion',
    'deletion',
    'ruby',
  ]),
  /** Where a link leads, as it was written. */
  address: z.string().max(2000).exactOptional(),
  /** Where the note of an anchor begins. */
  to: z.int().min(0).exactOptional(),
  /** How the words of a ruby mark are read aloud. */
  reading: z.string().max(200).exactOptional(),
});
export type TextMark = z.infer<typeof TextMark>;

/** A page of the original, by the number that is printed on it or counted. */
const TextPage = z.strictObject({ ...range, number: z.string().max(40) });
export type TextPage = z.infer<typeof TextPage>;

/** What was said at some time of a recording; `from` and `to` in milliseconds. */
const TextCue = z.strictObject({ ...range, from: z.int().min(0), to: z.int().min(0) });
export type TextCue = z.infer<typeof TextCue>;

/**
 * A word that was read from a picture: where it stands in the text and on its page (counted from 1; `box` is
 * left, top, width and height in parts of the page), and how sure the reading is, 0 to 100.
 */
export const ReadWord = z.strictObject({
  ...range,
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  confidence: z.number().min(0).max(100),
});
export type ReadWord = z.infer<typeof ReadWord>;

/**
 * The working copy of a document, fixed at import. What of it is debris lies beside it in regions. Lists
 * that are empty are left out: the text of a news page stays what it was.
 */
export const WorkingText = z.strictObject({
  text: z.string().min(1),
  blocks: z.array(Block),
  marks: z.array(TextMark).exactOptional(),
  pages: z.array(TextPage).exactOptional(),
  cues: z.array(TextCue).exactOptional(),
  words: z.array(ReadWord).exactOptional(),
});
export type WorkingText = z.infer<typeof WorkingText>;

/** Longest block in code units; longer paragraphs continue in `continuation` blocks, or painting gets slow. */
export const LONGEST_BLOCK = 2000;

/** Most blocks of a working text: 50 MB in lines of 25 letters. */
export const MOST_BLOCKS = 2_000_000;
