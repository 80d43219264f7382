import type { ReadWord } from '../../../text/working-text.ts';
import { readsFromRight } from '../pdf/bidi.ts';
import type { Line, Over, Piece } from '../pdf/line.ts';
import type { Box } from '../pdf/page.ts';
import type { PageLayout } from '../pdf/page-layout.ts';
import { around, median } from '../pdf/runs.ts';
import { IDEOGRAPH } from '../pdf/spaces.ts';
import type { PictureLine, PictureWord, ReadPicture } from '../picture-reader.ts';

/** A gap (in sizes) that parts cells of a table, whatever stands beside it. */
const WIDE_GAP = 3;
/** A gap that does when it is so much wider than those beside it. */
const CELL_GAP = 1.6;
const WIDER = 2;
/** How far (in sizes) edges of one column may lie apart. */
const SAME_EDGE = 1.5;

/**
 * The lines of a picture as those of a page that is so wide (in points of 1/72 inch), so that they are put
 * together as those of any page. Each word knows where it was read. `page`: from 0.
 */
export function scanLayout(read: ReadPicture, page: number, width: number): PageLayout {
  const scale = width / read.width;
  const scan: Scan = { page, scale };
  return {
    height: read.height * scale,
    columns: stacked(read.columns).map((lines) => {
      const fromRight = isFromRight(lines);
      return lines.map((line) => lineOf(line, scan, fromRight)).sort((one, two) => one.y - two.y);
    }),
    boxed: [],
    turned: [],
    comments: [],
  };
}

/**
 * Columns of which one goes on right below the other, as wide as it, as one: Tesseract parts a column where a
 * gap is, in the middle of a table too. A narrower one stays apart, because its lines end elsewhere; of one or two
 * lines nobody can tell where they would.
 */
function stacked(columns: readonly PictureLine[][]): PictureLine[][] {
  const joined: { lines: PictureLine[]; box: Box }[] = [];
  for (const lines of columns) {
    const box = around(lines);
    const last = joined.at(-1);
    const near = SAME_EDGE * median(lines.map(({ size }) => size));
    const isBelow = last !== undefined && box.y0 >= last.box.y1 - near;
    if (!isBelow || !isAsWide(last.lines, lines, near)) joined.push({ lines: [...lines], box });
    else {
      last.lines.push(...lines);
      last.box = around([last.box, box]);
    }
  }
  return joined.map(({ lines }) => lines);
}

function isAsWide(above: readonly PictureLine[], below: readonly PictureLine[], near: number) {
  const [one, other] = [around(above), around(below)];
  const isLeft = Math.abs(one.x0 - other.x0) < near;
  const isRight = Math.abs(one.x1 - other.x1) < near;
  if (isLeft && isRight) return true;
  const isShort = Math.min(above.length, below.length) <= 2;
  return isShort && (isFromRight(below) ? isRight : isLeft);
}

const isFromRight = (lines: readonly PictureLine[]): boolean =>
  readsFromRight(lines.flatMap(({ words }) => words.map(({ text }) => text)));

interface Scan {
  page: number;
  scale: number;
}

type ScannedWord = Omit<ReadWord, 'start' | 'end'>;

function lineOf(line: PictureLine, scan: Scan, columnFromRight: boolean): Line {
  const { words } = line;
  const { scale } = scan;
  const fromRight = readsFromRight(
    words.map(({ text }) => text),
    columnFromRight,
  );
  const size = line.size * scale;
  const first = words[0] as PictureWord;
  return {
    ...scaled(line, scale),
    ...written(words, scan, fromRight, line.size),
    y: line.y * scale,
    size,
    bold: false,
    mono: false,
    fromRight,
    spans: [],
    // A script without spaces is cut anywhere.
    firstWord: IDEOGRAPH.test(first.text) ? size : (first.x1 - first.x0) * scale,
    page: scan.page,
  };
}

const scaled = ({ x0, y0, x1, y1 }: Box, by: number): Box => ({
  x0: x0 * by,
  y0: y0 * by,
  x1: x1 * by,
  y1: y1 * by,
});

/** The text of a line with its pieces, and which of it is which word. */
function written(
  words: readonly PictureWord[],
  scan: Scan,
  fromRight: boolean,
  size: number,
): Pick<Line, 'text' | 'over' | 'pieces'> {
  const gaps = words.map((word, at) => gapBefore(word, words[at - 1], fromRight));
  const usual = median(gaps.slice(1));
  let text = '';
  const over: Over[] = [];
  const pieces: Piece[] = [];
  let piece: { from: number; words: PictureWord[] } = { from: 0, words: [] };
  const endPiece = (): void => {
    const { x0, x1 } = scaled(around(piece.words), scan.scale);
    pieces.push({ text: text.slice(piece.from), x0, x1 });
  };
  words.forEach((word, at) => {
    const before = words[at - 1];
    const gap = gaps[at] ?? 0;
    const isWide = gap > WIDE_GAP * size || (gap > CELL_GAP * size && gap > WIDER * usual);
    if (before && isWide) {
      endPiece();
      piece = { from: text.length + 1, words: [] };
    }
    if (before && !isOneWord(before, word, gap, size)) text += ' ';
    const from = text.length;
    text += word.text;
    piece.words.push(word);
    const overlay = { kind: 'word' as const, boxes: [], word: readWord(word, scan.page) };
    over.push({ from, to: text.length, overlay });
  });
  endPiece();
  return { text, over, pieces };
}

const gapBefore = (word: PictureWord, last: PictureWord | undefined, fromRight: boolean): number =>
  !last ? 0 : Math.max(0, fromRight ? last.x0 - word.x1 : word.x0 - last.x1);

/** Scripts without spaces are read as several words all the same. */
const isOneWord = (one: PictureWord, next: PictureWord, gap: number, size: number): boolean =>
  IDEOGRAPH.test(one.text.slice(-1)) && IDEOGRAPH.test(next.text.charAt(0)) && gap < size;

/** Places are kept to a hundred thousandth of the page, and never lie beside it. */
function readWord({ place, confidence }: PictureWord, page: number): ScannedWord {
  const [left, top, width, height] = place;
  const inside = (value: number): number => Math.round(1e5 * Math.min(1, Math.max(0, value))) / 1e5;
  const [x, y] = [inside(left), inside(top)];
  const box: ScannedWord['box'] = [x, y, inside(left + width) - x, inside(top + height) - y];
  return {
    page: page + 1,
    box: box.map((value) => Math.round(1e5 * value) / 1e5) as ScannedWord['box'],
    confidence: Math.round(Math.min(100, Math.max(0, confidence))),
  };
}
