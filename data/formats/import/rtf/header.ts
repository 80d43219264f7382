import { meaningOf, type StyleMeaning } from '../office/style-names.ts';
import type { Decode } from './code-pages.ts';

/** A font of the file. */
export interface Font {
  name: string;
  /** Its code page; undefined for that of the document. */
  page?: number;
  isSymbol: boolean;
}

/** What the head of a file declares: fonts, styles, and what it says of itself. */
export class Header {
  readonly fonts = new Map<number, Font>();
  readonly styles = new Map<number, StyleMeaning>();
  title = '';
  author = '';
  #font: Font | undefined;
  #style = 0;
  #outline: number | undefined;
  #name = '';

  /** A control word in the table of fonts. */
  fontWord(word: string, value = 0, pageOf: (charset: number) => number | undefined): void {
    if (word === 'f') {
      this.#font = { name: '', isSymbol: false };
      this.fonts.set(value, this.#font);
    } else if (word === 'fcharset' && this.#font) {
      const page = pageOf(value);
      if (page !== undefined) this.#font.page = page;
      this.#font.isSymbol = value === 2;
    } else if (word === 'cpg' && this.#font) this.#font.page = value;
  }

  fontName(text: string): void {
    if (this.#font && this.#font.name.length < 100) this.#font.name += text.replace(/;.*$/s, '');
  }

  /** A control word in the table of styles. */
  styleWord(word: string, value = 0): void {
    if (word === 's' || word === 'cs' || word === 'ds' || word === 'ts')
      this.#style = word === 's' ? value : -1;
    else if (word === 'outlinelevel') this.#outline = value;
  }

  styleName(text: string): void {
    const end = text.indexOf(';');
    if (this.#name.length < 200) this.#name += end < 0 ? text : text.slice(0, end);
    if (end < 0) return;
    const meaning = meaningOf(this.#name);
    const outline = this.#outline;
    const isOutlined = outline !== undefined && outline >= 0 && outline < 9;
    if (this.#style >= 0) {
      const heading = isOutlined ? { heading: Math.min(6, outline + 1) } : {};
      this.styles.set(this.#style, { ...heading, ...meaning });
    }
    this.#name = '';
    this.#style = 0;
    this.#outline = undefined;
  }
}

/** The decoders of a file by their code pages; `usual`: that of the document. */
export interface Decoders {
  usual: Decode;
  pages: ReadonlyMap<number, Decode>;
}
