import type { RegionKind } from '../../../../text/region-kinds.ts';
import type { ShownBlock } from '../../../../text/working-text.ts';
import { isProse, rowsOf, type Row } from '../rows.ts';

/** Rows at the top of a page that may belong to the page. */
const TOP = 12;

/** The rows of a text, and what is known of each: what the recognisers of debris work on. */
export class Page {
  readonly rows: readonly Row[];
  readonly text: string;
  /** Index of the first row that reads like prose; the number of rows when none does. */
  readonly firstProse: number;
  readonly #lastProse: number;

  constructor(text: string, blocks: readonly ShownBlock[]) {
    this.text = text;
    this.rows = rowsOf(text, blocks);
    const first = this.rows.findIndex(isProse);
    this.firstProse = first < 0 ? this.rows.length : first;
    this.#lastProse = this.rows.findLastIndex(isProse);
  }

  /** A page has prose; lists, verses and tables have no furniture around them that could be told. */
  get hasProse(): boolean {
    return this.firstProse < this.rows.length;
  }

  /** Says what a row is, unless that is known. */
  mark(index: number, kind: RegionKind): void {
    const row = this.rows[index];
    if (row) row.region ??= kind;
  }

  /** Says what a row and those below it are, as long as they pass; gives the index behind them. */
  markWhile(index: number, kind: RegionKind, passes: (row: Row, index: number) => boolean): number {
    let at = index;
    for (let row = this.rows[at]; row && (at === index || passes(row, at)); row = this.rows[++at])
      this.mark(at, kind);
    return at;
  }

  isTop(index: number): boolean {
    return index < TOP;
  }

  /** The second half, and all below the last prose: what stands above is text, whatever it looks like. */
  isEnd(index: number): boolean {
    return index >= Math.floor(this.rows.length / 2) || index > this.#lastProse;
  }

  /** Where furniture stands: the first rows, and the second half. */
  isEdge(index: number): boolean {
    return this.isTop(index) || this.isEnd(index);
  }

  /** Index of the last row that is no furniture so far, -1 when there is none. */
  lastOfText(): number {
    return this.rows.findLastIndex(({ region }) => region === undefined);
  }
}

/** Looks for one group of furniture, and marks what it finds. */
export type Recogniser = (page: Page) => void;
