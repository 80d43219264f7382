import type { Span } from '#data/text/finder.ts';
import type { Block } from '#data/text/working-text.ts';

/** Rows of a table that follow each other, as indices of their blocks: half-open. */
export interface Table {
  from: number;
  to: number;
  /** Cells of its widest row. */
  columns: number;
  /** What stands in its first row, if that looks like headings; else empty. */
  headings: readonly string[];
}

/** More columns than this are not legible beside each other: their cells wrap. */
export const MOST_COLUMNS = 8;
/** Longest heading of a column (code units). */
const LONGEST = 60;

/** The tables of a text: each run of table rows. Cost: one pass over their words. */
export function tablesOf(text: string, blocks: readonly Block[]): Table[] {
  const tables: Table[] = [];
  let table: Table | undefined;
  blocks.forEach((block, at) => {
    if (block.kind !== 'table-row') {
      table = undefined;
      return;
    }
    if (!table) tables.push((table = { from: at, to: at, columns: 1, headings: [] }));
    table.to = at + 1;
    table.columns = Math.max(table.columns, cellsOf(text, block).length);
  });
  for (const one of tables) one.headings = headingsOf(text, blocks, one);
  return tables;
}

/** The table that a block is a row of. Cost: a binary search. */
export function tableAt(tables: readonly Table[], block: number): Table | undefined {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.to ?? 0) > block) high = middle;
    else low = middle + 1;
  }
  const found = tables[low];
  return found && found.from <= block ? found : undefined;
}

/** Where the cells of a row stand. The tab between two is in neither. */
export function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const words of text.slice(start, end).split('\t')) {
    cells.push({ start: from, end: from + words.length });
    from += words.length + 1;
  }
  return cells;
}

/** Headings are short words in every cell above at least one further row, and no numbers. */
function headingsOf(text: string, blocks: readonly Block[], table: Table): string[] {
  const first = blocks[table.from];
  if (!first || table.to - table.from < 2 || table.columns < 2) return [];
  const words = cellsOf(text, first).map(({ start, end }) => text.slice(start, end).trim());
  return words.length === table.columns && words.every(isHeading) ? words : [];
}

const isHeading = (words: string): boolean =>
  words.length > 0 && words.length <= LONGEST && /\p{L}/u.test(words);
