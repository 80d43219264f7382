import type { Theme } from '../../../scene/meaning.ts';

/** Width of the drawing in its own units; on an A4 page one unit is about a quarter of a millimetre. */
export const WIDTH = 720;
/** Greatest height of the drawing, so that it fits a page with its caption. */
export const MAX_HEIGHT = 800;
/** Height that a page has for drawing and legend; a higher figure is scaled down to it in print. */
export const PAGE_HEIGHT = 855;
/** However long the legend is, the drawing may be as high as this. */
export const LEAST_HEIGHT = 420;

/** Letters of the smallest names: 7.3 points on an A4 page; less cannot be read in print without effort. */
export const LEAST_LETTERS = 10.5;
/** From this many actors on, a page is crowded. */
export const CROWDED = 40;

/** A page shows a network as a window does at this zoom: a crowd from further away than a few. */
export function zoomOf(count: number): number {
  return Math.min(0.9, 0.4 * Math.sqrt(Math.max(1, CROWDED / Math.max(1, count))));
}

/** Colours of a printed drawing. */
export const paper: Theme & { white: string; words: string } = {
  dark: false,
  white: '#ffffff',
  ink: '#15181d',
  words: '#3b3f46',
  grey: '#77736b',
};
