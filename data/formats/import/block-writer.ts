import { needRoom, pushPieces } from '../../text/plain-blocks.ts';
import type { ShownBlock } from '../../text/working-text.ts';
import { raisedWords } from './raised.ts';
import { joinedRow, type OpenRow } from './table-row.ts';
import type { Gap, OpenPlace, Place, Style, Waiting } from './waiting-block.ts';

export type { Gap, Place, Style } from './waiting-block.ts';

/** The block that words are added to. */
class OpenBlock {
  parts: string[] = [];
  length = 0;
  places: OpenPlace[] = [];
  /** Places in blocks before it that came to no words: they begin with this one. */
  pending: OpenPlace[] = [];
  space = false;
  style: Style = { kind: 'paragraph' };

  add(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  /** The last character so far. */
  get last(): string {
    return this.parts.at(-1)?.slice(-2) ?? '';
  }
}

/** Builds a working text block by block; white space is folded as a browser folds it. */
export class BlockWriter {
  readonly #parts: string[] = [];
  readonly #blocks: ShownBlock[] = [];
  /** Indexes of the blocks whose region is a guess. */
  readonly #guessed = new Set<number>();
  #length = 0;
  #open = new OpenBlock();
  #gap: Gap = '\n';
  /** What stands aside while something else is written, the innermost last. */
  readonly #aside: { open: OpenBlock; gap: Gap; rows: OpenRow[]; blocks: Waiting[] }[] = [];
  /** What was written aside of the open block, and follows it. */
  #later: Waiting[] = [];
  #rows: OpenRow[] = [];

  /** Adds words to the open block. No-break spaces are words, not white space. */
  words(text: string, style: Style): void {
    if (text === '') return;
    const open = this.#open;
    if (open.length === 0) open.style = style;
    else if (open.space) open.add(' ');
    open.space = false;
    open.add(text);
  }

  /** Adds words that stand higher or lower, so that their figures do not run into those before them. */
  shifted(text: string, style: Style, shift: 'raised' | 'lowered'): void {
    const before = this.#open.space ? ' ' : this.#open.last;
    this.words(raisedWords(text, shift, before), style);
  }

  /** White space between words; several make one. */
  space(): void {
    this.#open.space = true;
  }

  /** A space, unless a space or the start of a block is there: what follows does not melt into the words before. */
  apart(): void {
    if (this.#open.length > 0 && !/\s$/.test(this.#open.last)) this.#open.space = true;
  }

  /** Preformatted text: spaces stay, each line is a block (in a cell, a line). */
  preformatted(text: string, style: Style): void {
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.end('\n');
      if (line === '') return;
      if (this.#open.length === 0) this.#open.style = style;
      else if (this.#open.space) this.#open.add(' ');
      this.#open.space = false;
      this.#open.add(line);
    });
  }

  /** The place where the words that come next will stand. */
  here(): Place {
    const { length, space } = this.#open;
    return this.#placeAt(length + (space && length > 0 ? 1 : 0), false);
  }

  /** The place where the words so far end. */
  there(): Place {
    return this.#open.length > 0
      ? this.#placeAt(this.#open.length, true)
      : { offset: this.#length };
  }

  #placeAt(at: number, behind: boolean): Place {
    const place = { offset: this.#length };
    this.#open.places.push({ place, at, behind });
    return place;
  }

  /** Ends the open block, if there is one. The widest gap asked for before the next one holds. */
  end(gap: Gap): void {
    this.#flush();
    if (rank(gap) > rank(this.#gap)) this.#gap = gap;
  }

  /** A new page begins here. */
  pageBreak(): void {
    this.end('\n');
    this.#emit({ text: '\f', style: 'page-break', gap: this.#gap, places: [] });
    this.#gap = '\n';
  }

  /**
   * What is written from here to {@link back} stands in blocks of its own behind the open block: what is
   * hidden, a note, a comment. May be nested.
   */
  aside(): void {
    this.#aside.push({ open: this.#open, gap: this.#gap, rows: this.#rows, blocks: [] });
    this.#open = new OpenBlock();
    this.#rows = [];
    this.#gap = '\n';
  }

  /** Ends what {@link aside} began. */
  back(): void {
    this.#flush();
    const aside = this.#aside.pop();
    if (!aside) return;
    this.#open = aside.open;
    this.#gap = aside.gap;
    this.#rows = aside.rows;
    this.#later.push(...aside.blocks);
    if (this.#open.length === 0) this.#emitLater();
  }

  /**
   * A row of a table begins; `isSure`: of data, not of the layout of a page. Its cells come each after a
   * {@link cell}, and become one block parted by tabs, or blocks of their own when they hold more than cells do.
   */
  row(isSure = false): void {
    this.end('\n');
    this.#rows.push({ cells: [], gap: this.#gap, isSure });
  }

  /** The next cell of the open row begins. */
  cell(): void {
    this.#flush();
    this.#rows.at(-1)?.cells.push([]);
    this.#gap = '\n';
  }

  /** Ends the open row. */
  endRow(): void {
    this.#flush();
    const row = this.#rows.pop();
    if (!row) return;
    const joined = joinedRow(row);
    this.#gap = '\n';
    const [first, ...rest] = joined ? [joined] : row.cells.flat();
    if (first) this.#emit({ ...first, gap: row.gap });
    for (const one of rest) this.#emit(one);
    this.#emitLater();
  }

  /** The text so far and its blocks. Guesses at debris that hide most of the text are given up. */
  finish(): { text: string; blocks: ShownBlock[] } {
    while (this.#aside.length > 0) this.back();
    while (this.#rows.length > 0) this.endRow();
    this.#flush();
    const size = (some: readonly ShownBlock[]) =>
      some.reduce((sum, { start, end }) => sum + end - start, 0);
    const clear = this.#blocks.filter(({ region }) => !region);
    const guessed = this.#blocks.filter((_, index) => this.#guessed.has(index));
    if (size(clear) * 4 < size(guessed)) for (const block of guessed) delete block.region;
    if (this.#blocks.every(({ region }) => region)) {
      for (const block of this.#blocks) if (block.region !== 'hidden') delete block.region;
    }
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }

  #flush(): void {
    const { parts, places, pending, style } = this.#open;
    const text = parts.join('').trimEnd();
    this.#open = new OpenBlock();
    if (text.trim() === '') {
      this.#keepPlaces(places, pending);
    } else {
      const gap = this.#gap;
      this.#gap = '\n';
      this.#emit({ text, style, gap, places: pending.concat(places) });
    }
    this.#emitLater();
  }

  /** Places what was written aside, unless that stands aside itself or would come into the cells of a row. */
  #emitLater(): void {
    if (this.#aside.length > 0 || this.#rows.length > 0) return;
    const later = this.#later;
    this.#later = [];
    for (const one of later) this.#emit(one);
  }

  /** There are no words after all: what would begin here begins with the next block. */
  #keepPlaces(places: readonly OpenPlace[], pending: OpenPlace[]): void {
    for (const one of places) {
      if (one.behind) one.place.offset = this.#length;
      else pending.push({ ...one, at: 0 });
    }
    this.#open.pending = pending;
  }

  /** Puts a block where blocks go now: into the row, aside, or into the text. */
  #emit(block: Waiting): void {
    const cells = this.#rows.at(-1)?.cells;
    if (cells) {
      if (cells.length === 0) cells.push([]);
      cells.at(-1)?.push(block);
    } else if (this.#aside.length > 0) this.#aside.at(-1)?.blocks.push(block);
    else this.#place(block);
  }

  #place({ text, style, gap, places }: Waiting): void {
    if (this.#blocks.length > 0) this.#put(gap);
    const start = this.#length;
    this.#put(text);
    if (style === 'page-break') this.#blocks.push({ start, end: start + 1, kind: style });
    else this.#block(text, start, style);
    for (const { place, at } of places) place.offset = start + Math.min(at, text.length);
  }

  #block(text: string, offset: number, { guess, ...style }: Style): void {
    needRoom(this.#blocks);
    const pieces: ShownBlock[] = [];
    pushPieces(pieces, text, { start: 0, end: text.length, ...style });
    for (const { start, end, ...rest } of pieces) {
      if (guess) this.#guessed.add(this.#blocks.length);
      this.#blocks.push({ start: start + offset, end: end + offset, ...rest });
    }
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

const rank = (gap: Gap): number => (gap === '\t' ? 0 : gap.length);
