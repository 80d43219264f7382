import type { ReadWord } from '../../text/working-text.ts';

/** A rectangle; points from the upper left corner, downwards. */
interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A picture in shades of grey, row by row from the top: one byte a point, 0 is black. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/**
 * A word in a picture: its box in points of the picture as it was turned upright for reading, and its place on
 * the picture as it was given. `confidence`: 0 to 100.
 */
export interface PictureWord extends Box {
  text: string;
  confidence: number;
  place: ReadWord['box'];
}

/** Words beside each other, in the order in which they are read. */
export interface PictureLine extends Box {
  words: PictureWord[];
  /** Base line in its middle, and size of its letters, in points of the upright picture. */
  y: number;
  size: number;
}

/** What was read in a picture, which was so large when it was upright: lines by the columns that they stand in. */
export interface ReadPicture {
  width: number;
  height: number;
  columns: PictureLine[][];
}

/** Reads the words of pictures (OCR). */
export interface PictureReader {
  /** Codes of the languages that it looks for: `eng`, `chi_sim`. */
  readonly languages: readonly string[];
  /** Name and version of the program that reads. */
  readonly by: string;
  /** `passed` hears how much of the picture is done, 0 to 1. Throws when it cannot be read. */
  read(picture: GreyPicture, passed: (share: number) => void): Promise<ReadPicture>;
}
