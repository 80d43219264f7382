import type { Interval } from './interval-index.ts';

/** An interval with the lane its underline runs in, from 0 next to the words downwards. */
export interface Laned<T extends Interval> {
  mark: T;
  lane: number;
}

type Range = Pick<Interval, 'start' | 'end'>;

/** A run of a block over which the same marks lie, and which looks the same throughout. */
export interface Segment<T extends Interval, L extends Range = Range> extends Range {
  marks: readonly Laned<T>[];
  looks: readonly L[];
}

/** What lies over a block: both by their start. */
interface Over<T extends Interval, L extends Range> {
  marks: readonly T[];
  /** What decides how words look, beside the marks. */
  looks?: readonly L[];
  /** How many lanes a mark takes: one per tag, one for its actor. */
  lanes?: (mark: T) => number;
  /** Where else it is cut. */
  at?: readonly number[];
}

/**
 * Cuts a block where marks and looks begin and end, in one pass over them. Every mark keeps its lane
 * along the whole block, so that an underline never jumps.
 */
export function segments<T extends Interval, L extends Range = Range>(
  block: Range,
  { marks, looks = [], lanes = () => 1, at = [] }: Over<T, L>,
): Segment<T, L>[] {
  const points = cuts(block, [...marks, ...looks], at);
  const marksIn = sweep(withLanes(marks, lanes), ({ mark }) => mark);
  const looksIn = sweep(looks, (look) => look);
  return points.slice(0, -1).map((start, i) => ({
    start,
    end: points[i + 1] ?? block.end,
    marks: marksIn(start),
    looks: looksIn(start),
  }));
}

/** The edges of the block, of all ranges and of places inside it, in order, none twice. */
function cuts(block: Range, ranges: readonly Range[], places: readonly number[]): number[] {
  const points = new Set([block.start, block.end]);
  for (const at of places) if (at > block.start && at < block.end) points.add(at);
  for (const { start, end } of ranges) {
    if (start > block.start && start < block.end) points.add(start);
    if (end > block.start && end < block.end) points.add(end);
  }
  return [...points].sort((a, b) => a - b);
}

/** Answers, for offsets that only rise, which of the sorted items lie over each. */
function sweep<T>(sorted: readonly T[], rangeOf: (item: T) => Range): (at: number) => readonly T[] {
  let open: T[] = [];
  let next = 0;
  return (at) => {
    open = open.filter((item) => rangeOf(item).end > at);
    for (; next < sorted.length; next++) {
      const item = sorted[next];
      if (item === undefined || rangeOf(item).start > at) break;
      if (rangeOf(item).end > at) open.push(item);
    }
    return open;
  };
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
