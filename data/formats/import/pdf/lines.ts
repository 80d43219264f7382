import { readsFromRight } from './bidi.ts';
import { withDropCaps } from './drop-caps.ts';
import { lineOf, type Line, type LineContext } from './line.ts';
import { median, type Run } from './runs.ts';

/** How far (in sizes) base lines of one line may lie apart. */
const SAME_LINE = 0.35;

/** Runs of one column as lines from above; raised and lowered signs stand in the line that they belong to. */
export function linesOf(all: readonly Run[], context: LineContext): Line[] {
  const runs = withDropCaps(all.filter(({ cells }) => !cells));
  const size = median(runs.map((run) => run.size));
  const sorted = [...runs].sort((one, other) => one.y - other.y);
  const groups: Run[][] = [];
  for (const run of sorted.filter((one) => one.size >= 0.85 * size)) {
    const last = groups.at(-1)?.[0];
    if (last && run.y - last.y < SAME_LINE * Math.min(run.size, last.size))
      groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  const small: Run[][] = [];
  for (const run of sorted.filter((one) => one.size < 0.85 * size)) {
    const beside = hostOf(run, groups);
    const last = small.at(-1)?.[0];
    if (beside) beside.push(run);
    else if (last && run.y - last.y < SAME_LINE * run.size) small.at(-1)?.push(run);
    else small.push([run]);
  }
  const fromRight = readsFromRight(runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)));
  const lines = [...groups, ...small]
    .map((group) => lineOf(group, context, fromRight))
    .filter(({ text }) => text !== '');
  return [...lines, ...all.flatMap((run) => tableOf(run, context))].sort(
    (one, other) => one.y - other.y,
  );
}

/** A ruled table as one line that holds its rows. */
function tableOf(run: Run, context: LineContext): Line[] {
  if (!run.cells) return [];
  const rows = run.cells.map((row) => row.map((cell) => linesOf(cell, context)));
  const [first] = rows.flat(2);
  return first
    ? [{ ...first, x0: run.x0, y0: run.y0, x1: run.x1, y1: run.y1, y: run.y, rows }]
    : [];
}

/** The line beside a word of which a small run stands. */
function hostOf(small: Run, groups: readonly Run[][]): Run[] | undefined {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = groups[middle]?.[0];
    if (run && run.y + 0.35 * run.size < small.y) low = middle + 1;
    else high = middle;
  }
  return groups
    .slice(low, low + 2)
    .find((group) =>
      group.some(
        (run) =>
          small.y > run.y - 0.75 * run.size &&
          small.y < run.y + 0.35 * run.size &&
          Math.max(small.x0 - run.x1, run.x0 - small.x1) < 0.5 * run.size,
      ),
    );
}
