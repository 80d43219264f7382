import type { BlockWriter } from '../block-writer.ts';
import { isBlank, type TableRow } from './table-row.ts';

const STYLE = { kind: 'paragraph' } as const;

/** Writes all rows of a table, each a block with its cells parted. Rows of one cell are paragraphs. */
export function writeTable(writer: BlockWriter, rows: Iterable<TableRow>): void {
  for (const row of rows) {
    if (isBlank(row)) {
      writer.end('\n\n');
      continue;
    }
    const cells = withoutEmptyEnd(row.cells);
    if (cells.length === 1) {
      writeCell(writer, cells[0] ?? '');
      writer.end('\n');
      continue;
    }
    writer.row(true);
    for (const cell of cells) {
      writer.cell();
      writeCell(writer, cell);
    }
    writer.endRow();
  }
  writer.end('\n\n');
}

function writeCell(writer: BlockWriter, cell: string): void {
  for (const line of cell.split('\n')) {
    if (line.trim() !== '') writer.preformatted(line.trim(), STYLE);
    writer.end('\n');
  }
}

/** Programs fill rows up to the widest one. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 1 && (cells[end - 1] ?? '').trim() === '') end--;
  return cells.slice(0, end);
}
