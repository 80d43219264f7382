import { attributeOf, childrenOf, isElement, type PageElement, type PageNode } from './tree.ts';

/** Elements of a table that are looked at to tell whether it holds data. */
const SEEN = 400;
/** Most columns and rows that one cell may take, and columns of a table. */
const MOST_SPAN = 100;
const MOST_COLUMNS = 1000;

/** Where the cells of a table stand, those that reach over several columns or rows included. */
export class TableGrid {
  /** Whether it holds data for certain, or only puts the parts of a page in their places. */
  readonly use: 'data' | 'layout' | 'open';
  /** For each column how many rows to come are taken by a cell above. */
  readonly #taken: number[] = [];
  #column = 0;

  constructor(table: PageElement) {
    this.use = useOf(table);
  }

  /** The next row begins. */
  row(): void {
    this.#column = 0;
  }

  /** Empty cells before the next cell, which stand below one that reaches down to them. */
  before(): number {
    let found = 0;
    while ((this.#taken[this.#column] ?? 0) > 0) {
      this.#taken[this.#column] = (this.#taken[this.#column] ?? 1) - 1;
      this.#column++;
      found++;
    }
    return found;
  }

  /** The cell takes its place; gives how many columns beside its first one it reaches over. */
  place(cell: PageElement): number {
    const columns = spanOf(cell, 'colspan');
    const rows = spanOf(cell, 'rowspan');
    for (let at = 0; at < columns && this.#column < MOST_COLUMNS; at++) {
      this.#taken[this.#column++] = rows - 1;
    }
    return columns - 1;
  }
}

function spanOf(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attributeOf(cell, name), 10);
  return value > 1 && value <= MOST_SPAN ? value : 1;
}

function useOf(table: PageElement): TableGrid['use'] {
  const role = attributeOf(table, 'role').toLowerCase();
  if (role === 'presentation' || role === 'none') return 'layout';
  if (/^(?:table|grid|treegrid)$/.test(role)) return 'data';
  if (/(?:^|[\s_-])(?:wiki|data|sort)/i.test(attributeOf(table, 'class').slice(0, 500)))
    return 'data';
  const open: PageNode[] = [];
  for (const child of childrenOf(table)) if (open.length < SEEN) open.push(child);
  open.reverse();
  for (let node = open.pop(), seen = 0; node && seen < SEEN; node = open.pop(), seen++) {
    if (!isElement(node)) continue;
    if (/^(?:th|caption|thead)$/.test(node.name)) return 'data';
    if (!/^(?:tr|tbody|tfoot)$/.test(node.name)) continue;
    for (const child of childrenOf(node)) if (open.length < SEEN) open.push(child);
  }
  return 'open';
}
