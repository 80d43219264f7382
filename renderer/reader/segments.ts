import type { Interval } from './interval-index.ts';

/** An interval with the lane its underline runs in, from 0 next to the words downwards. */
export interface Laned<T extends Interval> {
  mark: T;
  lane: number;
}

/** A run of a block over which the same marks lie. */
export interface Segment<T extends Interval> {
  start: number;
  end: number;
  marks: readonly Laned<T>[];
}

/**
 * Cuts a block where marks begin and end. Every mark keeps its lane along the whole block, so that an
 * underline never jumps; `lanes` tells how many a mark takes (one per tag, one for its actor).
 */
export function segments<T extends Interval>(
  block: { start: number; end: number },
  marks: readonly T[],
  lanes: (mark: T) => number = () => 1,
): Segment<T>[] {
  if (marks.length === 0) return [{ start: block.start, end: block.end, marks: [] }];
  const laned = withLanes(marks, lanes);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of marks) {
    if (start > block.start && start < block.end) cuts.add(start);
    if (end > block.start && end < block.end) cuts.add(end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1] ?? block.end;
    return { start, end, marks: laned.filter(({ mark }) => mark.start < end && mark.end > start) };
  });
}

/** Gives each mark the lowest run of lanes that no mark before it still occupies. */
function withLanes<T extends Interval>(
  marks: readonly T[],
  lanes: (mark: T) => number,
): Laned<T>[] {
  const busyUntil: number[] = [];
  return marks.map((mark) => {
    const wanted = Math.max(1, lanes(mark));
    let lane = 0;
    while (!isFree(busyUntil, lane, wanted, mark.start)) lane++;
    for (let i = lane; i < lane + wanted; i++) busyUntil[i] = mark.end;
    return { mark, lane };
  });
}

function isFree(busyUntil: readonly number[], lane: number, wanted: number, at: number): boolean {
  for (let i = lane; i < lane + wanted; i++) if ((busyUntil[i] ?? 0) > at) return false;
  return true;
}
