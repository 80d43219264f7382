import type { Box, Glyph } from './page.ts';

/** A gap (in sizes of the letters) that parts two runs: words of one line stand closer. */
const WIDE_GAP = 0.6;
/** How far (in sizes) a raised sign may stand from the line of its word. */
const SHIFT = 0.6;

/** Glyphs that were drawn one after the other, close to each other: words of one line, mostly. */
export interface Run extends Box {
  glyphs: Glyph[];
  /** Base line and size of most of its letters. */
  y: number;
  size: number;
  /** A whole table that stands here: the cells of its rows, each with its runs. */
  cells?: Run[][][];
  /** Place in the order of drawing. */
  order: number;
}

/** The runs of upright glyphs in the order of drawing. White space is none, but leaves its gap. */
export function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = [];
  let open: Glyph[] = [];
  const close = (): void => {
    if (open.length > 0) runs.push(runOf(open, runs.length));
    open = [];
  };
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const last = open.at(-1);
    if (last && !follows(last, glyph)) close();
    open.push(glyph);
  }
  close();
  return runs;
}

/** Whether a glyph stands beside the one drawn before it, on either side. */
function follows(last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.size, next.size);
  if (Math.abs(next.y - last.y) > SHIFT * size) return false;
  const right = next.x - (last.x + last.width);
  const left = last.x - (next.x + next.width);
  return Math.max(right, left) < WIDE_GAP * size;
}

function runOf(glyphs: Glyph[], order: number): Run {
  const main = mainOf(glyphs);
  let [x0, x1, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, width, size } of glyphs) {
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x + width);
    top = Math.min(top, y - 0.8 * size);
    bottom = Math.max(bottom, y + 0.2 * size);
  }
  return { glyphs, x0, x1, y0: top, y1: bottom, y: main.y, size: main.size, order };
}

/** The glyph whose base line and size most of the width has. */
export function mainOf(glyphs: readonly Glyph[]): Glyph {
  const widths = new Map<number, { glyph: Glyph; width: number }>();
  for (const glyph of glyphs) {
    // Tenths of points are as near as it gets.
    const key = Math.round(glyph.y * 10) * 100_000 + Math.round(glyph.size * 10);
    const seen = widths.get(key);
    if (seen) seen.width += glyph.width;
    else widths.set(key, { glyph, width: glyph.width });
  }
  let best: { glyph: Glyph; width: number } | undefined;
  for (const one of widths.values()) if (!best || one.width > best.width) best = one;
  return best?.glyph ?? (glyphs[0] as Glyph);
}

/** The smallest box around all. */
export function around(boxes: readonly Box[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of boxes) {
    box.x0 = Math.min(box.x0, x0);
    box.y0 = Math.min(box.y0, y0);
    box.x1 = Math.max(box.x1, x1);
    box.y1 = Math.max(box.y1, y1);
  }
  return box;
}

/** The middle value; 0 of none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value that a quarter of all does not reach; 0 of none. */
export const lowQuarter = (values: readonly number[]): number => quantile(values, 0.25);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
