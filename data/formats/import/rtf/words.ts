import { symbolOf } from '../office/symbols.ts';
import type { Header, Decoders } from './header.ts';

/** Bytes that are gathered before they become text. */
const MOST = 32 * 1024;

/** Gathers the letters of a stretch that looks the same, from bytes, signs and numbers of Unicode. */
export class Words {
  readonly #header: Header;
  readonly #decoders: Decoders;
  #bytes: number[] = [];
  #text = '';

  constructor(header: Header, decoders: Decoders) {
    this.#header = header;
    this.#decoders = decoders;
  }

  /** A text of the file, byte by byte. */
  addBytes(bytes: Uint8Array, start: number, end: number, font: number | undefined): void {
    for (let at = start; at < end; at++) this.#bytes.push(bytes[at] ?? 0);
    // No letter of two bytes ends in a space.
    if (this.#bytes.length > MOST && this.#bytes.at(-1) === 0x20) this.decode(font);
  }

  addByte(byte: number): void {
    this.#bytes.push(byte);
  }

  /** Half a character of Unicode, or one. */
  addUnit(unit: number, font: number | undefined): void {
    this.decode(font);
    const { name, isSymbol } = this.#fontOf(font);
    const isSign = isSymbol && unit >= 0xf000 && unit <= 0xf0ff;
    this.#text += isSign ? symbolOf(name, unit) : String.fromCharCode(unit);
  }

  addText(text: string, font: number | undefined): void {
    this.decode(font);
    this.#text += text;
  }

  /** Bytes so far become text in the code page of the font: what comes next may be of another. */
  decode(font: number | undefined): void {
    const bytes = this.#bytes;
    if (bytes.length === 0) return;
    this.#bytes = [];
    const { name, isSymbol, page } = this.#fontOf(font);
    if (isSymbol) this.#text += bytes.map((byte) => symbolOf(name, byte)).join('');
    else {
      const { usual, pages } = this.#decoders;
      this.#text += ((page === undefined ? undefined : pages.get(page)) ?? usual)(bytes);
    }
  }

  /** All that was gathered. */
  take(font: number | undefined): string {
    this.decode(font);
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #fontOf(font: number | undefined) {
    return (font === undefined ? undefined : this.#header.fonts.get(font)) ?? NO_FONT;
  }
}

const NO_FONT = { name: '', isSymbol: false, page: undefined };
