import { pageIndexAt } from '#data/queries/page-ranges.ts';
import type { Span } from '#data/text/finder.ts';
import type { Box } from '#data/text/page-runs.ts';
import type { SheetPlace } from './sheets.ts';

/** Where a line of the working text begins, and how far down its page that is, in parts of the page as it is shown. */
export interface LinePlace {
  offset: number;
  part: number;
}

/** Words of a page, with their box on the page as it is shown. */
interface Words extends Span {
  box: Box;
}

/** Boxes whose middles are further apart than this, in parts of their height, stand on two lines. */
const APART = 0.5;

/**
 * The lines of a page with its range of the working text, in reading order. `words`: those that are read, in that
 * order; none while they are not known. The margin above the first line fades out down the page, and after the last
 * line comes the foot of the page, so that scrolling by these places goes on from page to page without a leap;
 * columns leap, as reading does.
 */
export function linePlaces(range: Span, words: readonly Words[]): LinePlace[] {
  const start = words[0]?.start ?? range.start;
  const end = words.at(-1)?.end ?? range.end;
  const lines = linesOf(words);
  const margin = Math.min(1, ...lines.map(({ part }) => part));
  const places = lines.map(({ offset, part }) => {
    const left = 1 - (offset - start) / Math.max(1, end - start);
    return { offset, part: Math.max(0, part - margin * left) };
  });
  const first = places.length > 0 ? [] : [{ offset: start, part: 0 }];
  return [...first, ...places, { offset: end, part: 1 }];
}

/** Where lines begin, by the tops of their boxes. */
function linesOf(words: readonly Words[]): LinePlace[] {
  const lines: LinePlace[] = [];
  let last: Box | undefined;
  for (const { start, box } of words) {
    if (last && isOneLine(last, box)) continue;
    lines.push({ offset: start, part: box[1] });
    last = box;
  }
  return lines;
}

function isOneLine([, top, , height]: Box, [, otherTop, , otherHeight]: Box): boolean {
  const apart = Math.abs(top + height / 2 - otherTop - otherHeight / 2);
  return apart <= APART * Math.max(height, otherHeight);
}

/** How far down its page an offset stands, between the lines by its share. */
export function partAt(lines: readonly LinePlace[], offset: number): number {
  const next = lines.findIndex((line) => line.offset > offset);
  const to = lines[next] ?? lines.at(-1);
  const from = next > 0 ? lines[next - 1] : to;
  if (!from || !to) return 0;
  return between(offset, [from.offset, to.offset], [from.part, to.part]);
}

/** The first offset that stands so far down the page: of several columns, in the first. */
export function offsetAt(lines: readonly LinePlace[], part: number): number {
  let from = lines[0];
  for (const to of lines.slice(1)) {
    if (from && from.part <= part && part < to.part) {
      return Math.round(between(part, [from.part, to.part], [from.offset, to.offset]));
    }
    from = to;
  }
  return part < (lines[0]?.part ?? 0) ? (lines[0]?.offset ?? 0) : (from?.offset ?? 0);
}

function between(
  at: number,
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
): number {
  if (to <= from) return first;
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return first + share * (last - first);
}

/** A text on pages: what of it stands on each (nothing on some), and the lines there as far as they are known. */
export interface LinedPages {
  ranges: readonly (Span | undefined)[];
  lines: (page: number, range: Span) => readonly LinePlace[];
}

/** Where an offset of the text stands on its pages. The start of a text is the first page, with words or without. */
export function pagePlaceOf({ ranges, lines }: LinedPages, offset: number): SheetPlace {
  const page = offset > 0 ? pageIndexAt(ranges, offset) : 0;
  const range = ranges[page];
  if (!range || offset <= 0) return { page: Math.max(0, page), part: 0 };
  return { page, part: partAt(lines(page, range), offset) };
}

/** The offset of the text at a place of its pages; a page without words stands before the next one with some. */
export function offsetOf({ ranges, lines }: LinedPages, { page, part }: SheetPlace): number {
  const range = ranges[page];
  if (range) return offsetAt(lines(page, range), part);
  const next = ranges.slice(page).find((one) => one !== undefined);
  return next?.start ?? ranges.findLast((one) => one !== undefined)?.end ?? 0;
}
