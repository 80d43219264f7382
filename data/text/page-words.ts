import type { Span } from './finder.ts';
import { placePage } from './page-lines.ts';
import type { Box, PageRun } from './page-runs.ts';
import type { ReadWord } from './working-text.ts';

/** The words of a page as the working text has them. */
export interface PageWords {
  /** Offset of the text. */
  start: number;
  text: string;
  /** Where they stand, when they were read from a picture. */
  words?: ReadWord[];
}

/** A run of letters on a page with its place in the working text: half-open, in UTF-16 code units. */
export interface PlacedWords extends Span {
  box: Box;
  turn: PageRun['turn'];
  rtl: boolean;
  /** Where each code unit of the range begins, and the last one ends, in parts of the line's length. */
  edges: readonly number[];
}

/** The words of a page, by offset; those that are drawn and stand in no text are left out. */
export class PageWordsIndex {
  readonly words: readonly PlacedWords[];

  constructor(words: readonly PlacedWords[]) {
    this.words = [...words].sort((one, other) => one.start - other.start);
  }

  /** Words of a page whose letters are drawn. */
  static drawn(runs: readonly PageRun[], { start, text }: PageWords): PageWordsIndex {
    const found = placePage(runs, text, start);
    return new PageWordsIndex(
      runs.flatMap((run, i) => {
        const place = found[i];
        if (!place) return [];
        const edges = stretched(run.edges.slice(place.from, place.to + 1), place.end - place.start);
        const { box, turn, rtl } = run;
        return [{ start: place.start, end: place.end, box, turn, rtl, edges }];
      }),
    );
  }

  /** Words of a page that were read from a picture. */
  static read({ words = [], text, start }: PageWords): PageWordsIndex {
    return new PageWordsIndex(
      words.map((one) => {
        const { length } = text.slice(one.start - start, one.end - start);
        const edges = Array.from({ length: length + 1 }, (_, i) => i / length);
        const rtl = RTL.test(text.slice(one.start - start, one.end - start));
        return { start: one.start, end: one.end, box: one.box, turn: 0, rtl, edges };
      }),
    );
  }

  /** Boxes that a range takes on the page, those of one line joined. */
  boxes(from: number, to: number): Box[] {
    const found: Box[] = [];
    for (const word of this.words) {
      if (word.end <= from || word.start >= to) continue;
      const box = partOf(word, Math.max(from, word.start), Math.min(to, word.end));
      const last = found.at(-1);
      const joined = last && word.turn % 2 === 0 ? joinedLine(last, box) : undefined;
      if (joined) found[found.length - 1] = joined;
      else found.push(box);
    }
    return found;
  }

  /** The offset nearest to a point of the page (in parts of it); undefined on a page without words. */
  at(x: number, y: number): number | undefined {
    let best: { word: PlacedWords; distance: number } | undefined;
    for (const word of this.words) {
      const [left, top, width, height] = word.box;
      const dx = Math.max(left - x, x - left - width, 0);
      const dy = Math.max(top - y, y - top - height, 0);
      // Lines are wide: what is beside a line is nearer to it than what is above or below.
      const distance = word.turn % 2 === 0 ? dx + dy * 4 : dy + dx * 4;
      if (!best || distance < best.distance) best = { word, distance };
    }
    return best && offsetIn(best.word, x, y);
  }

  /** The range of the words whose middles lie in a rectangle of the page; undefined without any. */
  within([left, top, width, height]: Box): Span | undefined {
    let found: Span | undefined;
    for (const word of this.words) {
      const [x, y, wide, high] = word.box;
      const middle = word.turn % 2 === 0 ? y + high / 2 : x + wide / 2;
      const isIn =
        word.turn % 2 === 0
          ? middle >= top && middle <= top + height && x + wide > left && x < left + width
          : middle >= left && middle <= left + width && y + high > top && y < top + height;
      if (!isIn) continue;
      const ends = [offsetIn(word, left, top), offsetIn(word, left + width, top + height)];
      const start = Math.min(...ends);
      const end = Math.max(...ends);
      if (start === end) continue;
      found = found
        ? { start: Math.min(found.start, start), end: Math.max(found.end, end) }
        : { start, end };
    }
    return found;
  }
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Edges of a line for another number of letters: a ligature is one letter on the page and two in the text. */
function stretched(edges: readonly number[], length: number): number[] {
  const last = edges.length - 1;
  if (last === length) return [...edges];
  return Array.from({ length: length + 1 }, (_, i) => {
    const at = (i / Math.max(1, length)) * last;
    const low = Math.floor(at);
    const before = edges[low] ?? 0;
    return before + ((edges[low + 1] ?? before) - before) * (at - low);
  });
}

/** The box of a part of a run. */
function partOf({ start, box, turn, rtl, edges }: PlacedWords, from: number, to: number): Box {
  const [x, y, width, height] = box;
  const one = edges[from - start] ?? 0;
  const other = edges[to - start] ?? 1;
  const isBackwards = rtl !== turn > 1;
  const [low, high] = isBackwards ? [1 - other, 1 - one] : [one, other];
  return turn % 2 === 0
    ? [x + width * low, y, width * (high - low), height]
    : [x, y + height * low, width, height * (high - low)];
}

/** The place between two letters that is nearest to a point. */
function offsetIn({ start, box, turn, rtl, edges }: PlacedWords, x: number, y: number): number {
  const [left, top, width, height] = box;
  const along = turn % 2 === 0 ? (x - left) / width : (y - top) / height;
  const part = rtl !== turn > 1 ? 1 - along : along;
  let nearest = 0;
  edges.forEach((edge, i) => {
    if (Math.abs(edge - part) < Math.abs((edges[nearest] ?? 0) - part)) nearest = i;
  });
  return start + nearest;
}

/** Two boxes as one, when they stand on one line. */
function joinedLine(one: Box, other: Box): Box | undefined {
  const [x, y, width, height] = one;
  const [left, top, wide, high] = other;
  const overlap = Math.min(y + height, top + high) - Math.max(y, top);
  const gap = Math.max(left - x - width, x - left - wide);
  if (overlap < Math.min(height, high) * 0.6 || gap > Math.max(height, high) * 1.5)
    return undefined;
  const from = Math.min(x, left);
  const up = Math.min(y, top);
  return [from, up, Math.max(x + width, left + wide) - from, Math.max(y + height, top + high) - up];
}
