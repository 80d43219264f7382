import type { Point } from '#data/queries/layout/layout.ts';

/** Which part of the network is seen: scale, and where its origin lies in the pane. */
export interface Viewport {
  zoom: number;
  pan: Point;
}

/** Room at the edges of the pane that something covers, in CSS pixels. */
export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Largest scale of a picture that is made to fit: three actors need not fill the pane. */
const LARGEST = 1.15;

/** The viewport that shows a box of the network in the middle of what is free of the pane. */
export function fitted(
  box: { x1: number; y1: number; w: number; h: number },
  pane: { width: number; height: number },
  insets: Insets,
): Viewport {
  const width = Math.max(60, pane.width - insets.left - insets.right);
  const height = Math.max(60, pane.height - insets.top - insets.bottom);
  const zoom = Math.min(LARGEST, width / Math.max(1, box.w), height / Math.max(1, box.h));
  return {
    zoom,
    pan: {
      x: insets.left + (width - box.w * zoom) / 2 - box.x1 * zoom,
      y: insets.top + (height - box.h * zoom) / 2 - box.y1 * zoom,
    },
  };
}

/** A rectangle of the network, in its own coordinates. */
export interface Sight {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Room between a label and the edge of the pane, in CSS pixels. */
const EDGE = 4;

/** The part of the network that a viewport shows, without what `covered` pixels at the left hide. */
export function sightOf(
  { zoom, pan }: Viewport,
  pane: { width: number; height: number },
  covered: number,
): Sight {
  return {
    left: (covered + EDGE - pan.x) / zoom,
    top: (EDGE - pan.y) / zoom,
    right: (pane.width - EDGE - pan.x) / zoom,
    bottom: (pane.height - EDGE - pan.y) / zoom,
  };
}

/** What a person looks at, whatever the size of the pane: a scale and the point in the middle. */
export interface Look {
  zoom: number;
  centre: Point;
}

/** The viewport that shows a look in a pane. */
export function viewportOf(
  { zoom, centre }: Look,
  pane: { width: number; height: number },
): Viewport {
  return {
    zoom,
    pan: { x: pane.width / 2 - centre.x * zoom, y: pane.height / 2 - centre.y * zoom },
  };
}

/** A look that was saved as JSON, if it is one. */
export function readLook(saved: unknown): Look | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { zoom, x, y } = saved as Record<string, unknown>;
  const all = [zoom, x, y];
  if (!all.every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
  return { zoom: zoom as number, centre: { x: x as number, y: y as number } };
}
