import { groupBy } from '../queries/group.ts';
import type { Point } from '../layout/layout.ts';

/** Sideways distance between two parallel lines at their middle, in CSS pixels. */
const STEP = 13;

interface Ends {
  id: string;
  from: string;
  to: string;
}

/**
 * How far the middle of each line is off the straight one: lines between the same two nodes are fanned
 * out, evenly on both sides, whichever way they point; none further than `most`.
 */
export function bends(edges: readonly Ends[], most = Number.POSITIVE_INFINITY) {
  const fans = groupBy(edges, ({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`));
  return new Map([...fans.values()].flatMap((fan) => spread(fan, most)));
}

function spread(fan: readonly Ends[], most: number): [string, number][] {
  const middle = (fan.length - 1) / 2;
  const step = Math.min(STEP, most / Math.max(1, middle));
  return fan.map(({ id, from, to }, index) => [id, (from < to ? 1 : -1) * (index - middle) * step]);
}

/** A bow from one centre to another that passes `bend` off the straight line halfway. */
export interface Bow {
  from: Point;
  to: Point;
  bend: number;
}

/** The point that draws a bow to its side: the control point of a quadratic curve. */
export function controlOf({ from, to, bend }: Bow): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return {
    x: (from.x + to.x) / 2 - (y / length) * bend * 2,
    y: (from.y + to.y) / 2 + (x / length) * bend * 2,
  };
}

/** Where a bow is halfway. */
export function middleOf(bow: Bow): Point {
  const { x, y } = controlOf(bow);
  return { x: (bow.from.x + bow.to.x) / 4 + x / 2, y: (bow.from.y + bow.to.y) / 4 + y / 2 };
}

/** The point at a distance from another, on the way to a third. */
export function towards(from: Point, to: Point, distance: number): Point {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return { x: from.x + (x / length) * distance, y: from.y + (y / length) * distance };
}
