import type { Point, Positions } from '#data/layout/layout.ts';

/** Whether a point lies inside a closed line (even-odd rule). */
export function inside({ x, y }: Point, line: readonly Point[]): boolean {
  let within = false;
  let before = line.at(-1);
  for (const point of line) {
    if (before && point.y > y !== before.y > y) {
      const crossing = ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x;
      if (x < crossing) within = !within;
    }
    before = point;
  }
  return within;
}

/** Nodes whose centres a closed line goes around. */
export function caught(positions: Positions, line: readonly Point[]): string[] {
  return [...positions].flatMap(([id, at]) => (inside(at, line) ? [id] : []));
}
