import type { Flow } from '../office/flow.ts';

/** Tables within each other: deeper nobody nests but to harm. */
const DEEPEST = 32;

/** Follows the rows of tables, which RTF tells by their ends alone. */
export class Rows {
  readonly #flow: Flow;
  /** Rows that are open, the outermost first: whether a cell begins with the next words. */
  readonly #open: { wantsCell: boolean }[] = [];
  /** Cells that the row to come declares. */
  #declared = 0;
  #isDeclared = false;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** A row is declared: what comes before its end lies in it. */
  declare(): void {
    this.#declared = 0;
    this.#isDeclared = true;
  }

  /** It has one cell more. */
  declareCell(): void {
    this.#declared++;
  }

  /** Whether words would lie in a cell though their paragraph does not say so. */
  get isDeclared(): boolean {
    return this.#isDeclared && this.#declared > 0;
  }

  /** Words follow in so many tables. */
  reach(tables: number): void {
    const depth = Math.min(DEEPEST, tables);
    while (this.#open.length > depth) this.#endRow();
    while (this.#open.length < depth) {
      this.#beginCell();
      this.#flow.row(this.#declared > 1);
      this.#open.push({ wantsCell: true });
    }
    this.#beginCell();
  }

  /** A cell ends in the innermost of so many tables. */
  endCell(tables: number): void {
    this.reach(Math.max(1, tables));
    this.#flow.end();
    const row = this.#open.at(-1);
    if (row) row.wantsCell = true;
  }

  endRow(tables: number): void {
    const depth = Math.min(DEEPEST, Math.max(1, tables));
    while (this.#open.length >= depth) this.#endRow();
    if (depth === 1) this.#isDeclared = false;
  }

  /** The story ends. */
  endAll(): void {
    while (this.#open.length > 0) this.#endRow();
  }

  #beginCell(): void {
    const row = this.#open.at(-1);
    if (!row?.wantsCell) return;
    this.#flow.cell();
    row.wantsCell = false;
  }

  #endRow(): void {
    this.#open.pop();
    this.#flow.endRow();
  }
}
