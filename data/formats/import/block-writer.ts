import { needRoom, pushPieces } from '../../text/plain-blocks.ts';
import type { ShownBlock } from '../../text/working-text.ts';

/** How a block is parted from the one before: cells by a tab, lines and paragraphs by line feeds. */
export type Gap = '\t' | '\n' | '\n\n';

/** How the words that come next are to be shown. */
export interface Style {
  kind: ShownBlock['kind'];
  level?: number;
  /** Debris for certain, or by a guess that may be given up. */
  debris?: 'sure' | 'guess';
}

/** Builds a working text block by block; white space is folded as a browser folds it. */
export class BlockWriter {
  readonly #parts: string[] = [];
  readonly #blocks: ShownBlock[] = [];
  /** Indexes of the blocks that are debris by a guess only. */
  readonly #guessed = new Set<number>();
  #length = 0;
  #open: string[] = [];
  #space = false;
  #gap: Gap = '\t';
  #style: Style = { kind: 'paragraph' };

  /** Adds words to the open block. No-break spaces are words, not white space. */
  words(text: string, style: Style): void {
    if (this.#open.length === 0) this.#style = style;
    else if (this.#space) this.#open.push(' ');
    this.#space = false;
    this.#open.push(text);
  }

  /** White space between words; several make one. */
  space(): void {
    this.#space = true;
  }

  /** Preformatted text: spaces stay, each line is a block. */
  preformatted(text: string, style: Style): void {
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.end('\n');
      if (line === '') return;
      if (this.#open.length === 0) this.#style = style;
      this.#open.push(line);
    });
  }

  /** Ends the open block, if there is one. The widest gap asked for before the next one holds. */
  end(gap: Gap): void {
    this.#flush();
    if (rank(gap) > rank(this.#gap)) this.#gap = gap;
  }

  /** The text so far and its blocks. Guesses at debris that hide most of the text are given up. */
  finish(): { text: string; blocks: ShownBlock[] } {
    this.#flush();
    const shown = (some: readonly ShownBlock[]) =>
      some.reduce((sum, { start, end }) => sum + end - start, 0);
    const clear = this.#blocks.filter(({ debris }) => !debris);
    const guessed = this.#blocks.filter((_, index) => this.#guessed.has(index));
    if (shown(clear) * 4 < shown(guessed)) for (const block of guessed) delete block.debris;
    if (this.#blocks.every(({ debris }) => debris)) {
      for (const block of this.#blocks) delete block.debris;
    }
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }

  #flush(): void {
    const text = this.#open.join('').trimEnd();
    this.#open = [];
    this.#space = false;
    if (text.trim() === '') return;
    if (this.#blocks.length > 0) this.#put(this.#gap);
    const start = this.#length;
    this.#put(text);
    this.#block(text, start);
    this.#gap = '\t';
  }

  #block(text: string, offset: number): void {
    needRoom(this.#blocks);
    const { kind, level, debris } = this.#style;
    const pieces: ShownBlock[] = [];
    pushPieces(pieces, text, {
      start: 0,
      end: text.length,
      kind,
      ...(level === undefined ? {} : { level }),
      ...(debris ? { debris: true } : {}),
    });
    for (const { start, end, ...rest } of pieces) {
      if (debris === 'guess') this.#guessed.add(this.#blocks.length);
      this.#blocks.push({ start: start + offset, end: end + offset, ...rest });
    }
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

const rank = (gap: Gap): number => (gap === '\t' ? 0 : gap.length);
