import { LONGEST_BLOCK } from '../../text/working-text.ts';
import type { Gap, OpenPlace, Style, Waiting } from './waiting-block.ts';

/** A row of a table, cell by cell. */
export interface OpenRow {
  cells: Waiting[][];
  gap: Gap;
  /** Whether it is a row of data for certain, whatever its cells hold. */
  isSure: boolean;
}

/** Blocks of one cell, and letters of it, beyond which a table is the layout of a page. */
const MOST_IN_CELL = 4;
const LONGEST_CELL = 600;

/** The cells of a row as one block, unless it is no row of data. */
export function joinedRow({ cells, gap, isSure }: OpenRow): Waiting | undefined {
  const filled = cells.flat();
  if (filled.length === 0 || (!isSure && !looksLikeData(cells))) return undefined;
  if (filled.some(({ style }) => isRow(style))) return undefined;
  const length = filled.reduce((sum, { text }) => sum + text.length + 1, cells.length);
  if (length > LONGEST_BLOCK) return undefined;
  const places: OpenPlace[] = [];
  let text = '';
  cells.forEach((blocks, column) => {
    if (column > 0) text += '\t';
    blocks.forEach((block, index) => {
      if (index > 0) text += '\n';
      for (const one of block.places) places.push({ ...one, at: text.length + one.at });
      text += block.text.replace(/\t/g, ' ');
    });
  });
  const [first] = filled;
  const look = first && first.style !== 'page-break' ? first.style : undefined;
  const { region, guess }: Partial<Style> = look ?? {};
  const style: Style = { kind: 'table-row', ...(region && { region }), ...(guess && { guess }) };
  const blanks = text.length - text.trimStart().length;
  // Empty cells at the start stay, empty ones at the end as well: columns stand below each other.
  return blanks === text.length ? undefined : { text, style, gap, places };
}

/** Rows of a table in a cell stay rows. */
const isRow = (style: Waiting['style']): boolean =>
  style !== 'page-break' && style.kind === 'table-row';

function looksLikeData(cells: readonly (readonly Waiting[])[]): boolean {
  if (cells.length < 2) return false;
  return cells.every((blocks) => {
    const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
    return (
      blocks.length <= MOST_IN_CELL &&
      length <= LONGEST_CELL &&
      blocks.every(
        ({ style }) =>
          style !== 'page-break' && style.kind !== 'heading' && style.kind !== 'table-row',
      )
    );
  });
}
