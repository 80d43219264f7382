import type { PageRun } from '#data/text/page-runs.ts';
import type { OpenedFile, PageSize } from '../pages/wire.ts';

/** A file with pages, which count from 0. */
export interface PageFile {
  opened(): Promise<OpenedFile>;
  /** Sizes of the pages from `from` up to (not with) `to`. */
  sizes(from: number, to: number): Promise<PageSize[]>;
  /** The picture of a page; `scale` is 1 for a pixel of the screen per CSS pixel. */
  draw(page: number, scale: number, signal: AbortSignal): Promise<ImageBitmap>;
  words(page: number): Promise<PageRun[]>;
  close(): Promise<void>;
}

/** Most pixels of a picture of a page: 64 MB of memory. */
const MOST_PIXELS = 16_000_000;

/** The scale, or a smaller one at which a page of that size is no larger than a picture may be. */
export function boundedScale({ width, height }: PageSize, scale: number): number {
  return Math.min(scale, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}
