import type { Area } from '../../model/highlight.ts';
import type { Report } from './report.ts';

/** A rectangle of an original that a report quotes, and that is to be cut out of it. */
export interface WantedPicture {
  highlight: string;
  /** Id of the document. */
  document: string;
  area: Area;
}

/** Rectangles that a report quotes and has no pictures of. */
export function wantedPictures({ quotes }: Report): WantedPicture[] {
  return [...quotes.values()].flatMap(({ highlight, document, area, picture }) =>
    area && picture === undefined ? [{ highlight, document, area }] : [],
  );
}
