/** A row of a table as its cells read. */
export interface TableRow {
  /** As a person counts: the first row of the table is 1. */
  number: number;
  /** A cell may have several lines. */
  cells: readonly string[];
  /** Where cells lead, by their columns from 0. */
  links?: ReadonlyMap<number, string>;
  /** The whole row is not shown. */
  isHidden?: boolean;
}

/** Whether there is nothing in a row. */
export const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '');
