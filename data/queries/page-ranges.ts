import type { Span } from '../text/finder.ts';
import type { TextPage } from '../text/working-text.ts';

/**
 * Which part of the working text each page of a file has, by its index; pages without words have none. Texts
 * name pages by their printed numbers (`labels`), or count them; pages without words may be missing in them.
 */
export function pageRanges(
  count: number,
  labels: readonly string[] | null,
  pages: readonly TextPage[],
): (Span | undefined)[] {
  const ranges = Array.from({ length: count }, (): Span | undefined => undefined);
  const isWhole = pages.length === count;
  let next = 0;
  pages.forEach((page, i) => {
    let at = i;
    if (!isWhole) {
      at = next;
      while (at < count && (labels?.[at] ?? String(at + 1)).slice(0, 40) !== page.number) at++;
      if (at === count) return;
    }
    ranges[at] = { start: page.start, end: page.end };
    next = at + 1;
  });
  return ranges;
}

/** Index of the page that an offset lies on, or that is the last before it; -1 before the first. */
export function pageIndexAt(ranges: readonly (Span | undefined)[], offset: number): number {
  let found = -1;
  ranges.forEach((range, i) => {
    if (range && range.start <= offset) found = i;
  });
  return found;
}
