import { around, median, type Run } from './runs.ts';

/** A strip without words between two columns. */
export interface Gutter {
  x0: number;
  x1: number;
  /** First and last row that it parts. */
  first: number;
  last: number;
}

/** Runs on one base line, and what is free between them. */
interface Row {
  runs: Run[];
  y: number;
}

/** Least width of a gutter in sizes of the letters: of a long one, and of a short one. */
const LEAST = 0.8;
const LEAST_SHORT = 1.3;
/** Rows from which on a gutter is long. */
const LONG = 8;
/** Most strips that are followed at once. */
const MOST_OPEN = 60;

/** The runs of a stretch of page as rows, from above. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    if (row && run.y - row.y < 0.45 * Math.min(run.size, row.runs[0]?.size ?? run.size)) {
      row.runs.push(run);
    } else rows.push({ runs: [run], y: run.y });
  }
  return rows;
}

/**
 * The strip that parts most lines into columns; undefined when there is none, or when what it parts are
 * cells of a table. `known`: middles of gutters on other pages.
 */
export function gutterOf(rows: readonly Row[], known: readonly number[]): Gutter | undefined {
  const size = median(rows.flatMap(({ runs }) => runs.map((run) => run.size)));
  let best: Gutter | undefined;
  let most = 0;
  for (const strip of stripsOf(rows, size)) {
    const gutter = trimmed(strip, rows, size);
    if (!gutter) continue;
    const [left, right] = sidesOf(gutter, rows);
    const lines = Math.min(linesIn(left), linesIn(right));
    const width = gutter.x1 - gutter.x0;
    const isLong = lines >= LONG || (lines >= 3 && switches(left, right) <= 1);
    if (width < (isLong ? LEAST : LEAST_SHORT) * size) continue;
    // Of two that part as many lines, the one that goes further down.
    const weight = lines + (gutter.last - gutter.first) / 10_000 + width / 1e8;
    if (weight <= most || !partsColumns(gutter, left, right, known)) continue;
    [best, most] = [gutter, weight];
  }
  return best;
}

/** Every strip that goes down at least two rows. */
function stripsOf(rows: readonly Row[], size: number): Gutter[] {
  const { x0: start, x1: end } = around(rows.flatMap(({ runs }) => runs));
  const found: Gutter[] = [];
  let open: Gutter[] = [];
  rows.forEach((row, index) => {
    const gaps = gapsOf(row, start, end).filter(([x0, x1]) => x1 - x0 >= LEAST * size);
    const next = new Map<string, Gutter>();
    const keep = (one: Gutter): void => {
      const key = `${one.x0.toFixed(1)} ${one.x1.toFixed(1)}`;
      const same = next.get(key);
      if (!same || one.first < same.first) next.set(key, one);
    };
    for (const one of open) {
      let goesOn = false;
      for (const [x0, x1] of gaps) {
        const [from, to] = [Math.max(x0, one.x0), Math.min(x1, one.x1)];
        if (to - from < LEAST * size) continue;
        if (from === one.x0 && to === one.x1) goesOn = true;
        keep({ x0: from, x1: to, first: one.first, last: index });
      }
      if (!goesOn) found.push(one);
    }
    for (const [x0, x1] of gaps) keep({ x0, x1, first: index, last: index });
    open = [...next.values()].sort((one, other) => one.first - other.first).slice(0, MOST_OPEN);
  });
  return [...found, ...open].filter(({ x0, x1 }) => x0 > start && x1 < end);
}

/** What is free in a row, from `start` to `end`. */
function gapsOf({ runs }: Row, start: number, end: number): [from: number, to: number][] {
  const gaps: [number, number][] = [];
  let at = start;
  for (const { x0, x1 } of [...runs].sort((one, other) => one.x0 - other.x0)) {
    if (x0 > at) gaps.push([at, x0]);
    at = Math.max(at, x1);
  }
  if (at < end) gaps.push([at, end]);
  return gaps;
}

/** The runs left and right of a gutter. */
export function sidesOf(
  { x0, first, last }: Gutter,
  rows: readonly Row[],
): [left: Run[], right: Run[]] {
  const runs = rows.slice(first, last + 1).flatMap((row) => row.runs);
  return [runs.filter((run) => run.x0 < x0), runs.filter((run) => run.x0 >= x0)];
}

/**
 * A gutter without the rows at its ends that only one side has: above, what is right alone; below, what
 * stands far below the left column and is no part of it.
 */
function trimmed(strip: Gutter, rows: readonly Row[], size: number): Gutter | undefined {
  const has = (index: number, side: 0 | 1): boolean =>
    (sidesOf({ ...strip, first: index, last: index }, rows)[side] ?? []).length > 0;
  let { first, last } = strip;
  const stepOf = (side: 0 | 1): number => {
    const ys = rows
      .slice(first, last + 1)
      .flatMap(({ y }, at) => (has(first + at, side) ? [y] : []));
    return median(ys.slice(1).map((y, at) => y - (ys[at] ?? y)));
  };
  while (first < last && isRunning(rows[first], rows[first + 1])) first++;
  while (first < last && !(has(first, 0) && has(first, 1))) {
    const side = has(first, 0) ? 0 : 1;
    let next = first + 1;
    while (next < last && !has(next, side)) next++;
    const gap = (rows[next]?.y ?? 0) - (rows[first]?.y ?? 0);
    const near = Math.max(1.6 * size, 1.3 * stepOf(side));
    // Columns need not begin on the same line.
    if (gap < near && !changesSize(rows[next], rows[first])) break;
    first++;
  }
  const lastOf = (side: 0 | 1): number => {
    let at = last;
    while (at > first && !has(at, side)) at--;
    return at;
  };
  const [left, right] = [lastOf(0), lastOf(1)];
  const shorter = Math.min(left, right);
  const widest = Math.max(2.2 * size, 1.6 * Math.min(stepOf(0), stepOf(1)));
  for (let at = shorter + 1; at <= last; at++) {
    const gap = (rows[at]?.y ?? 0) - (rows[at - 1]?.y ?? 0);
    if (gap > widest || changesSize(rows[at], rows[at - 1])) last = at - 1;
  }
  return first > last ? undefined : { ...strip, first, last };
}

/** Whether a row is smaller than the next one and far above it, as the running lines of a page are. */
function isRunning(row: Row | undefined, next: Row | undefined): boolean {
  if (!row || !next) return false;
  const size = Math.max(...next.runs.map((run) => run.size));
  return row.runs.every((run) => run.size < 0.92 * size) && next.y - row.y > 1.6 * size;
}

function changesSize(one: Row | undefined, other: Row | undefined): boolean {
  const [size, before] = [one?.runs[0]?.size ?? 1, other?.runs[0]?.size ?? 1];
  return size > 1.15 * before || size < 0.87 * before;
}

/** Lines of one side, by their base lines. */
const linesIn = (runs: readonly Run[]): number => rowsOf(runs).length;

/** Whether there are columns of text beside a strip, not of a table. */
function partsColumns(
  { x0, x1 }: Gutter,
  left: readonly Run[],
  right: readonly Run[],
  known: readonly number[],
): boolean {
  const lines = Math.min(linesIn(left), linesIn(right));
  if (lines === 0) return false;
  const isKnown = known.some((middle) => x0 - 2 < middle && middle < x1 + 2);
  const turns = switches(left, right);
  // Running lines and notes are often drawn before or after all columns.
  const oneByOne = turns <= 1 || turns * 4 <= lines;
  const prose = isProse(left) && isProse(right);
  if (isKnown && (oneByOne || prose)) return true;
  if (oneByOne && lines >= 2) return true;
  return prose && lines >= 3;
}

/** How often drawing went from one side to the other. */
function switches(left: readonly Run[], right: readonly Run[]): number {
  const drawn = [
    ...left.map(({ order }) => ({ order, side: 0 })),
    ...right.map(({ order }) => ({ order, side: 1 })),
  ].sort((one, other) => one.order - other.order);
  return drawn.filter(({ side }, at) => at > 0 && drawn[at - 1]?.side !== side).length;
}

/** Whether lines fill their column with words, as those of a text do. */
function isProse(runs: readonly Run[]): boolean {
  const { x0, x1 } = around(runs);
  const rows = rowsOf(runs);
  const fills = rows.map((row) => {
    const box = around(row.runs);
    return (box.x1 - box.x0) / (x1 - x0);
  });
  const text = rows.map((row) =>
    row.runs.flatMap(({ glyphs }) => glyphs.map((one) => one.text)).join(''),
  );
  const letters = median(text.map((line) => line.replace(/[^\p{L}]/gu, '').length));
  const ideographs = median(text.map((line) => line.replace(/[^\p{Script=Han}]/gu, '').length));
  return median(fills) > 0.6 && (letters >= 14 || ideographs >= 6);
}
