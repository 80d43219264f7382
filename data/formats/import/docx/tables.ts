import type { Flow } from '../office/flow.ts';
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { numberOf } from './properties.ts';

/** Most columns that one cell may take: programs allow 63. */
const WIDEST = 64;

interface OpenTable {
  /** Columns of the grid. */
  columns: number;
  /** Columns that the open cell takes beside its own. */
  span: number;
}

/** Writes the rows of tables: cells that take several columns are followed by empty ones. */
export class Tables {
  readonly #flow: Flow;
  readonly #open: OpenTable[] = [];
  #cells = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  get isInCell(): boolean {
    return this.#cells > 0;
  }

  enter(name: string): void {
    const table = this.#open.at(-1);
    if (name === 'w:tbl') this.#open.push({ columns: 0, span: 0 });
    else if (name === 'w:tr' && table) this.#flow.row(table.columns > 1);
    else if (name === 'w:tc' && table) {
      this.#flow.cell();
      this.#cells++;
      table.span = 0;
    }
  }

  leave(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'w:tbl') {
      this.#open.pop();
      if (this.#open.length === 0) this.#flow.end('\n\n');
    } else if (name === 'w:tr') this.#flow.endRow();
    else if (name === 'w:tc') {
      this.#flow.end();
      this.#cells--;
      for (let more = 0; more < table.span; more++) this.#flow.cell();
    }
  }

  piece(element: XmlElement): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (element.name === 'w:tblGrid') table.columns = elementsOf(element, 'w:gridCol').length;
    else if (element.name === 'w:trPr') {
      const before = Math.min(WIDEST, numberOf(element, 'w:gridBefore') ?? 0);
      for (let more = 0; more < before; more++) this.#flow.cell();
    } else if (element.name === 'w:tcPr') {
      table.span = Math.min(WIDEST, Math.max(1, numberOf(element, 'w:gridSpan') ?? 1)) - 1;
    }
  }
}
