import type { Highlight } from '#data/model/highlight.ts';
import type { Span } from '#data/text/finder.ts';
import type { OpenText } from '../reader/open-text.svelte.ts';
import { strokesOf, type Palette, type Stroke } from '../reader/paint.ts';
import type { PageWordsIndex } from '#data/text/page-words.ts';
import type { Box } from '#data/text/page-runs.ts';

/** A highlight on a page: its boxes in parts of the page, and how they are drawn. */
export interface PageMark {
  mark: Highlight;
  boxes: readonly Box[];
  strokes: readonly Stroke[];
  /** A rectangle that somebody drew, and not lines of words. */
  isArea: boolean;
}

/** The highlights of a page (from 0): words where they stand, rectangles where they were drawn. */
export function marksOn(
  open: OpenText,
  page: number,
  range: Span | undefined,
  words: PageWordsIndex | undefined,
  palette: Palette,
): PageMark[] {
  const found: PageMark[] = [];
  const onWords = range ? open.marksOver(range.start, range.end) : [];
  for (const mark of onWords) {
    if (mark.area) continue;
    const boxes = words?.boxes(mark.start, mark.end) ?? [];
    const strokes = strokesOf(mark, palette);
    if (boxes.length > 0 && strokes.length > 0) found.push({ mark, boxes, strokes, isArea: false });
  }
  for (const mark of open.index.all()) {
    const { area } = mark;
    if (area?.page !== page + 1) continue;
    const boxes: Box[] = [[area.x, area.y, area.width, area.height]];
    found.push({ mark, boxes, strokes: strokesOf(mark, palette), isArea: true });
  }
  return found;
}

/** The highlights at a point of a page (in parts of it), the smallest first. */
export function marksAt(marks: readonly PageMark[], x: number, y: number): Highlight[] {
  const size = ({ boxes }: PageMark): number =>
    boxes.reduce((sum, [, , width, height]) => sum + width * height, 0);
  return marks
    .filter(({ boxes }) =>
      boxes.some(
        ([left, top, width, height]) =>
          x >= left && x <= left + width && y >= top && y <= top + height,
      ),
    )
    .sort((one, other) => size(one) - size(other))
    .map(({ mark }) => mark);
}
