import type { Proposal } from '../../../../model/reading.ts';
import type { ShownBlock } from '../../../../text/working-text.ts';
import { asLine } from '../../titles.ts';
import { isProse, rowsOf, type Row } from '../rows.ts';

/** Rows that may stand at the start of a page, and between its title and the first paragraph. */
const MOST = 12;

/** Between title and text, these say nothing of it. */
const ASIDE: ReadonlySet<Row['region']> = new Set(['share', 'navigation', 'advertisement']);

/** A text as its rows, for those who look what it says about itself. */
export class Front {
  readonly text: string;
  readonly rows: readonly Row[];
  /** The first row of the text itself, when it is a title. */
  readonly title: Row | undefined;
  /** Rows above the first paragraph, those of the page included, without the title. */
  readonly above: readonly Row[];
  /** The first paragraph. */
  readonly opening: Row | undefined;

  constructor(text: string, blocks: readonly ShownBlock[]) {
    this.text = text;
    this.rows = rowsOf(text, blocks);
    const opening = this.rows.findIndex(isOpening);
    this.opening = this.rows[opening];
    const first = this.rows.find(({ region }) => region === undefined);
    this.title = first && first !== this.opening && isTitle(first) ? first : undefined;
    const end = opening < 0 ? MOST : opening;
    const head = this.rows.slice(0, Math.min(MOST, end));
    const beside = this.title ? this.#beside(this.rows.indexOf(this.title), end) : [];
    this.above = [...new Set([...head, ...beside])].filter((row) => row !== this.title);
  }

  /** Rows about the title: a page may begin with any number of menus, and those below it are as near the text. */
  #beside(title: number, end: number): Row[] {
    const below = this.rows.slice(title + 1, end).filter(({ region }) => !ASIDE.has(region));
    return [...this.rows.slice(Math.max(0, title - 1), title), ...below.slice(0, MOST)];
  }

  /** A proposal, made of the words from `start` to `end` of a row; `value` where it is not the same. */
  say(
    field: Proposal['field'],
    row: Row,
    [start, end]: readonly [number, number],
    value = row.text.slice(start, end),
  ): Proposal[] {
    const line = asLine(value);
    if (line === '') return [];
    const blanks = this.text.slice(row.start, row.end).search(/\S/);
    const at = row.start + Math.max(0, blanks);
    return [{ field, value: line, from: { start: at + start, end: at + end } }];
  }
}

const isOpening = (row: Row): boolean =>
  row.region === undefined && row.kind !== 'heading' && isProse(row);

const isTitle = ({ text, length, kind }: Row): boolean =>
  kind !== 'list-item' && length <= 200 && !/[.,;:。，；：،؛]$/u.test(text);
