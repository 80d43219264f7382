import { shortestEdit, type SharedRun, type Window } from './shortest-edit.ts';

/**
 * Lengths, in pieces, of what is looked for once in both sequences: some four words, then some two. What
 * stands in neither twice is its own proof that both mean the same place.
 */
const MARKS = [9, 4] as const;
/** Below this many pieces in both together the shortest edit is found as fast without marks. */
const SMALL = 256;

/**
 * What two sequences share, in order, neither crossing nor overlapping. Unique runs are the fixed points (as
 * in a patience diff), so that a text of any length costs little more than sorting them; what lies between
 * goes through {@link shortestEdit}. What was moved is shared at one of its places only.
 */
export function sharedRuns(left: Int32Array, right: Int32Array): SharedRun[] {
  const runs: SharedRun[] = [];
  const whole = { a: 0, aEnd: left.length, b: 0, bEnd: right.length };
  for (const run of runsIn(left, right, whole, 0)) {
    const last = runs.at(-1);
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) {
      last.length += run.length;
    } else runs.push({ ...run });
  }
  return runs;
}

function* runsIn(
  left: Int32Array,
  right: Int32Array,
  whole: Window,
  level: number,
): Generator<SharedRun> {
  const window = { ...whole };
  while (isSame(left, right, window.a, window.b, window)) {
    window.a++;
    window.b++;
  }
  while (isSame(left, right, window.aEnd - 1, window.bEnd - 1, window)) {
    window.aEnd--;
    window.bEnd--;
  }
  if (window.a > whole.a) yield { a: whole.a, b: whole.b, length: window.a - whole.a };
  if (window.a < window.aEnd && window.b < window.bEnd) {
    yield* between(left, right, window, level);
  }
  const length = whole.aEnd - window.aEnd;
  if (length > 0) yield { a: window.aEnd, b: window.bEnd, length };
}

function isSame(
  left: Int32Array,
  right: Int32Array,
  a: number,
  b: number,
  { a: from, aEnd, b: bFrom, bEnd }: Window,
): boolean {
  return a >= from && a < aEnd && b >= bFrom && b < bEnd && left[a] === right[b];
}

function* between(
  left: Int32Array,
  right: Int32Array,
  window: Window,
  level: number,
): Generator<SharedRun> {
  const length = MARKS[level];
  const size = sizeOf(window);
  if (length === undefined || size < SMALL) {
    yield* shortestEdit(left, right, window);
    return;
  }
  let { a, b } = window;
  for (const mark of inOrder(uniquePairs(left, right, window, length))) {
    if (mark.a < a || mark.b < b) continue;
    const gap = { a, aEnd: mark.a, b, bEnd: mark.b };
    yield* runsIn(left, right, gap, sizeOf(gap) * 2 > size ? level + 1 : level);
    yield { ...mark, length };
    a = mark.a + length;
    b = mark.b + length;
  }
  const rest = { a, aEnd: window.aEnd, b, bEnd: window.bEnd };
  yield* runsIn(left, right, rest, sizeOf(rest) * 2 > size ? level + 1 : level);
}

const sizeOf = ({ a, aEnd, b, bEnd }: Window): number => aEnd - a + bEnd - b;

/** Where runs of some length stand that are in both sequences once, in the order of the first. */
function uniquePairs(left: Int32Array, right: Int32Array, window: Window, length: number) {
  const first = onceIn(left, window.a, window.aEnd, length);
  const second = onceIn(right, window.b, window.bEnd, length);
  const pairs: { a: number; b: number }[] = [];
  for (const [key, a] of first) {
    const b = second.get(key) ?? MANY;
    if (a === MANY || b === MANY) continue;
    let same = 0;
    while (same < length && left[a + same] === right[b + same]) same++;
    if (same === length) pairs.push({ a, b });
  }
  return pairs;
}

const MANY = -1;

/** Where each run of some length begins, by a number made of it; {@link MANY} when it begins at several places. */
function onceIn(ids: Int32Array, from: number, end: number, length: number): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = from; at + length <= end; at++) {
    let key = 0;
    for (let i = 0; i < length; i++) key = (Math.imul(key, 0x01000193) ^ (ids[at + i] ?? 0)) | 0;
    found.set(key, found.has(key) ? MANY : at);
  }
  return found;
}

/** The longest choice of pairs that rise in both sequences; given in the order of the first. */
function inOrder(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(({ b }, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  });
  const chosen: { a: number; b: number }[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}
