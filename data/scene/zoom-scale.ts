/** Letters are drawn larger when the picture is small, up to this many times. */
const LARGEST = 5;
/** Steps of the scale: a little zooming changes nothing. */
const STEP = 1.2;

/** How much larger than in the picture letters are drawn at a zoom, so that they stay readable. */
export function labelScale(zoom: number): number {
  const wanted = Math.min(LARGEST, Math.max(1, 1 / zoom));
  return STEP ** Math.round(Math.log(wanted) / Math.log(STEP));
}

/** How much larger nodes and lines are drawn when letters are: less, so that the picture stays open. */
export const bodyScale = (letters: number): number => Math.sqrt(letters);
