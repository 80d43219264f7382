import { z } from 'zod';
import { Line } from './common.ts';

/** What the program may find about a document in its file or its words. */
export const proposalFields = [
  'title',
  'author',
  'publisher',
  'published',
  'place',
  'language',
  'url',
] as const;

/**
 * Something about a document that waits for the analyst's word: `from` is where the working text says it
 * (half-open, UTF-16 code units), or the file's own data about itself.
 */
export const Proposal = z.strictObject({
  field: z.enum(proposalFields),
  /** A date is EDTF, a language BCP 47. */
  value: Line,
  from: z.union([
    z.strictObject({ start: z.int().min(0), end: z.int().min(1) }),
    z.literal('file'),
  ]),
});
export type Proposal = z.infer<typeof Proposal>;

/** Kinds of what a file holds beside its text. */
export const leftOutKinds = [
  'script',
  'style',
  'embed',
  'control',
  'picture',
  'media',
  'file',
  'macro',
  'other',
] as const;
export type LeftOutKind = (typeof leftOutKinds)[number];

/** What of a file is no part of the working text. */
export const LeftOut = z.strictObject({
  /** Characters of text, as far as it is text (UTF-16 code units). */
  characters: z.int().min(0),
  what: z.array(z.enum(leftOutKinds)),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** Which columns of a table are what, and what of it is one document: how a table was read. */
export const TableRecipe = z.strictObject({
  unit: z.enum(['row', 'sheet', 'file']).exactOptional(),
  /** Headings of columns. */
  text: Line.exactOptional(),
  title: Line.exactOptional(),
  date: Line.exactOptional(),
  source: Line.exactOptional(),
});
export type TableRecipe = z.infer<typeof TableRecipe>;

/** What a reading may leave open until somebody has looked at it. */
export const openQuestions = ['encoding', 'columns', 'pages'] as const;
export type OpenQuestion = (typeof openQuestions)[number];

/** How the words of pictures were read (OCR). */
export const Recognised = z.strictObject({
  /** Codes of the languages that were looked for, as the program has them: `eng`, `chi_sim`. */
  languages: z.array(Line).min(1),
  /** Pages that were read so, counted from 1. */
  pages: z.array(z.int().min(1)),
  /** Mean confidence of their words, 0 to 100. */
  confidence: z.number().min(0).max(100),
  /** Name and version of the program that read them. */
  by: Line,
});
export type Recognised = z.infer<typeof Recognised>;

/** How a file was read, and what it left open. */
export const Reading = z.strictObject({
  /** The encoding of a text, a label of the WHATWG Encoding Standard where it has one. */
  encoding: Line.exactOptional(),
  /** Whether the encoding was guessed, and is worth a look. */
  guessed: z.literal(true).exactOptional(),
  /** Characters that could not be read and became U+FFFD. */
  damaged: z.int().min(1).exactOptional(),
  leftOut: LeftOut.exactOptional(),
  recipe: TableRecipe.exactOptional(),
  /** Pages of the original, and those of them (counted from 1) that are pictures without a text. */
  pages: z.int().min(1).exactOptional(),
  withoutText: z.array(z.int().min(1)).exactOptional(),
  recognised: Recognised.exactOptional(),
  /** Names of files within the file that were not taken in. */
  files: z.array(Line).exactOptional(),
  /** What somebody has looked at and found right as it was read. */
  settled: z.array(z.enum(openQuestions)).exactOptional(),
});
export type Reading = z.infer<typeof Reading>;
