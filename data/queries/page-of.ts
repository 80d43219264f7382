import type { Area } from '../model/highlight.ts';
import type { Span } from '../text/finder.ts';
import type { TextPage, WorkingText } from '../text/working-text.ts';

/**
 * The page of the original that an offset lies on; what lies between two pages belongs to the one before.
 * Undefined before the first page, and for a text without pages. Cost: a binary search.
 */
export function pageOf(
  { pages = [] }: Pick<WorkingText, 'pages'>,
  offset: number,
): TextPage | undefined {
  return pages[firstPageFrom(pages, offset + 1) - 1];
}

/** Words of a text, or a rectangle on one of its pages. */
export interface Marked extends Span {
  area?: Area | undefined;
}

/**
 * Number of the page that marked words begin on, or that a rectangle is on. `count`: pages of the file, if it has
 * pages. Texts leave out pages without words: such a page is counted.
 */
export function pageNumberOf(
  { pages = [] }: Pick<WorkingText, 'pages'>,
  { start, end, area }: Marked,
  count: number | undefined,
): string | undefined {
  const there = pageOf({ pages }, start);
  if (!area || count === undefined) return there?.number;
  if (pages.length === count) return pages[area.page - 1]?.number;
  const isThere = start < end || (start > 0 && there?.start === start);
  return isThere ? there?.number : String(area.page);
}

/** Pages that begin in a range, in order. */
export function pagesFrom(pages: readonly TextPage[], { start, end }: Span): readonly TextPage[] {
  return pages.slice(firstPageFrom(pages, start), firstPageFrom(pages, end));
}

/** Index of the first page that begins at an offset or behind it. */
export function firstPageFrom(pages: readonly TextPage[], offset: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
