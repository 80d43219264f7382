import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import type { TableRow } from '../table/table-row.ts';
import { readXml } from '../xml/read-xml.ts';
import { shownNumber } from './number-format.ts';
import { columnOf, SheetLinks } from './sheet-links.ts';
import { localName, type Workbook } from './workbook.ts';

/** Most columns that a table has, and cells of a sheet that are held, empty ones between others included. */
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 10_000_000;

/** What the sheets of a workbook share. */
export interface Shared extends Pick<Workbook, 'is1904' | 'formats'> {
  strings: readonly string[];
}

interface Reading {
  file: string;
  passed: (units: number) => void;
}

/** What a sheet holds. */
export interface SheetContent {
  rows: TableRow[];
  /** Columns that are not shown, from 0. */
  hidden: ReadonlySet<number>;
}

/** The texts that cells refer to by number; how they are to be spoken is no part of them. */
export function sharedStrings(xml: string, { file, passed }: Reading): string[] {
  const strings: string[] = [];
  let parts: string[] = [];
  let isText = false;
  let spoken = 0;
  readXml(
    xml,
    {
      start(name) {
        const own = localName(name);
        if (own === 'si') parts = [];
        else if (own === 'rPh') spoken++;
        else if (own === 't') isText = spoken === 0;
      },
      end(name) {
        const own = localName(name);
        if (own === 'si') strings.push(unescaped(parts.join('')));
        else if (own === 'rPh') spoken--;
        else if (own === 't') isText = false;
      },
      text: (text) => isText && parts.push(text),
    },
    { file, passed },
  );
  return strings;
}

/**
 * The rows of a sheet as their cells read; `targets`: where the links of the sheet lead, by the ids of its
 * relations. Throws as {@link readXml} does, and `too-large`.
 */
export function sheetRows(
  xml: string,
  shared: Shared,
  targets: ReadonlyMap<string, string>,
  { file, passed }: Reading,
): SheetContent {
  const reader = new SheetReader(shared, targets, file);
  readXml(
    xml,
    {
      start: (name, attributes) => reader.start(localName(name), attributes),
      end: (name) => reader.end(localName(name)),
      text: (text) => reader.text(text),
    },
    { file, passed },
  );
  return { rows: reader.rows, hidden: reader.hidden };
}

class SheetReader {
  readonly rows: TableRow[] = [];
  readonly hidden = new Set<number>();
  readonly #shared: Shared;
  readonly #links: SheetLinks;
  readonly #file: string;
  #isHidden = false;
  #cells: string[] = [];
  #number = 0;
  #column = 0;
  #count = 0;
  #type = '';
  #style = 0;
  #value: string[] = [];
  #isValue = false;
  #spoken = 0;

  constructor(shared: Shared, targets: ReadonlyMap<string, string>, file: string) {
    this.#shared = shared;
    this.#links = new SheetLinks(targets, this.rows);
    this.#file = file;
  }

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#number = Number(attributes['r']) || this.#number + 1;
      this.#isHidden = isOn(attributes['hidden']);
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column;
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? 0);
      this.#value = [];
    } else if (name === 'rPh') this.#spoken++;
    else if (name === 'col') this.#columns(attributes);
    else if (name === 'hyperlink') this.#links.add(attributes);
    else if (name === 'f') this.#links.formula = '';
    else if (name === 'v' || name === 't') this.#isValue = this.#spoken === 0;
  }

  end(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#spoken--;
    else if (name === 'c') this.#put(this.#shown(this.#value.join('')));
    else if (name === 'f') this.#links.endFormula(this.#column);
    else if (name === 'row') this.#endRow();
  }

  #endRow(): void {
    const links = this.#links.take();
    this.rows.push({
      number: this.#number,
      cells: this.#cells,
      ...(links && { links }),
      ...(this.#isHidden && { isHidden: true }),
    });
  }

  #columns({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (!isOn(hidden)) return;
    const last = Math.min(MOST_COLUMNS, Number(max) || 0);
    for (let column = Math.max(1, Number(min) || 1); column <= last; column++) {
      this.hidden.add(column - 1);
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#value.push(text);
    else this.#links.text(text);
  }

  #put(words: string): void {
    const column = this.#column++;
    if (words === '' || column >= MOST_COLUMNS) return;
    this.#count += column + 1 - this.#cells.length;
    if (this.#count > MOST_CELLS) {
      throw new AppError('too-large', say('imports.tooMuchText', { file: this.#file }), {
        file: this.#file,
      });
    }
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = words;
  }

  #shown(value: string): string {
    const { strings, formats, is1904 } = this.#shared;
    if (this.#type === 's') return strings[Number(value)] ?? '';
    if (this.#type === 'b') return value.trim() === '1' ? 'TRUE' : value === '' ? '' : 'FALSE';
    if (this.#type !== 'n') return unescaped(value);
    const number = Number(value);
    const format = formats[this.#style];
    if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
    return shownNumber(number, format ?? NO_FORMAT, is1904);
  }
}

const NO_FORMAT = { pattern: '', hasDay: false, hasTime: false };

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What XML cannot hold is written by its number (`_x000D_`); line ends are LF. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
