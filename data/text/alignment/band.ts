import type { Span } from '../finder.ts';
import { MOST, shapes, type Costs } from './costs.ts';
import type { Side, Sides } from './sides.ts';

/** Paragraphs of two texts that stand side by side: half-open ranges of their numbers, one of them may be empty. */
export interface Row {
  left: Span;
  right: Span;
}

/** Paragraphs of the right text that are tried beside each of the left one at first. */
const WIDTH = 256;
/** A way that comes so near to the edge of the band may have been kept from a better one outside. */
const NEAR_EDGE = 8;
/** Cells of the widest band: a byte each. */
const MOST_CELLS = 32_000_000;

/**
 * The cheapest rows that cover two ranges of paragraphs in order, by dynamic programming (as Gale and Church).
 * Only cells in a band around the straight way are looked at, by how many letters lie before each
 * paragraph; it is widened while the way runs along its edge. Cost: time and memory of the band, for which
 * 256 paragraphs a row are enough unless a long part is left out.
 */
export function cheapestRows(sides: Sides, costs: Costs, left: Span, right: Span): Row[] {
  const rows = left.end - left.start;
  const columns = right.end - right.start + 1;
  const most = Math.max(WIDTH, Math.floor(MOST_CELLS / (rows + 1)));
  const whole = { costs, left, right };
  for (let width = WIDTH; ; width *= 4) {
    const isWidest = width >= Math.min(columns, most);
    const wide = Math.min(width, columns, most);
    const found = wayThrough({ ...whole, ...bandOf(sides, left, right, wide) });
    if (found && (isWidest || !found.isNarrow)) return found.rows;
    if (isWidest) return wayThrough({ ...whole, ...straight(rows, columns, wide) })?.rows ?? [];
  }
}

interface Band {
  /** Columns of each line of cells. */
  width: number;
  /** The first column of each line, never falling. */
  starts: Int32Array;
}

/** A band around where as large a part of both ranges was read. */
function bandOf({ left: one, right: other }: Sides, left: Span, right: Span, width: number): Band {
  const columns = right.end - right.start + 1;
  const starts = new Int32Array(left.end - left.start + 1);
  let at = right.start;
  for (let line = 0; line < starts.length; line++) {
    const part = partOf(one, left, left.start + line);
    while (at < right.end && partOf(other, right, at) < part) at++;
    const start = at - right.start - (width >> 1);
    starts[line] = Math.max(0, Math.min(columns - width, start));
  }
  if (starts.length > 1) starts[starts.length - 1] = columns - width;
  return { width, starts };
}

function partOf({ letters }: Side, { start, end }: Span, at: number): number {
  const before = letters[start] ?? 0;
  const all = (letters[end] ?? 0) - before;
  return all > 0 ? ((letters[at] ?? 0) - before) / all : 1;
}

/** A band by number: it has a way through whatever the lengths are. */
function straight(rows: number, columns: number, width: number): Band {
  const starts = Int32Array.from({ length: rows + 1 }, (_, line) =>
    Math.round(((columns - width) * line) / Math.max(1, rows)),
  );
  return { width, starts };
}

interface Search extends Band {
  costs: Costs;
  left: Span;
  right: Span;
}

/** The cheapest way through a band, and whether it came near to the edge; undefined when there is none. */
function wayThrough(search: Search): { rows: Row[]; isNarrow: boolean } | undefined {
  const { starts, width } = search;
  const steps = new Uint8Array(starts.length * width);
  const lines = new Lines(width);
  for (let line = 0; line < starts.length; line++) {
    lines.begin(line, starts[line] ?? 0);
    for (let cell = 0; cell < width; cell++) {
      steps[line * width + cell] = takeCheapest(search, lines, line, cell);
    }
  }
  const last = search.right.end - search.right.start;
  return lines.cost(starts.length - 1, last) < Infinity ? traced(steps, search) : undefined;
}

/** The last lines of cells: what came before is not needed any more. */
class Lines {
  readonly #costs: Float64Array[];
  readonly #likeness: Float64Array[];
  readonly #starts = new Int32Array(MOST + 1);
  readonly width: number;

  constructor(width: number) {
    const line = () => new Float64Array(width).fill(Infinity);
    this.width = width;
    this.#costs = Array.from({ length: MOST + 1 }, line);
    this.#likeness = Array.from({ length: MOST + 1 }, line);
  }

  begin(line: number, start: number): void {
    this.#starts[line % (MOST + 1)] = start;
  }

  /** What it costs to come to a cell; without end outside of the band. */
  cost(line: number, column: number): number {
    if (line < 0) return Infinity;
    const at = line % (MOST + 1);
    return this.#costs[at]?.[column - (this.#starts[at] ?? 0)] ?? Infinity;
  }

  /** How alike the two paragraphs are that end in a cell. */
  likeness(line: number, column: number): number {
    const at = line % (MOST + 1);
    return this.#likeness[at]?.[column - (this.#starts[at] ?? 0)] ?? 0;
  }

  set(line: number, cell: number, cost: number, likeness: number): void {
    const at = line % (MOST + 1);
    const [costs, likenesses] = [this.#costs[at], this.#likeness[at]];
    if (costs && likenesses) [costs[cell], likenesses[cell]] = [cost, likeness];
  }
}

/** Fills a cell; answers the number of the shape that leads to it, counted from 1, or 0 for the first cell. */
function takeCheapest(
  { costs, left, right, starts }: Search,
  lines: Lines,
  line: number,
  cell: number,
): number {
  const column = (starts[line] ?? 0) + cell;
  const [i, j] = [left.start + line, right.start + column];
  const isInside = line > 0 && column > 0;
  const alike = isInside ? costs.likeness(i - 1, j - 1) : 0;
  let best = line === 0 && column === 0 ? 0 : Infinity;
  let step = 0;
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at];
    if (!shape || shape.left > line || shape.right > column) continue;
    const before = lines.cost(line - shape.left, column - shape.right);
    if (before === Infinity) continue;
    let likeness = shape.left > 0 && shape.right > 0 ? alike : 0;
    for (let up = 1; up < shape.left; up++) likeness += lines.likeness(line - up, column);
    for (let back = 1; back < shape.right; back++) likeness += lines.likeness(line, column - back);
    const cost = before + costs.row(i, j, shape, likeness);
    if (cost < best) [best, step] = [cost, at + 1];
  }
  lines.set(line, cell, best, alike);
  return step;
}

/** The rows of the cheapest way, from its end back. */
function traced(steps: Uint8Array, { left, right, starts, width }: Search) {
  const columns = right.end - right.start + 1;
  const rows: Row[] = [];
  let isNarrow = false;
  let [line, column] = [starts.length - 1, columns - 1];
  while (line > 0 || column > 0) {
    const start = starts[line] ?? 0;
    const cell = column - start;
    const shape = shapes[(steps[line * width + cell] ?? 0) - 1];
    if (!shape) break;
    if (start > 0 && cell < NEAR_EDGE) isNarrow = true;
    if (start + width < columns && cell >= width - NEAR_EDGE) isNarrow = true;
    const [i, j] = [left.start + line, right.start + column];
    rows.push({
      left: { start: i - shape.left, end: i },
      right: { start: j - shape.right, end: j },
    });
    [line, column] = [line - shape.left, column - shape.right];
  }
  return { rows: rows.reverse(), isNarrow };
}
