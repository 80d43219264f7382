/** Pieces that two sequences share: `length` of them, from `a` in one and from `b` in the other. */
export interface SharedRun {
  a: number;
  b: number;
  length: number;
}

/** Part of one sequence beside part of another: half-open ranges of indexes. */
export interface Window {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
}

/**
 * Differences that are followed at a time. Time and memory grow with its square: what differs more is gone
 * through in stretches, each the best for itself, so that the whole costs no more than length times this.
 */
const MOST = 256;

/**
 * What two sequences share when as little as possible is removed and added (Myers, “An O(ND) Difference
 * Algorithm”, 1986, the greedy form), in order. Shortest up to {@link MOST} differences, near it beyond.
 */
export function* shortestEdit(
  left: Int32Array,
  right: Int32Array,
  { a, aEnd, b, bEnd }: Window,
): Generator<SharedRun> {
  let from = { a, aEnd, b, bEnd };
  while (from.a < aEnd && from.b < bEnd) {
    const { shared, x, y } = stretch(left, right, from);
    yield* shared;
    from = { a: from.a + x, aEnd, b: from.b + y, bEnd };
  }
}

/** How far each diagonal got, by its number: that of a place is what it is on in one less what it is in the other. */
type Reached = (diagonal: number) => number;

/** The way through a window, or through the part of it that {@link MOST} differences reach: `x` and `y` on. */
function stretch(left: Int32Array, right: Int32Array, from: Window) {
  const width = from.aEnd - from.a;
  const height = from.bEnd - from.b;
  const middle = MOST + 1;
  const reached = new Int32Array(2 * MOST + 3);
  const known: Int32Array[] = [];
  for (let cost = 0; cost <= MOST; cost++) {
    known.push(reached.slice(middle - cost - 1, middle + cost + 2));
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      let x = entry(diagonal, cost, (one) => reached[middle + one] ?? 0).x;
      let y = x - diagonal;
      while (x < width && y < height && left[from.a + x] === right[from.b + y]) {
        x++;
        y++;
      }
      reached[middle + diagonal] = x;
      if (x >= width && y >= height) return { shared: wayBack(known, { x, y }, from), x, y };
    }
  }
  const end = furthest(reached, middle, width, height);
  return { shared: wayBack(known, end, from), ...end };
}

/** Where a diagonal is entered at a cost, and whether from the one above (something is added) or below it. */
function entry(diagonal: number, cost: number, reached: Reached): { x: number; isAdded: boolean } {
  if (cost === 0) return { x: 0, isAdded: false };
  const isAdded =
    diagonal === -cost || (diagonal !== cost && reached(diagonal - 1) < reached(diagonal + 1));
  return { x: isAdded ? reached(diagonal + 1) : reached(diagonal - 1) + 1, isAdded };
}

/** The place within the window that the most lies before. */
function furthest(reached: Int32Array, middle: number, width: number, height: number) {
  let best = { x: 0, y: 0 };
  for (let diagonal = -MOST; diagonal <= MOST; diagonal += 2) {
    const x = reached[middle + diagonal] ?? 0;
    const y = x - diagonal;
    if (x <= width && y <= height && y >= 0 && x + y > best.x + best.y) best = { x, y };
  }
  return best;
}

/** What is shared on the way to a place, from the first to the last. `known`: how far all got before each cost. */
function wayBack(
  known: readonly Int32Array[],
  end: { x: number; y: number },
  from: Window,
): SharedRun[] {
  const shared: SharedRun[] = [];
  let { x, y } = end;
  for (let cost = known.length - 1; cost >= 0; cost--) {
    const diagonal = x - y;
    const begin = entry(diagonal, cost, (one) => known[cost]?.[one + cost + 1] ?? 0);
    const length = x - begin.x;
    if (length > 0) {
      shared.push({ a: from.a + begin.x, b: from.b + begin.x - diagonal, length });
    }
    x = begin.isAdded ? begin.x : begin.x - 1;
    y = begin.x - diagonal - (begin.isAdded ? 1 : 0);
  }
  return shared.reverse();
}
