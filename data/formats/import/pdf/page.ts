import type { ReadWord } from '../../../text/working-text.ts';

/** How the letters of a font look. */
export interface Look {
  bold: boolean;
  italic: boolean;
  /** All letters as wide as each other. */
  mono: boolean;
}

/** A rectangle on a page; points from its upper left corner, downwards. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The text of a sign that is no letter, but holds those at its sides together: long strokes of Arabic. */
export const FILLER = '\u2060';

/** A letter (or several in one sign) where it stands on an upright page. */
export interface Glyph {
  text: string;
  /** Where it begins, and its base line; points from the upper left corner. */
  x: number;
  y: number;
  /** How far it leads on. */
  width: number;
  size: number;
  look: Look;
  /** Degrees clockwise by which its line is turned: 0 is upright. */
  turn: number;
  /** A space was drawn right before it. */
  spaced?: true;
  /** Part of the structure that the file tells, if it does. */
  tag?: number;
}

/** Something that lies over words: a link, a mark of a reader, or the word of a picture that was read there. */
export interface Overlay {
  kind: 'link' | 'mark' | 'word';
  boxes: Box[];
  /** Address of a link. */
  address?: string;
  /** What was written at it. */
  note?: string;
  /** Of a word that was read: where, and how surely. */
  word?: Omit<ReadWord, 'start' | 'end'>;
}

/** What is on a page. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  /** Rectangles that are drawn. */
  boxes: Box[];
  overlays: Overlay[];
  /** What readers wrote on it, at no words. */
  comments: string[];
  /** Levels of headings by the part of the structure. */
  headingTags: ReadonlyMap<number, number>;
}
