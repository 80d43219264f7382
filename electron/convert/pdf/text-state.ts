import type { Look } from '#data/formats/import/pdf/page.ts';
import { IDENTITY, times, type Matrix } from './matrix.ts';

/** A font as far as it is needed to place its letters. */
export interface Font {
  look: Look;
  isVertical: boolean;
  /** Width of a unit of its glyphs, in sizes. */
  unit: number;
  /** Height of its letters in sizes, where that is not 1. */
  height: number;
}

/** What operators of a page change, and what is saved and restored. */
interface Graphics {
  ctm: Matrix;
  font: Font | undefined;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
}

/** The state in which letters are drawn: where they stand, how large, how far apart. */
export class TextState {
  now: Graphics;
  readonly #saved: Graphics[] = [];
  #text: Matrix = IDENTITY;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  constructor(ctm: Matrix) {
    this.now = {
      ctm,
      font: undefined,
      size: 0,
      letterSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    };
  }

  save(): void {
    this.#saved.push({ ...this.now });
  }

  restore(): void {
    this.now = this.#saved.pop() ?? this.now;
  }

  transform(matrix: Matrix): void {
    this.now.ctm = times(this.now.ctm, matrix);
  }

  begin(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  moveLine(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  nextLine(): void {
    this.moveLine(0, -this.now.leading);
  }

  /** So much further along the line, in units of the text. */
  advance(by: number): void {
    if (this.now.font?.isVertical) this.#y -= by;
    else this.#x += by * this.now.stretch;
  }

  /** From the space of the text to that of the page: the same for all letters of one operator. */
  base(): Matrix {
    return times(this.now.ctm, this.#text);
  }

  /** Where the next letter stands in the space of the text. */
  get at(): [x: number, y: number] {
    return [this.#x, this.#y + this.now.rise];
  }
}
