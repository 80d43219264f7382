/** A row of a table as its cells read. */
export interface TableRow {
  /** As a person counts: the first row of the table is 1. */
  number: number;
  /** A cell may have several lines. */
  cells: readonly string[];
}

/** Whether there is nothing in a row. */
export const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '');
