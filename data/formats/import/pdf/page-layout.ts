import { columnsOf } from './columns.ts';
import { gridsOf } from './grid.ts';
import type { Line } from './line.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { linesOf } from './lines.ts';
import type { Box, Glyph, PageContent } from './page.ts';
import { rowsOf } from './gutters.ts';
import { runsOf, type Run } from './runs.ts';

/** The lines of a page in reading order. */
export interface PageLayout {
  height: number;
  /** Lines of its columns, one column after the other. */
  columns: Line[][];
  /** Columns of text in boxes beside the running text. */
  boxed: Line[][];
  /** Lines that run in another direction than most, and numbers of lines in the margin. */
  turned: Line[];
  comments: string[];
}

/** Share of the page that a box of text takes at most. */
const MOST_OF_PAGE = 0.6;
/** Most boxes that are looked at. */
const MOST_BOXES = 40;

/**
 * Puts what is on a page into lines and columns. `known` remembers where columns were parted on the pages
 * before.
 */
export function layoutOf(content: PageContent, page: number, known: number[]): PageLayout {
  const [main, ...others] = directionsOf(content);
  const context = { page, headingTags: content.headingTags, overlays: main?.overlays ?? [] };
  const runs = runsOf(main?.glyphs ?? []);
  const drawn = main?.turn === 0 ? content.boxes.filter((box) => !isWhole(box, content)) : [];
  const { rest: text, numbers } = withoutLineNumbers(withTables(runs, drawn));
  const { boxes, rest } = parted(text, drawn, content);
  const columns = (some: readonly Run[]): Line[][] =>
    columnsOf(some, known).map((column) => linesOf(column, context));
  return {
    height: main?.height ?? content.height,
    columns: columns(rest),
    boxed: boxes.flatMap(columns),
    turned: [...others.map(({ glyphs }) => runsOf(glyphs)), numbers].flatMap((some) =>
      linesOf(some, { ...context, overlays: [] }),
    ),
    comments: content.comments,
  };
}

/** Whether a box is the page itself, which programs fill with white. */
const isWhole = ({ x0, x1, y0, y1 }: Box, { width, height }: PageContent): boolean =>
  (x1 - x0) * (y1 - y0) > 0.9 * width * height;

/** Runs with those of each ruled table as one that holds its cells. */
function withTables(runs: readonly Run[], drawn: readonly Box[]): Run[] {
  let rest = [...runs];
  for (const { cells, ...box } of gridsOf(drawn, runs)) {
    const inside = new Set(cells.flat(2));
    const [first] = inside;
    if (!first || !rest.includes(first)) continue;
    rest = rest.filter((run) => !inside.has(run));
    const { order, size } = first;
    rest.push({ ...box, cells, glyphs: [], y: box.y0 + size, size, order });
  }
  return rest;
}

interface Direction {
  turn: number;
  height: number;
  glyphs: Glyph[];
  overlays: PageContent['overlays'];
}

/** Glyphs by the direction of their lines, turned upright; what has most of them comes first. */
function directionsOf(content: PageContent): Direction[] {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of content.glyphs) {
    const turn = Math.round(glyph.turn);
    const group = groups.get(turn);
    if (group) group.push(glyph);
    else groups.set(turn, [glyph]);
  }
  return [...groups]
    .sort(([one, some], [other, others]) => weight(other, others) - weight(one, some))
    .map(([turn, glyphs]) => upright(turn, glyphs, content));
}

/** A page with as much turned as upright text is an upright one. */
const weight = (turn: number, { length }: Glyph[]): number => (turn === 0 ? 2 * length : length);

function upright(turn: number, glyphs: Glyph[], content: PageContent): Direction {
  const { width, height, overlays } = content;
  if (turn === 0) return { turn, height, glyphs, overlays };
  const angle = (-turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [0, width].flatMap((x) => [0, height].map((y) => [x, y] as const));
  const left = Math.min(...corners.map(([x, y]) => x * cos - y * sin));
  const heights = corners.map(([x, y]) => x * sin + y * cos);
  const top = Math.min(...heights);
  const place = (x: number, y: number) => ({
    x: x * cos - y * sin - left,
    y: x * sin + y * cos - top,
  });
  const turned = (box: Box): Box => {
    const [one, other] = [place(box.x0, box.y0), place(box.x1, box.y1)];
    return {
      x0: Math.min(one.x, other.x),
      y0: Math.min(one.y, other.y),
      x1: Math.max(one.x, other.x),
      y1: Math.max(one.y, other.y),
    };
  };
  return {
    turn,
    height: Math.max(...heights) - top,
    glyphs: glyphs.map((glyph) => ({ ...glyph, ...place(glyph.x, glyph.y) })),
    overlays: overlays.map((one) => ({ ...one, boxes: one.boxes.map(turned) })),
  };
}

/** Text in boxes that stand beside the running text, and the rest. */
function parted(
  runs: readonly Run[],
  drawn: readonly Box[],
  page: PageContent,
): { boxes: Run[][]; rest: Run[] } {
  let rest = [...runs];
  const boxes: Run[][] = [];
  const large = drawn.filter(({ x0, x1, y0, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    return width > 60 && height > 30 && width * height < MOST_OF_PAGE * page.width * page.height;
  });
  for (const box of large.slice(0, MOST_BOXES)) {
    if (large.some((one) => isCellBeside(one, box))) continue;
    const inside = rest.filter((run) => isIn(run, box));
    const outside = rest.filter((run) => !isIn(run, box));
    if (rowsOf(inside).length < 2) continue;
    const beside = outside.filter((run) => run.y0 < box.y1 && box.y0 < run.y1);
    if (rowsOf(beside).length < 2 || beside.some((run) => run.x0 < box.x1 && box.x0 < run.x1))
      continue;
    boxes.push(inside);
    rest = outside;
  }
  return { boxes, rest };
}

/** Whether two boxes are cells of one row. */
const isCellBeside = (one: Box, other: Box): boolean =>
  Math.abs(one.y0 - other.y0) < 1 &&
  Math.abs(one.y1 - other.y1) < 1 &&
  (one.x0 >= other.x1 - 1 || other.x0 >= one.x1 - 1);

const isIn = (run: Run, box: Box): boolean =>
  run.x0 >= box.x0 - 1 && run.x1 <= box.x1 + 1 && run.y >= box.y0 && run.y <= box.y1;
