import type { BlockWriter, Style } from '../block-writer.ts';
import type { MarkList } from '../mark-list.ts';
import { isBlank, type TableRow } from './table-row.ts';

const PLAIN = { kind: 'paragraph' } as const;
const HIDDEN = { kind: 'paragraph', region: 'hidden' } as const;

/** What a table may have beside its words. */
export interface TableLook {
  /** Takes where its cells lead. */
  marks: MarkList;
  /** Columns that are not shown, from 0. */
  hidden: ReadonlySet<number>;
}

/**
 * Writes all rows of a table, each a block with its cells parted. Rows of one cell are paragraphs. What is not
 * shown is hidden: rows where they are, cells behind the rest of their row.
 */
export function writeTable(writer: BlockWriter, rows: Iterable<TableRow>, look?: TableLook): void {
  for (const row of rows) {
    if (isBlank(row)) {
      writer.end('\n\n');
      continue;
    }
    const columns = row.cells.map((_, column) => column);
    const isAside = (column: number): boolean => !row.isHidden && look?.hidden.has(column) === true;
    const isFilled = (column: number): boolean => (row.cells[column] ?? '').trim() !== '';
    const shown = columns.filter((column) => !isAside(column));
    // Programs fill rows up to the widest one.
    const last = shown.findLastIndex(isFilled);
    writeRow(writer, row, shown.slice(0, last + 1), row.isHidden ? HIDDEN : PLAIN, look);
    const aside = columns.filter((column) => isAside(column) && isFilled(column));
    writeRow(writer, row, aside, HIDDEN, look);
  }
  writer.end('\n\n');
}

function writeRow(
  writer: BlockWriter,
  row: TableRow,
  columns: readonly number[],
  style: Style,
  look: TableLook | undefined,
): void {
  const [only] = columns;
  if (only === undefined) return;
  if (columns.length === 1) {
    writeCell(writer, row, only, style, look);
    return writer.end('\n');
  }
  writer.row(true);
  for (const column of columns) {
    writer.cell();
    writeCell(writer, row, column, style, look);
  }
  writer.endRow();
}

function writeCell(
  writer: BlockWriter,
  { cells, links }: TableRow,
  column: number,
  style: Style,
  look: TableLook | undefined,
): void {
  const address = links?.get(column);
  for (const line of (cells[column] ?? '').split('\n')) {
    if (line.trim() !== '') {
      const from = address !== undefined && look ? writer.here() : undefined;
      writer.preformatted(line.trim(), style);
      if (from && address !== undefined) {
        look?.marks.add({ kind: 'link', from, to: writer.there(), address });
      }
    }
    writer.end('\n');
  }
}
