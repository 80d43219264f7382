import type { TableRow } from './table-row.ts';

const QUOTE = '"';

/**
 * The rows of a table that is written as text, in one pass: cells between delimiters, in quotes where they hold
 * a delimiter, a quote (doubled) or a line end. Lines end in LF. A quote that is never closed is a sign like
 * others, from its row to the end. Without a `delimiter` each line is one cell. `passed` hears how many code
 * units are done.
 */
export function* csvRows(
  text: string,
  delimiter: string | undefined,
  passed: (units: number) => void = () => undefined,
): Generator<TableRow> {
  const reader = new CsvReader(text, delimiter ?? '\n');
  for (let number = 1; reader.at < text.length; number++) {
    const start = reader.at;
    const cells = reader.row();
    passed(reader.at - start);
    yield { number, cells };
  }
}

class CsvReader {
  /** Where the next row begins. */
  at = 0;
  readonly #text: string;
  readonly #delimiter: string;
  #hasQuotes = true;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    if (delimiter === '\n') this.#hasQuotes = false;
  }

  row(): string[] {
    const cells: string[] = [];
    let at = this.at;
    for (;;) {
      const isQuoted = this.#hasQuotes && this.#text[at] === QUOTE;
      const cell = isQuoted ? this.#quoted(at) : this.#plain(at);
      if (cell === undefined) {
        // The row is read once more, and the rest as it stands: two passes at most.
        this.#hasQuotes = false;
        return this.row();
      }
      cells.push(cell.text);
      at = cell.end;
      if (at >= this.#text.length || this.#text[at] === '\n') break;
      at++;
    }
    this.at = at + 1;
    return cells;
  }

  #plain(from: number): { text: string; end: number } {
    let end = from;
    const text = this.#text;
    for (; end < text.length; end++) {
      const one = text[end];
      if (one === this.#delimiter || one === '\n') break;
    }
    return { text: text.slice(from, end), end };
  }

  /** A cell in quotes, and what stands behind them; undefined when they are not closed. */
  #quoted(from: number): { text: string; end: number } | undefined {
    const parts: string[] = [];
    for (let at = from + 1; ;) {
      const quote = this.#text.indexOf(QUOTE, at);
      if (quote < 0) return undefined;
      parts.push(this.#text.slice(at, quote));
      if (this.#text[quote + 1] !== QUOTE) {
        const { text, end } = this.#plain(quote + 1);
        return { text: parts.join('') + text.trimEnd(), end };
      }
      parts.push(QUOTE);
      at = quote + 2;
    }
  }
}
