import type { Line, Piece } from './line.ts';
import { isMarked } from './markers.ts';
import { LEADS_TO_PAGE, type Paragraph } from './paragraph.ts';
import { around } from './runs.ts';

/** Lines that are rows of one table, and where its columns begin. */
interface Table {
  rows: Line[][];
  tracks: { x0: number; x1: number }[];
}

/** Distance (in sizes) below which lines are not those of one cell. */
const OVERLAP = 0.95;

/** A part of a column: a table, or lines that are none. */
export type Part = { rows: Paragraph[] } | { lines: Line[] };

/** Tables in the lines of a column: two rows or more of cells that stand below each other. */
export function partsOf(lines: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < lines.length;) {
    const ruled = lines[at]?.rows;
    if (ruled) {
      parts.push({ rows: ruled.flatMap((row) => ruledRow(row)) });
      at++;
      continue;
    }
    const table = tableAt(lines, at);
    if (table) {
      parts.push({ rows: table.rows.map((row) => rowOf(row, table.tracks)) });
      at += table.rows.reduce((sum, row) => sum + row.length, 0);
      continue;
    }
    const line = lines[at] as Line;
    const last = parts.at(-1);
    if (last && 'lines' in last) last.lines.push(line);
    else parts.push({ lines: [line] });
    at++;
  }
  return parts;
}

/** A row between rules; one that has but one cell is a line of text. */
function ruledRow(cells: Line[][]): Paragraph[] {
  const lines = cells.flat();
  const [first] = lines;
  if (!first) return [];
  const ordered = first.fromRight ? [...cells].reverse() : cells;
  const box = around(lines);
  return [
    {
      kind: 'table-row',
      lines,
      cells: ordered.map((cell) => cell.map(({ text }) => text)),
      ...box,
      left: box.x0,
      right: box.x1,
      size: first.size,
    },
  ];
}

function tableAt(lines: readonly Line[], start: number): Table | undefined {
  const first = lines[start];
  if (!first || first.pieces.length < 2 || isContents(first) || isMarked(first)) return undefined;
  let tracks = first.pieces.map(({ x0, x1 }) => ({ x0, x1 }));
  const rows = [[first]];
  for (let at = start + 1; at < lines.length; at++) {
    const [line, before] = [lines[at] as Line, lines[at - 1] as Line];
    if (line.rows || line.y - before.y > 4 * line.size || line.size > 1.3 * first.size) break;
    const wider = widened(tracks, line.pieces);
    if (!wider) break;
    // Cells that stand in the middle of their row lie between the lines of the others.
    if (rows.length > 0 && line.y - before.y < OVERLAP * line.size) rows.at(-1)?.push(line);
    else if (line.pieces.length >= 2) rows.push([line]);
    else if (goesOn(line, before, wider, rows.length)) rows.at(-1)?.push(line);
    else if (isBeside(line, lines[at + 1])) rows.push([line]);
    else break;
    tracks = wider;
  }
  return rows.length >= 2 && isTable(rows, tracks) ? { rows, tracks } : undefined;
}

/** A line of a table of contents is none of a table. */
const isContents = ({ text }: Line): boolean => LEADS_TO_PAGE.test(text.slice(-40));

/** The columns with the cells of one more row; undefined when a cell lies across two of them. */
function widened(tracks: Table['tracks'], pieces: readonly Piece[]): Table['tracks'] | undefined {
  const wider = tracks.map((track) => ({ ...track }));
  const taken = new Set<number>();
  for (const { x0, x1 } of pieces) {
    const over = wider.flatMap((track, index) => (x0 < track.x1 && track.x0 < x1 ? [index] : []));
    if (over.length > 1) return undefined;
    const [index] = over;
    if (index === undefined) wider.push({ x0, x1 });
    else if (taken.has(index)) return undefined;
    else {
      taken.add(index);
      const track = wider[index] as Table['tracks'][number];
      Object.assign(track, { x0: Math.min(track.x0, x0), x1: Math.max(track.x1, x1) });
    }
  }
  wider.sort((one, other) => one.x0 - other.x0);
  return wider.some((track, at) => track.x0 < (wider[at - 1]?.x1 ?? -Infinity)) ? undefined : wider;
}

/** Whether a line with one cell is the next line of the row before it. */
function goesOn(line: Line, before: Line, tracks: Table['tracks'], rows: number): boolean {
  const [piece] = line.pieces;
  if (!piece || line.y - before.y > 1.35 * line.size) return false;
  const [first] = tracks;
  const inFirst = first !== undefined && piece.x0 < first.x1;
  return (
    !inFirst || (rows > 1 && before.pieces.some(({ x0, x1 }) => x0 < piece.x1 && piece.x0 < x1))
  );
}

/** Whether the next line stands in another cell of the same row, half a line further down. */
function isBeside({ pieces, y, size }: Line, next: Line | undefined): boolean {
  const [one, other] = [pieces[0], next?.pieces[0]];
  if (!one || !other || !next || next.y - y > OVERLAP * size) return false;
  return one.x0 > other.x1 || other.x0 > one.x1;
}

/** Cells of a table are short, and there are more of them than by chance. */
function isTable(rows: readonly Line[][], tracks: Table['tracks']): boolean {
  const cells = rows.flat().flatMap(({ pieces }) => pieces);
  const long = cells.filter(({ text }) => text.length > 90).length;
  if (long * 4 > cells.length) return false;
  const full = rows.filter((row) => tracks.every((track) => isIn(row, track))).length;
  return tracks.length <= 20 && full * 2 >= rows.length;
}

const isIn = (row: readonly Line[], track: Table['tracks'][number]): boolean =>
  row.some(({ pieces }) => pieces.some(({ x0, x1 }) => x0 < track.x1 && track.x0 < x1));

function rowOf(lines: Line[], tracks: Table['tracks']): Paragraph {
  const cells = tracks.map((track) =>
    lines.flatMap(({ pieces }) =>
      pieces.filter(({ x0, x1 }) => x0 < track.x1 && track.x0 < x1).map(({ text }) => text.trim()),
    ),
  );
  if (lines[0]?.fromRight) cells.reverse();
  const box = around(lines);
  const size = lines[0]?.size ?? 0;
  return { kind: 'table-row', lines, cells, ...box, left: box.x0, right: box.x1, size };
}
