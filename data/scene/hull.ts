import type { Point } from '../layout/layout.ts';
import { pair, round } from './path.ts';
import type { Body } from './body.ts';

/** A straight line from one point to another. */
export type Stroke = readonly [Point, Point];

/** A convex outline with round corners. Lengths in the unit of the bodies. */
export interface Hull {
  /** As the data of an SVG path. */
  path: string;
  /** What it covers, in square units. */
  area: number;
  /** Its straight edges, clockwise on screen; a circle has none. */
  edges: readonly Stroke[];
}

/**
 * The outline of all points that are at most `padding` from the smallest convex shape around some
 * bodies; one body has a rounded field. The order of the bodies does not matter. Cost: n log n.
 */
export function hullOf(bodies: Iterable<Body>, padding: number): Hull {
  const corners = convex(cornersOf(bodies));
  const [only] = corners;
  const disc = Math.PI * padding ** 2;
  if (!only) return { path: '', area: 0, edges: [] };
  if (corners.length === 1) return { path: circle(only, padding), area: disc, edges: [] };
  const sides = corners.map((corner, at): Stroke => [
    corner,
    corners[(at + 1) % corners.length] ?? corner,
  ]);
  const edges = sides.map((side) => outwards(side, padding));
  const around = sides.reduce((sum, [a, b]) => sum + Math.hypot(b.x - a.x, b.y - a.y), 0);
  return { path: pathOf(edges, padding), area: areaOf(sides) + around * padding + disc, edges };
}

/**
 * The corners of the smallest convex shape around points, clockwise on screen; none lies on a straight
 * edge. Monotone chain: A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions,
 * Information Processing Letters 9 (1979), 216-219.
 */
export function convex(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  if (first.x === last.x && first.y === last.y) return [first];
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** One side of the shape, without its last corner: with that, the other side begins. */
function chain(sorted: readonly Point[]): Point[] {
  const side: Point[] = [];
  for (const point of sorted) {
    while (!isBent(side[side.length - 2], side[side.length - 1], point)) side.pop();
    side.push(point);
  }
  side.pop();
  return side;
}

/** Whether the way over a corner turns clockwise on screen, or has no corner yet. */
function isBent(from: Point | undefined, over: Point | undefined, to: Point): boolean {
  if (!from || !over) return true;
  return (over.x - from.x) * (to.y - from.y) > (over.y - from.y) * (to.x - from.x);
}

/** Corners of all bodies, pushed one by one: this is where the time goes with many groups. */
function cornersOf(bodies: Iterable<Body>): Point[] {
  const corners: Point[] = [];
  for (const { x, y, width, height } of bodies) {
    const [dx, dy] = [width / 2, height / 2];
    corners.push({ x: x - dx, y: y - dy }, { x: x + dx, y: y - dy });
    corners.push({ x: x + dx, y: y + dy }, { x: x - dx, y: y + dy });
  }
  return corners;
}

/** An edge moved away from the shape. */
function outwards([a, b]: Stroke, distance: number): Stroke {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = distance / Math.hypot(dx, dy);
  const [x, y] = [dy * share, -dx * share];
  return [
    { x: a.x + x, y: a.y + y },
    { x: b.x + x, y: b.y + y },
  ];
}

/** Edges, with an arc from each to the next. */
function pathOf(edges: readonly Stroke[], radius: number): string {
  const arc = `A${round(radius)},${round(radius)} 0 0 1 `;
  const lines = edges.map(([from, to]) => `${pair(from)}L${pair(to)}`);
  const [first] = edges;
  return first ? `M${lines.join(arc)}${arc}${pair(first[0])}Z` : '';
}

function circle({ x, y }: Point, radius: number): string {
  const half = (end: number) => `A${round(radius)},${round(radius)} 0 1 1 ${pair({ x: end, y })}`;
  return `M${pair({ x: x - radius, y })}${half(x + radius)}${half(x - radius)}Z`;
}

const areaOf = (sides: readonly Stroke[]): number =>
  sides.reduce((sum, [a, b]) => sum + a.x * b.y - b.x * a.y, 0) / 2;
