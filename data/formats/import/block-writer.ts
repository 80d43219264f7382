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

/** A place in the text that is being built: its offset is known when the words around it are. */
export interface Place {
  offset: number;
}

/** A place in the open block, by code units from its start; `behind`: it belongs to the words before it. */
interface OpenPlace {
  place: Place;
  at: number;
  behind: boolean;
}

/** Builds a working text block by block; white space is folded as a browser folds it. */
export class BlockWriter {
  readonly #parts: string[] = [];
  readonly #blocks: ShownBlock[] = [];
  /** Indexes of the blocks that are debris by a guess only. */
  readonly #guessed = new Set<number>();
  #length = 0;
  #open: string[] = [];
  #openLength = 0;
  #places: OpenPlace[] = [];
  #space = false;
  #gap: Gap = '\t';
  #style: Style = { kind: 'paragraph' };

  /** Adds words to the open block. No-break spaces are words, not white space. */
  words(text: string, style: Style): void {
    if (this.#open.length === 0) this.#style = style;
    else if (this.#space) this.#add(' ');
    this.#space = false;
    this.#add(text);
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
      this.#add(line);
    });
  }

  /** The place where the words that come next will stand. */
  here(): Place {
    const at = this.#openLength + (this.#space && this.#openLength > 0 ? 1 : 0);
    return this.#placeAt(at, false);
  }

  /** The place where the words so far end. */
  there(): Place {
    return this.#openLength > 0 ? this.#placeAt(this.#openLength, true) : { offset: this.#length };
  }

  #placeAt(at: number, behind: boolean): Place {
    const place = { offset: this.#length };
    this.#places.push({ place, at, behind });
    return place;
  }

  #add(text: string): void {
    this.#open.push(text);
    this.#openLength += text.length;
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
    this.#openLength = 0;
    this.#space = false;
    if (text.trim() === '') return this.#keepPlaces();
    if (this.#blocks.length > 0) this.#put(this.#gap);
    const start = this.#length;
    this.#put(text);
    this.#block(text, start);
    for (const { place, at } of this.#places) place.offset = start + Math.min(at, text.length);
    this.#places = [];
    this.#gap = '\t';
  }

  /** There are no words after all: what would begin here begins with the next block. */
  #keepPlaces(): void {
    for (const one of this.#places) {
      one.at = 0;
      if (one.behind) one.place.offset = this.#length;
    }
    this.#places = this.#places.filter(({ behind }) => !behind);
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
