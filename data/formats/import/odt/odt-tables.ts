import type { Flow } from '../office/flow.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { numberOf } from './list-styles.ts';

/** Most columns that are filled up with empty cells. */
const WIDEST = 64;

/** Most paragraphs of a cell that stands there more than once. */
const MOST_KEPT = 20;

interface OpenTable {
  columns: number;
  /** How often the open cell stands there. */
  times: number;
  /** Its paragraphs, when it does so more than once. */
  kept: XmlElement[];
}

/** Writes the rows of tables; cells that another covers are empty ones. */
export class OdtTables {
  readonly #flow: Flow;
  readonly #write: (paragraph: XmlElement) => void;
  readonly #open: OpenTable[] = [];
  #cells = 0;

  /** `write`: writes a paragraph once more. */
  constructor(flow: Flow, write: (paragraph: XmlElement) => void) {
    this.#flow = flow;
    this.#write = write;
  }

  get isInCell(): boolean {
    return this.#cells > 0;
  }

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.#open.at(-1);
    const times = Math.min(WIDEST, numberOf(attributes['table:number-columns-repeated']) ?? 1);
    if (name === 'table:table') this.#open.push({ columns: 0, times: 1, kept: [] });
    else if (!table) return;
    else if (name === 'table:table-column') table.columns += times;
    else if (name === 'table:table-row') this.#flow.row(table.columns > 1);
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#flow.cell();
      this.#cells++;
      table.times = times;
      table.kept = [];
    }
  }

  /** A paragraph of the open cell. */
  keep(paragraph: XmlElement): void {
    const table = this.#open.at(-1);
    if (table && table.times > 1 && table.kept.length < MOST_KEPT) table.kept.push(paragraph);
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
      this.#repeat(table);
    }
  }

  #repeat(table: OpenTable): void {
    const { kept, times } = table;
    table.times = 1;
    this.#cells++;
    for (let more = 1; more < times; more++) {
      this.#flow.cell();
      for (const paragraph of kept) this.#write(paragraph);
    }
    this.#cells--;
  }
}
