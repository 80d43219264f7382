import type { Box } from '#data/text/page-runs.ts';
import type { PageSize } from './wire.ts';

/** Quarters by which a person turned the pages, clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** CSS pixels between pages, and around them. */
export const GAP = 12;

/** Where pages stand one below the other, in CSS pixels from the top left of all. */
export interface Sheets {
  tops: readonly number[];
  sizes: readonly PageSize[];
  height: number;
  width: number;
}

/** Lays pages out at a zoom (1 is 100 %), turned. Cost: one pass over the pages. */
export function layOut(sizes: readonly PageSize[], zoom: number, turn: Turn): Sheets {
  const shown = sizes.map((size) =>
    turned({ width: size.width * zoom, height: size.height * zoom }, turn),
  );
  const tops: number[] = [];
  let height = GAP;
  let width = 0;
  for (const size of shown) {
    tops.push(height);
    height += size.height + GAP;
    width = Math.max(width, size.width);
  }
  return { tops, sizes: shown, height, width: width + 2 * GAP };
}

/** The size of a page that is turned. */
export function turned({ width, height }: PageSize, turn: Turn): PageSize {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Index of the page at a height; the nearest one beside the pages. */
export function sheetAt({ tops }: Sheets, y: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A height in the column of pages: on a page, in parts of it with the gap below it. */
export interface SheetPlace {
  page: number;
  part: number;
}

/** What stands at the top of the pane when it is scrolled by so much, in CSS pixels. */
export function placeAt(sheets: Sheets, scrolled: number): SheetPlace {
  const y = scrolled + GAP;
  const page = sheetAt(sheets, y);
  const height = (sheets.sizes[page]?.height ?? 0) + GAP;
  const part = (y - (sheets.tops[page] ?? 0)) / height;
  return { page, part: Math.min(1, Math.max(0, part)) };
}

/** How far the pane is scrolled when a place stands at its top, in CSS pixels. */
export function scrollFor({ tops, sizes }: Sheets, { page, part }: SheetPlace): number {
  return (tops[page] ?? 0) - GAP + part * ((sizes[page]?.height ?? 0) + GAP);
}

/** A box of an unturned page (in parts of it) on the page as it is turned, in parts of that. */
export function turnBox([x, y, width, height]: Box, turn: Turn): Box {
  switch (turn) {
    case 0:
      return [x, y, width, height];
    case 1:
      return [1 - y - height, x, height, width];
    case 2:
      return [1 - x - width, 1 - y - height, width, height];
    case 3:
      return [y, 1 - x - width, height, width];
  }
}

/** A point of a turned page (in parts of it) on the page as it is in the file. */
export function unturnPoint(x: number, y: number, turn: Turn): [x: number, y: number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [y, 1 - x];
    case 2:
      return [1 - x, 1 - y];
    case 3:
      return [1 - y, x];
  }
}
