import { AppError } from '../../../errors.ts';
import { say } from '../../../words/say.ts';
import type { TableRow } from '../table/table-row.ts';
import { readXml } from '../xml/read-xml.ts';
import { shownNumber } from './number-format.ts';
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

/** The rows of a sheet as their cells read. Throws as {@link readXml} does, and `too-large`. */
export function sheetRows(xml: string, shared: Shared, { file, passed }: Reading): TableRow[] {
  const reader = new SheetReader(shared, file);
  readXml(
    xml,
    {
      start: (name, attributes) => reader.start(localName(name), attributes),
      end: (name) => reader.end(localName(name)),
      text: (text) => reader.text(text),
    },
    { file, passed },
  );
  return reader.rows;
}

class SheetReader {
  readonly rows: TableRow[] = [];
  readonly #shared: Shared;
  readonly #file: string;
  #cells: string[] = [];
  #number = 0;
  #column = 0;
  #count = 0;
  #type = '';
  #style = 0;
  #value: string[] = [];
  #isValue = false;
  #spoken = 0;

  constructor(shared: Shared, file: string) {
    this.#shared = shared;
    this.#file = file;
  }

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#number = Number(attributes['r']) || this.#number + 1;
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r']) ?? this.#column;
      this.#type = attributes['t'] ?? 'n';
      this.#style = Number(attributes['s'] ?? 0);
      this.#value = [];
    } else if (name === 'rPh') this.#spoken++;
    else if (name === 'v' || name === 't') this.#isValue = this.#spoken === 0;
  }

  end(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#spoken--;
    else if (name === 'c') this.#put(this.#shown(this.#value.join('')));
    else if (name === 'row') this.rows.push({ number: this.#number, cells: this.#cells });
  }

  text(text: string): void {
    if (this.#isValue) this.#value.push(text);
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

/** The column of a reference like `AB12`, from 0. */
function columnOf(reference = ''): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

/** What XML cannot hold is written by its number (`_x000D_`); line ends are LF. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
