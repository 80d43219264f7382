import type { Line } from './line.ts';
import type { Box } from './page.ts';
import { beginsItem, edgesOf, endsInHyphen, LEADS_TO_PAGE, type Paragraph } from './paragraph.ts';
import { around, median } from './runs.ts';

/** Difference of indents (in sizes) that is meant. */
const INDENT = 0.7;

/** What all lines of a column are measured by. */
interface Column {
  left: number;
  right: number;
  leading: number;
}

/**
 * Lines of one column as paragraphs. `body`: size of most letters of the document; `frame`: how wide the column
 * is on other pages, where this one has few lines.
 */
export function paragraphsOf(
  lines: readonly Line[],
  body: number,
  frame: readonly Box[] = [],
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const leading = leadingOf(lines);
  let open: Paragraph | undefined;
  for (const line of lines) {
    const column = { ...edgesAround(lines, line, frame), leading };
    if (open && goesOn(open, line, column, body)) {
      open.lines.push(line);
      Object.assign(open, around([open, line]));
      continue;
    }
    open = beginning(line, column);
    paragraphs.push(open);
  }
  return paragraphs;
}

function beginning(line: Line, { left, right }: Column): Paragraph {
  const { x0, y0, x1, y1, size } = line;
  return { kind: 'paragraph', lines: [line], x0, y0, x1, y1, left, right, size };
}

/** Usual distance of base lines. */
function leadingOf(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && isLike(before, line) ? [line.y - before.y] : [];
  });
  const usual = 1.2 * median(lines.map(({ size }) => size));
  const middle = median(gaps.filter((gap) => gap > 0)) || usual;
  // Of a few lines one gap may well be that between paragraphs.
  return gaps.length < 4 ? Math.min(middle, 1.25 * usual) : middle;
}

const isLike = (one: Line, other: Line): boolean =>
  other.size < 1.12 * one.size && one.size < 1.12 * other.size;

/** Lines before and behind one that show how wide the column is there. */
const NEAR = 25;

function edgesAround(
  lines: readonly Line[],
  line: Line,
  frame: readonly Box[],
): { left: number; right: number } {
  const at = lines.indexOf(line);
  const near = lines.slice(Math.max(0, at - NEAR), at + NEAR).filter((one) => isLike(one, line));
  const { x0, x1 } = around([...near, ...frame]);
  return { left: x0, right: x1 };
}

function goesOn(open: Paragraph, line: Line, column: Column, body: number): boolean {
  const last = open.lines.at(-1) as Line;
  if (!isLike(last, line) || last.heading !== line.heading) return false;
  const gap = line.y - last.y;
  const isLarge = line.size > 1.15 * body;
  const widest = isLarge ? Math.max(1.45 * line.size, column.leading) : column.leading;
  if (gap <= 0 || gap > 1.3 * widest) return false;
  if (last.bold !== line.bold && !endsInHyphen(last.text)) return false;
  if (beginsItem(line) || (line.spans[0]?.kind === 'raised' && line.spans[0].from === 0))
    return false;
  if (LEADS_TO_PAGE.test(last.text.slice(-40))) return false;
  if (endsInHyphen(last.text)) return true;
  const isCentred = Math.abs(last.x0 + last.x1 - line.x0 - line.x1) < 0.6 * line.size;
  if (isLarge || (isCentred && Math.abs(last.x0 - line.x0) > line.size)) return true;
  return fits(open, last, line, column);
}

/** Whether a line is where the next one of a paragraph would be, and had no room on the line before. */
function fits(open: Paragraph, last: Line, line: Line, column: Column): boolean {
  // Words from right to left may begin at the left edge of all lines as well.
  const near = 0.5 * line.size;
  const isTurned =
    line.fromRight && Math.abs(last.x0 - line.x0) < near && line.x0 - column.left < near;
  const edges = (one: Line) => edgesOf(isTurned ? { ...one, fromRight: false } : one, column);
  const before = edges(last);
  const { indent } = edges(line);
  const isFull = before.room < line.firstWord + 1.3 * line.size;
  if (!isFull && ![line, open.lines.at(-2)].some((one) => one && endsLike(one, last))) return false;
  const further = (indent - before.indent) / line.size;
  if (open.lines.length === 1)
    return further < INDENT || beginsItem(last) || isHanging(last, before);
  return Math.abs(further) < INDENT;
}

/** Whether lines end at the same place: they do beside a box or a picture, where the column is narrower. */
function endsLike(one: Line, last: Line): boolean {
  if (one.pieces.length > 1 || last.pieces.length > 1 || one.fromRight !== last.fromRight) {
    return false;
  }
  return Math.abs(last.fromRight ? one.x0 - last.x0 : one.x1 - last.x1) < 0.1 * last.size;
}

/** A first line that stands out to the left is full. */
const isHanging = ({ size }: Line, { room, indent }: { room: number; indent: number }): boolean =>
  indent < 0.3 * size && room < size;
