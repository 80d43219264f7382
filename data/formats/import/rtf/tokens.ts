/** What stands in an RTF file. */
export type TokenKind = 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'text' | 'end';

/** Bytes of text that are one token. */
const LONGEST_TEXT = 16 * 1024;
/** Longest name of a control word. */
const LONGEST = 32;

/**
 * Cuts RTF into its tokens, one call each: the token lies in the fields, so that a long file makes no objects.
 */
export class Tokens {
  readonly bytes: Uint8Array;
  /** Where the next token begins. */
  at: number;
  readonly #end: number;
  /** Name of a control word, or the sign of a control symbol. */
  name = '';
  /** Number behind a control word. */
  value: number | undefined;
  /** A byte written as `\'xx`. */
  byte = 0;
  /** Where a text lies. */
  start = 0;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = start;
    this.#end = end;
  }

  next(): TokenKind {
    const { bytes } = this;
    while (this.at < this.#end) {
      this.start = this.at;
      const code = bytes[this.at] ?? 0;
      if (code === OPEN || code === CLOSE) {
        this.at++;
        return code === OPEN ? 'open' : 'close';
      }
      if (code === BACKSLASH) return this.#control();
      if (isBlank(code)) {
        this.at++;
        continue;
      }
      const end = Math.min(this.#end, this.at + LONGEST_TEXT);
      while (this.at < end && isText(bytes[this.at] ?? 0)) this.at++;
      return 'text';
    }
    return 'end';
  }

  /** Whether these signs come next. */
  follows(text: string): boolean {
    return [...text].every((one, index) => this.bytes[this.at + index] === one.charCodeAt(0));
  }

  /** Passes over so many bytes of binary data. */
  skip(length: number): void {
    this.at = Math.min(this.#end, this.at + Math.max(0, length));
  }

  /** Passes over the rest of the group in which the last token lies, and answers where its end is. */
  skipGroup(): number {
    for (let depth = 1; ;) {
      const kind = this.next();
      if (kind === 'end') return this.at;
      if (kind === 'open') depth++;
      else if (kind === 'close' && --depth === 0) return this.at - 1;
      else if (kind === 'word' && this.name === 'bin') this.skip(this.value ?? 0);
    }
  }

  #control(): TokenKind {
    const { bytes } = this;
    const from = ++this.at;
    if (!isLetter(bytes[from] ?? 0)) return this.#symbol(from);
    while (this.at < this.#end && this.at - from < LONGEST && isLetter(bytes[this.at] ?? 0))
      this.at++;
    this.name = String.fromCharCode(...bytes.subarray(from, this.at));
    this.value = this.#number();
    if (bytes[this.at] === SPACE) this.at++;
    return 'word';
  }

  #symbol(from: number): TokenKind {
    const { bytes } = this;
    this.at = Math.min(this.#end, from + 1);
    this.name = from < this.#end ? String.fromCharCode(bytes[from] ?? 0) : '';
    if (this.name !== "'") return 'symbol';
    const high = figureOf(bytes[from + 1]);
    const low = figureOf(bytes[from + 2]);
    if (high < 0 || low < 0) return 'symbol';
    this.at = Math.min(this.#end, from + 3);
    this.byte = high * 16 + low;
    return 'byte';
  }

  #number(): number | undefined {
    const { bytes } = this;
    const isNegative = bytes[this.at] === MINUS;
    let at = this.at + (isNegative ? 1 : 0);
    const first = at;
    let value = 0;
    for (; at < this.#end && at - first < 10 && isFigure(bytes[at] ?? 0); at++) {
      value = value * 10 + (bytes[at] ?? 0) - 48;
    }
    if (at === first) return undefined;
    this.at = at;
    return isNegative ? -value : value;
  }
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const MINUS = 0x2d;

const isFigure = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Ends of lines and NULs, which mean nothing. */
const isBlank = (code: number): boolean => code === 10 || code === 13 || code === 0;
const isText = (code: number): boolean =>
  code !== OPEN && code !== CLOSE && code !== BACKSLASH && !isBlank(code);

function figureOf(code = 0): number {
  if (isFigure(code)) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
