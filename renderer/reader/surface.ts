import type { Area } from '#data/model/highlight.ts';

/** Which view of the open text was used last. */
export type Side = 'text' | 'original';

/** Another view of the open text, which has places for its words: the pages of its original. */
export interface Surface {
  /** What scrolls, and takes the keys; undefined while it is not there. */
  readonly pane: HTMLElement | undefined;
  /** Boxes that a range of the text takes in it, in viewport coordinates, one a line. */
  boxes(start: number, end: number): DOMRect[];
  /** Where a rectangle of a page is, in viewport coordinates. */
  areaBox(area: Area): DOMRect | undefined;
  /** Brings a range into sight, or a rectangle, unless it is; later, when its place is not known yet. */
  bring(start: number, end: number, area?: Area): void;
  /** The text was scrolled, with an offset at its top: the same stands at the top here, if both go together. */
  align(offset: number): void;
}
