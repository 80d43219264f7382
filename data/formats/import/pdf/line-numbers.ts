import { rowsOf } from './gutters.ts';
import { around, median, type Run } from './runs.ts';

/** Fewest numbers that are taken for those of lines. */
const FEWEST = 5;
/** How far (points) their edges may miss each other. */
const NEAR = 2;

/**
 * Parts the numbers of lines in the margin (of a draft, a protocol) from the text of a page: they count on from one
 * line to the next, stand below each other, and most lines of prose have one.
 */
export function withoutLineNumbers(runs: readonly Run[]): { rest: Run[]; numbers: Run[] } {
  const none = { rest: [...runs], numbers: [] };
  const numbers = columnOf(runs.filter(isNumber));
  const step = valueOf(numbers[1]) - valueOf(numbers[0]);
  if (numbers.length < FEWEST || (step !== 1 && step !== 5)) return none;
  if (numbers.some((one, at) => at > 0 && valueOf(one) - valueOf(numbers[at - 1]) !== step)) {
    return none;
  }
  const found = new Set(numbers);
  const rest = runs.filter((run) => !found.has(run));
  const { x0, x1, y0, y1 } = around(numbers);
  const beside = rest.filter((run) => run.y > y0 && run.y0 < y1);
  if (beside.some((run) => run.x0 < x1 && run.x1 > x0)) return none;
  const rows = rowsOf(beside).filter((row) => row.runs.some((run) => run.x0 > x1));
  const numbered = (numbers.length * step) / rows.length;
  return numbered > 0.7 && numbered < 1.4 && areLines(rows) ? { rest, numbers } : none;
}

const isNumber = ({ glyphs }: Run): boolean =>
  glyphs.length > 0 && glyphs.length <= 3 && glyphs.every(({ text }) => /^\d$/.test(text));

const valueOf = (run: Run | undefined): number =>
  Number(run?.glyphs.map(({ text }) => text).join('') ?? Number.NaN);

/** The largest group of numbers that end (or begin) at the same place, from above. */
function columnOf(numbers: readonly Run[]): Run[] {
  const groups = numbers
    .slice(0, 200)
    .flatMap((one) => [
      numbers.filter(({ x1 }) => Math.abs(x1 - one.x1) < NEAR),
      numbers.filter(({ x0 }) => Math.abs(x0 - one.x0) < NEAR),
    ]);
  const [largest = []] = groups.sort((one, other) => other.length - one.length);
  return largest.sort((one, other) => one.y - other.y);
}

/** Whether rows are lines of words, not of cells. */
function areLines(rows: readonly { runs: Run[] }[]): boolean {
  const widths = rows.map(({ runs }) => around(runs));
  const { x0, x1 } = around(widths);
  const fills = widths.map((box) => (box.x1 - box.x0) / (x1 - x0));
  const letters = rows.map(({ runs }) => runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0));
  return median(fills) > 0.8 && median(letters) >= 20;
}
