import type { Box } from './page.ts';
import { around, type Run } from './runs.ts';

/** A table whose cells are ruled. */
export interface Grid extends Box {
  /** Runs of each cell, row by row. */
  cells: Run[][][];
}

/** How far (points) lines may miss each other. */
const NEAR = 2.5;
/** Thickest line of a table. */
const THICK = 3;
/** Most letters of a cell. */
const MOST_IN_CELL = 700;
/** Most lines of a page that are looked at. */
const MOST = 1500;

/** The ruled tables on a page, with what stands in them; two rows and two columns at least. */
export function gridsOf(boxes: readonly Box[], runs: readonly Run[]): Grid[] {
  const rules = rulesOf(boxes).slice(0, MOST);
  return groupsOf(rules).flatMap((group) => {
    const [xs, ys] = [linesAt(group, 'x'), linesAt(group, 'y')];
    if (xs.length < 3 || ys.length < 3) return [];
    const box = { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys[0] ?? 0, y1: ys.at(-1) ?? 0 };
    const cells = ys.slice(1).map(() => xs.slice(1).map((): Run[] => []));
    let across = 0;
    for (const run of runs) {
      const row = ys.findLastIndex((y) => y <= (run.y0 + run.y1) / 2);
      const column = xs.findLastIndex((x) => x - 1 <= run.x0);
      const cell = cells[row]?.[column];
      if (!cell || (run.x0 + run.x1) / 2 >= box.x1) continue;
      cell.push(run);
      if (run.x1 > (xs[column + 1] ?? 0) + NEAR) across++;
    }
    // Words that lie across its lines are no words of a table, but for those of a wide cell.
    if (across * 3 > cells.flat(2).length) return [];
    const used = xs.slice(1).flatMap((_, at) => (cells.some((row) => row[at]?.length) ? [at] : []));
    const dense = cells.map((row) => used.map((at) => row[at] ?? []));
    return isTable(dense) ? [{ ...box, cells: dense }] : [];
  });
}

/** Whether rows have cells beside each other, and none holds so much that it is a part of the page. */
function isTable(cells: readonly Run[][][]): boolean {
  const rows = cells.filter((row) => row.filter((cell) => cell.length > 0).length >= 2);
  const letters = cells.flat().map((cell) => cell.reduce((sum, run) => sum + run.glyphs.length, 0));
  return rows.length >= 2 && Math.max(...letters) <= MOST_IN_CELL;
}

/** The edges of boxes, and boxes that are so thin that they are lines. */
function rulesOf(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box): Box[] => {
    const { x0, y0, x1, y1 } = box;
    const [width, height] = [x1 - x0, y1 - y0];
    if (width < THICK || height < THICK) return width > 5 || height > 5 ? [box] : [];
    return [
      { x0, x1, y0, y1: y0 },
      { x0, x1, y0: y1, y1 },
      { x0, x1: x0, y0, y1 },
      { x0: x1, x1, y0, y1 },
    ];
  });
}

/** Rules that touch each other, directly or by others. */
function groupsOf(rules: readonly Box[]): Box[][] {
  const sorted = [...rules].sort((one, other) => one.y0 - other.y0);
  const groups: { box: Box; rules: Box[] }[] = [];
  for (const rule of sorted) {
    const touched = groups.filter(({ box }) => touches(box, rule));
    const [first, ...others] = touched;
    if (!first) {
      groups.push({ box: rule, rules: [rule] });
      continue;
    }
    first.rules.push(rule);
    for (const other of others) {
      first.rules.push(...other.rules);
      groups.splice(groups.indexOf(other), 1);
    }
    first.box = around([first.box, rule, ...others.map(({ box }) => box)]);
  }
  return groups.map((group) => group.rules);
}

const touches = (one: Box, other: Box): boolean =>
  one.x0 - NEAR < other.x1 &&
  other.x0 - NEAR < one.x1 &&
  one.y0 - NEAR < other.y1 &&
  other.y0 - NEAR < one.y1;

/** Where there are lines across: those that are long enough to part cells. */
function linesAt(rules: readonly Box[], axis: 'x' | 'y'): number[] {
  const across = rules.filter(({ x0, x1, y0, y1 }) =>
    axis === 'x' ? x1 - x0 < THICK && y1 - y0 > 6 : y1 - y0 < THICK && x1 - x0 > 6,
  );
  const places = across
    .map(({ x0, x1, y0, y1 }) => (axis === 'x' ? (x0 + x1) / 2 : (y0 + y1) / 2))
    .sort((one, other) => one - other);
  return places.filter((place, at) => at === 0 || place - (places[at - 1] ?? 0) > NEAR);
}
