import { outwardAddress } from '../office/addresses.ts';
import type { TableRow } from '../table/table-row.ts';

/** Code units of a formula that are looked at. */
const LONGEST = 4000;
/** Most cells of one link, and most links of a sheet. */
const MOST_CELLS = 1000;
const MOST = 100_000;

/** Follows where the cells of a sheet lead: by the list of its links, and by formulas that make one. */
export class SheetLinks {
  /** The open formula; undefined outside of one. */
  formula: string | undefined;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #rows: readonly TableRow[];
  #open = new Map<number, string>();
  #byNumber: Map<number, TableRow> | undefined;
  #count = 0;

  /** `rows`: those that were read so far; the list of links stands behind all of them. */
  constructor(targets: ReadonlyMap<string, string>, rows: readonly TableRow[]) {
    this.#targets = targets;
    this.#rows = rows;
  }

  text(text: string): void {
    if (this.formula !== undefined && this.formula.length < LONGEST) this.formula += text;
  }

  endFormula(column: number): void {
    const found = /^\s*HYPERLINK\(\s*"([^"]{1,2000})"/i.exec(this.formula ?? '')?.[1];
    const address = found === undefined ? undefined : outwardAddress(found);
    if (address !== undefined) this.#open.set(column, address);
    this.formula = undefined;
  }

  /** The links of the row that ends now. */
  take(): ReadonlyMap<number, string> | undefined {
    if (this.#open.size === 0) return undefined;
    const links = this.#open;
    this.#open = new Map();
    return links;
  }

  /** A link of the list: `ref` says from which cell to which. */
  add(attributes: Readonly<Record<string, string>>): void {
    const id = Object.keys(attributes).find((name) => /:id$/i.test(name)) ?? '';
    const address = outwardAddress(this.#targets.get(attributes[id] ?? '') ?? '');
    const [from = '', to = from] = (attributes['ref'] ?? '').split(':', 2);
    const [first, last] = [columnOf(from), columnOf(to)];
    if (address === undefined || first === undefined || last === undefined) return;
    let cells = 0;
    for (let row = rowOf(from); row <= rowOf(to); row++) {
      for (let column = first; column <= last; column++) {
        if (++cells > MOST_CELLS || ++this.#count > MOST) return;
        this.#put(row, column, address);
      }
    }
  }

  #put(number: number, column: number, address: string): void {
    this.#byNumber ??= new Map(this.#rows.map((row) => [row.number, row]));
    const row = this.#byNumber.get(number);
    if (row) row.links = new Map([...(row.links ?? []), [column, address]]);
  }
}

/** The column of a reference like `AB12`, from 0. */
export function columnOf(reference = ''): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

/** The row of a reference, from 1. */
const rowOf = (reference: string): number => Number(/\d{1,7}$/.exec(reference)?.[0] ?? 0);
