import { meanConfidence } from '#data/formats/import/ocr/noise.ts';
import type { PictureLine, PictureWord, ReadPicture } from '#data/formats/import/picture-reader.ts';

/** What was read in a picture that was turned so, with the places of its words on the picture as it was given. */
export function turnedBack(read: ReadPicture, quarters: 1 | 2 | 3): ReadPicture {
  const back = ([x, y, width, height]: PictureWord['place']): PictureWord['place'] => {
    if (quarters === 1) return [y, 1 - x - width, height, width];
    if (quarters === 2) return [1 - x - width, 1 - y - height, width, height];
    return [1 - y - height, x, height, width];
  };
  const columns = read.columns.map((lines) =>
    lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, place: back(word.place) })),
    })),
  );
  return { ...read, columns };
}

/**
 * How much was read, and how surely: letters times confidence. Lines that run from top to bottom do not count:
 * Tesseract reads them too, but their page lies on its side.
 */
export function worthOf({ columns }: ReadPicture): number {
  const lines = columns.flat().filter((line) => line.words.length < 2 || !isOnItsSide(line));
  const words = lines.flatMap((line) => line.words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return (letters * meanConfidence(words)) / 100;
}

const isOnItsSide = ({ x0, x1, y0, y1 }: PictureLine): boolean => y1 - y0 > x1 - x0;
