import type { Point, Positions } from '#data/layout/layout.ts';

/** Directions of the arrow keys, as unit steps; y grows downwards. */
export const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The node that an arrow key leads to: near, and in that direction (within 60 degrees). Actors that
 * are linked with the present one count as nearer. Undefined when nothing lies that way.
 */
export function nextInDirection(
  positions: Positions,
  from: string,
  towards: Point,
  isLinked: (id: string) => boolean,
): string | undefined {
  const start = positions.get(from);
  if (!start) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, at] of positions) {
    if (id === from) continue;
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const distance = Math.hypot(dx, dy);
    const ahead = (dx * towards.x + dy * towards.y) / (distance || 1);
    if (ahead < 0.5) continue;
    const cost = distance * (2 - ahead) * (isLinked(id) ? 0.5 : 1);
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}

/** The node nearest to a point, to start walking from. */
export function nearest(positions: Positions, to: Point): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, { x, y }] of positions) {
    const distance = Math.hypot(x - to.x, y - to.y);
    if (distance < least) [best, least] = [id, distance];
  }
  return best;
}
