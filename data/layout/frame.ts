import type { LayoutNode, Point, Positions } from './layout.ts';

/** A rectangle around placed nodes, in CSS pixels. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The rectangle around nodes with their labels; null without any. */
export function frameOf(nodes: readonly LayoutNode[], positions: Positions): Frame | null {
  let frame: Frame | null = null;
  for (const { id, width, above, below } of nodes) {
    const at = positions.get(id);
    if (!at) continue;
    frame ??= { left: at.x, top: at.y, right: at.x, bottom: at.y };
    frame.left = Math.min(frame.left, at.x - width / 2);
    frame.right = Math.max(frame.right, at.x + width / 2);
    frame.top = Math.min(frame.top, at.y - above);
    frame.bottom = Math.max(frame.bottom, at.y + below);
  }
  return frame;
}

/**
 * Turns points so that their longest direction lies along the longer side of the pane. A picture of
 * distances looks the same from every side, so nothing is lost.
 */
export function turnToAspect(points: Point[], aspect: number): void {
  if (points.length < 3) return;
  const mean = centre(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - mean.x) ** 2;
    xy += (x - mean.x) * (y - mean.y);
    yy += (y - mean.y) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy) - (aspect >= 1 ? 0 : Math.PI / 2);
  const [cos, sin] = [Math.cos(-angle), Math.sin(-angle)];
  for (const point of points) {
    const [dx, dy] = [point.x - mean.x, point.y - mean.y];
    point.x = dx * cos - dy * sin;
    point.y = dx * sin + dy * cos;
  }
}

/** Stretches points towards the shape of the pane, at most `limit` times, in the shorter direction. */
export function fillAspect(points: Point[], aspect: number, limit: number): void {
  if (points.length < 3) return;
  const spread = (axis: 'x' | 'y') => {
    const values = points.map((point) => point[axis]);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  const wider = (aspect * spread('y')) / spread('x');
  for (const point of points) {
    point.x *= Math.min(limit, Math.max(1, wider));
    point.y *= Math.min(limit, Math.max(1, 1 / wider));
  }
}

/** Moves all positions so that the middle of their frame is the origin, in whole pixels. */
export function centred(nodes: readonly LayoutNode[], positions: Positions): Map<string, Point> {
  const frame = frameOf(nodes, positions);
  if (!frame) return new Map();
  const [x, y] = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  return new Map(
    [...positions].map(([id, at]) => [id, { x: Math.round(at.x - x), y: Math.round(at.y - y) }]),
  );
}

/** Mean of some points. */
export function centre(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / count, y: sum.y / count };
}
