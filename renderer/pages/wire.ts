import type { OutlineEntry } from '#data/formats/import/pdf/headings.ts';
import type { PageRun } from '#data/text/page-runs.ts';

/**
 * What the window and the frame that reads pages say to each other. The frame lies on a host of its own, has
 * no way out, and gets a file's bytes by message; it answers pictures and words.
 */

/** The host of the frame, and that of the window. */
export const FRAME_ORIGIN = 'app://pages';
export const WINDOW_ORIGIN = 'app://wakhan';

/** In CSS pixels at 100 %. */
export interface PageSize {
  width: number;
  height: number;
}

/** A file that is open in the frame. */
export interface OpenedFile {
  count: number;
  first: PageSize;
  /** Printed numbers of pages, where the file has them. */
  labels: string[] | null;
  outline: OutlineEntry[];
}

/** Questions to the frame, and what it answers. Pages count from 0. */
export interface Asked {
  open: {
    ask: { bytes: ArrayBuffer; mediaType: string; password?: string };
    answer: OpenedFile;
  };
  sizes: { ask: { from: number; to: number }; answer: PageSize[] };
  draw: { ask: { page: number; scale: number }; answer: ImageBitmap };
  words: { ask: { page: number }; answer: PageRun[] };
}
export type Question = keyof Asked;

/** Why the frame has no answer. */
export type Refusal = 'password' | 'broken' | 'cancelled';

/** From the window to the frame. */
export type ToFrame =
  | { [Q in Question]: { id: number; question: Q; ask: Asked[Q]['ask'] } }[Question]
  | { cancel: number }
  | { file: number; bytes: Uint8Array | null };

/** From the frame to the window. */
export type FromFrame =
  | { id: number; answer: Asked[Question]['answer'] }
  | { id: number; refused: Refusal }
  /** A file of the library that draws: a character map, a font that everybody has. */
  | { file: number; kind: LibraryFolder; name: string };

export type LibraryFolder = 'cmaps' | 'standard_fonts';
