import { readsFromRight } from '../pdf/bidi.ts';
import { around, median } from '../pdf/runs.ts';
import { isNoise } from './noise.ts';
import type { PictureLine, PictureWord, ReadPicture } from '../picture-reader.ts';
import type { TesseractBlock, TesseractBox, TesseractLine } from './tesseract.ts';

/** What is told of the picture that was read. */
interface Seen {
  width: number;
  height: number;
  /** Radians by which it was turned around its middle before it was read, clockwise. */
  turned: number;
}

/** How far (in parts) sizes of letters lie apart that are the same: Tesseract measures each line by its own letters. */
const SAME_SIZE = 0.25;
/** The same of scripts whose letters reach up and down as they please. */
const SAME_SIZE_ARABIC = 0.45;

/** What Tesseract read, without what is no writing. */
export function readPicture(blocks: readonly TesseractBlock[], seen: Seen): ReadPicture {
  const placeOf = placing(seen);
  const columns = blocks
    .map(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .map((lines) => lines.flatMap((line) => lineOf(line, placeOf)))
    .map((lines) => lines.filter((line) => !isNoise(line)))
    .filter((lines) => lines.length > 0);
  evenSizes(columns);
  return { width: seen.width, height: seen.height, columns };
}

type Placing = (box: TesseractBox) => PictureWord['place'];

function lineOf(
  { bbox, baseline, rowAttributes, words: read }: TesseractLine,
  placeOf: Placing,
): PictureLine[] {
  const words = read.flatMap(({ text, confidence, bbox: box }): PictureWord[] => {
    const word = plain(text);
    const { x0, y0, x1, y1 } = box;
    return word === '' ? [] : [{ text: word, confidence, x0, y0, x1, y1, place: placeOf(box) }];
  });
  if (words.length === 0) return [];
  const box = around(words);
  const y = (baseline.y0 + baseline.y1) / 2 || bbox.y1;
  const size = rowAttributes.rowHeight || box.y1 - box.y0;
  return [{ words, ...box, y, size }];
}

/** A word without white space and without marks of direction, which are none of its letters. */
const plain = (text: string): string =>
  text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, '').normalize('NFC');

/** Lines of about the size that most words have get that size; others that of their column. */
function evenSizes(columns: readonly PictureLine[][]): void {
  const body = median(columns.flat().flatMap((line) => line.words.map(() => line.size)));
  const words = columns.flat().flatMap((line) => line.words.map(({ text }) => text));
  const same = readsFromRight(words) ? SAME_SIZE_ARABIC : SAME_SIZE;
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) < same * other;
  for (const lines of columns) {
    for (const line of lines) if (isNear(line.size, body)) line.size = body;
    const others = lines.filter(({ size }) => size !== body);
    const middle = median(others.map(({ size }) => size));
    for (const line of others) if (isNear(line.size, middle)) line.size = middle;
  }
}

/** Where a box stood on the picture before it was turned around its middle, in parts of that. */
function placing({ width, height, turned }: Seen): Placing {
  const [cos, sin] = [Math.cos(-turned), Math.sin(-turned)];
  return ({ x0, y0, x1, y1 }) => {
    const [wide, high] = [x1 - x0, y1 - y0];
    const [x, y] = [x0 + wide / 2 - width / 2, y0 + high / 2 - height / 2];
    const left = x * cos - y * sin + width / 2 - wide / 2;
    const top = x * sin + y * cos + height / 2 - high / 2;
    return [left / width, top / height, wide / width, high / height];
  };
}
