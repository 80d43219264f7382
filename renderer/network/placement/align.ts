import type { Point, Positions } from '#data/layout/layout.ts';

/** Ways to line up the selected actors. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** Lines the nodes up by their centres: on the outermost one, or on the mean. */
export function align(positions: Positions, how: Alignment): Map<string, Point> {
  const axis = how === 'left' || how === 'centre' || how === 'right' ? 'x' : 'y';
  const values = [...positions.values()].map((at) => at[axis]);
  if (values.length === 0) return new Map();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const line =
    how === 'left' || how === 'top'
      ? Math.min(...values)
      : how === 'right' || how === 'bottom'
        ? Math.max(...values)
        : Math.round(mean);
  return new Map([...positions].map(([id, at]) => [id, { ...at, [axis]: line }]));
}

/** Gives the nodes even distances along an axis; the outermost two stay. */
export function distribute(positions: Positions, axis: 'x' | 'y'): Map<string, Point> {
  const order = [...positions].sort(([, a], [, b]) => a[axis] - b[axis]);
  const first = order[0]?.[1][axis] ?? 0;
  const last = order.at(-1)?.[1][axis] ?? 0;
  const step = order.length > 1 ? (last - first) / (order.length - 1) : 0;
  return new Map(
    order.map(([id, at], index) => [id, { ...at, [axis]: Math.round(first + step * index) }]),
  );
}

/** Moves nodes by the same way. */
export function shift(positions: Positions, dx: number, dy: number): Map<string, Point> {
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
}
