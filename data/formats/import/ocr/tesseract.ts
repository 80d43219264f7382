/**
 * What Tesseract says of a page, as far as it is used (`GetJSONText` of tesseract.js-core): boxes in points
 * of the picture, words in the order in which they are read, confidences from 0 to 100.
 */
export interface TesseractBlock {
  paragraphs: { lines: TesseractLine[] }[];
}

/** A line with the size of its letters: `rowHeight` is about that of the font. */
export interface TesseractLine {
  bbox: TesseractBox;
  baseline: TesseractBox;
  rowAttributes: { rowHeight: number };
  words: { text: string; confidence: number; bbox: TesseractBox }[];
}

/** Corners, or ends of a line. */
export interface TesseractBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
