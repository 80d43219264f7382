import type { Flow } from '../office/flow.ts';
import { numberOf } from './list-styles.ts';

/** Most columns that are filled up with empty cells. */
const WIDEST = 64;

/** Writes the rows of tables; cells that another covers are empty ones. */
export class OdtTables {
  readonly #flow: Flow;
  /** Open tables: their columns, and how often the open cell stands there. */
  readonly #open: { columns: number; times: number }[] = [];
  #cells = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  get isInCell(): boolean {
    return this.#cells > 0;
  }

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.#open.at(-1);
    const times = Math.min(WIDEST, numberOf(attributes['table:number-columns-repeated']) ?? 1);
    if (name === 'table:table') this.#open.push({ columns: 0, times: 1 });
    else if (!table) return;
    else if (name === 'table:table-column') table.columns += times;
    else if (name === 'table:table-row') this.#flow.row(table.columns > 1);
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#flow.cell();
      this.#cells++;
      table.times = times;
    }
  }

  leave(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'table:table') {
      this.#open.pop();
      if (this.#open.length === 0) this.#flow.end('\n\n');
    } else if (name === 'table:table-row') this.#flow.endRow();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#flow.end();
      this.#cells--;
      for (let more = 1; more < table.times; more++) this.#flow.cell();
    }
  }
}
