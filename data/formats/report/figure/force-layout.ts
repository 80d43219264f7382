import type { Point } from './figure-parts.ts';

const ROUNDS = 300;
/** Pull to the middle; it keeps small groups that are tied to nothing else from drifting off. */
const GRAVITY = 0.12;

/**
 * A plain force layout (Fruchterman and Reingold) with a fixed start, for cases whose network was
 * never laid out by hand: the same network gives the same picture. Cost n² per round; meant for the
 * hundred nodes that a page can hold. `links` are pairs of indices. Answers points around the origin.
 */
export function forceLayout(count: number, links: readonly (readonly [number, number])[]): Point[] {
  const points = spiral(count);
  const degrees = new Array<number>(count).fill(0);
  for (const index of links.flat()) degrees[index] = (degrees[index] ?? 0) + 1;
  let heat = Math.sqrt(count) / 2;
  for (let turn = 0; turn < ROUNDS; turn++, heat *= 0.985) {
    const forces = points.map(({ x, y }) => ({ x: -x * GRAVITY, y: -y * GRAVITY }));
    repel(points, forces);
    for (const [a, b] of links) {
      // A hub holds each of its many neighbours loosely, or they would all sit on top of it.
      const ties = Math.min(degrees[a] ?? 1, degrees[b] ?? 1);
      push(points, forces, a, b, (distance) => (-distance * distance) / (2 + ties));
    }
    points.forEach((point, index) => move(point, forces[index], heat));
  }
  return points;
}

/** Sunflower: the first, best connected nodes start in the middle. */
function spiral(count: number): Point[] {
  const turn = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, index) => {
    const radius = Math.sqrt(index + 0.5);
    return { x: radius * Math.cos(index * turn), y: radius * Math.sin(index * turn) };
  });
}

function repel(points: Point[], forces: Point[]): void {
  for (let a = 0; a < points.length; a++) {
    for (let b = a + 1; b < points.length; b++) {
      push(points, forces, a, b, (distance) => 1 / distance);
    }
  }
}

/** Adds a force along the line between two points; positive drives them apart. */
function push(
  points: Point[],
  forces: Point[],
  a: number,
  b: number,
  strength: (distance: number) => number,
): void {
  const [one, other, oneForce, otherForce] = [points[a], points[b], forces[a], forces[b]];
  if (!one || !other || !oneForce || !otherForce) return;
  const x = one.x - other.x || 1e-3;
  const y = one.y - other.y || 1e-3;
  const distance = Math.max(0.05, Math.hypot(x, y));
  const force = strength(distance) / distance;
  oneForce.x += x * force;
  oneForce.y += y * force;
  otherForce.x -= x * force;
  otherForce.y -= y * force;
}

function move(point: Point, force: Point | undefined, heat: number): void {
  if (!force) return;
  const length = Math.hypot(force.x, force.y) || 1;
  const step = Math.min(length, heat) / length;
  point.x += force.x * step;
  point.y += force.y * step;
}
