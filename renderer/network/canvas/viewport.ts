import type { Frame } from '#data/layout/frame.ts';
import type { Point } from '#data/layout/layout.ts';
import { bodyScale, labelScale } from '#data/scene/zoom-scale.ts';
import type { Body } from '#data/scene/body.ts';

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
const LARGEST = 1.45;
/** Smallest and largest scale that the analyst can choose. */
export const ZOOM = { least: 0.08, most: 3 } as const;

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

/**
 * The viewport in which nodes fill what is free of the pane. They are drawn larger when the picture is
 * small, so scale and room are found together: every round shows a little less, until both agree.
 */
export function filling(
  bodies: readonly Body[],
  pane: { width: number; height: number },
  insets: Insets,
): Viewport | null {
  let view: Viewport | null = null;
  for (let round = 0; round < 12; round++) {
    const box = frameAround(bodies, bodyScale(labelScale(view?.zoom ?? LARGEST)));
    if (!box) return null;
    const { left, top, right, bottom } = box;
    const next = fitted({ x1: left, y1: top, w: right - left, h: bottom - top }, pane, insets);
    if (view && Math.abs(next.zoom - view.zoom) < 1e-3) return next;
    view = next;
  }
  return view;
}

/** The rectangle around nodes that are drawn `scale` times as large; null without any. */
export function frameAround(bodies: Iterable<Body>, scale: number): Frame | null {
  let frame: Frame | null = null;
  for (const { x, y, width, height } of bodies) {
    const [dx, dy] = [(width * scale) / 2, (height * scale) / 2];
    frame ??= { left: x, top: y, right: x, bottom: y };
    frame.left = Math.min(frame.left, x - dx);
    frame.right = Math.max(frame.right, x + dx);
    frame.top = Math.min(frame.top, y - dy);
    frame.bottom = Math.max(frame.bottom, y + dy);
  }
  return frame;
}

/**
 * The view nearest to the present one in which a rectangle of the network is within the free part of
 * the pane, and all that is to be kept in sight as well; it is made smaller only when it has to be.
 */
export function showing(view: Viewport, wanted: Frame, kept: Frame | null, free: Frame): Viewport {
  const all = kept ? joined(wanted, within(kept, seenBy(view, free))) : wanted;
  const [wide, high] = [free.right - free.left, free.bottom - free.top];
  const room = Math.min(wide / (all.right - all.left || 1), high / (all.bottom - all.top || 1));
  const zoom = Math.min(view.zoom, Math.max(ZOOM.least, room));
  const share = zoom / view.zoom;
  const pan = (axis: 'x' | 'y', from: number, to: number, first: number, last: number) => {
    // The middle of what is free stays where it is, before the view moves as far as it must.
    const middle = (from + to) / 2;
    const at = middle - (middle - view.pan[axis]) * share;
    return at + Math.max(0, from - (first * zoom + at)) + Math.min(0, to - (last * zoom + at));
  };
  return {
    zoom,
    pan: {
      x: pan('x', free.left, free.right, all.left, all.right),
      y: pan('y', free.top, free.bottom, all.top, all.bottom),
    },
  };
}

/** What of the network a part of the pane shows. */
const seenBy = ({ zoom, pan }: Viewport, { left, top, right, bottom }: Frame): Frame => ({
  left: (left - pan.x) / zoom,
  top: (top - pan.y) / zoom,
  right: (right - pan.x) / zoom,
  bottom: (bottom - pan.y) / zoom,
});

/** The part of a rectangle that lies within another. */
const within = (a: Frame, b: Frame): Frame => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

const joined = (a: Frame, b: Frame): Frame => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** A rectangle of the network, in its own coordinates. */
export type Sight = Frame;

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
