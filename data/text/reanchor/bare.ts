import type { Span } from '../finder.ts';

const BLANK = 0x20;

/** Not seen: soft hyphens, marks of width, joining and direction. They come and go with the program that wrote a file. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const SPACE = /\s/;
const APOSTROPHE = /[\u2018-\u201b\u02bc]/;
const QUOTE = /[\u201c-\u201f\u00ab\u00bb]/;
const DASH = /[\u2010-\u2015\u2212]/;

const LEFT_OUT = 0xffff;
/** By code unit, what it becomes; 0 where it was never asked for. */
const known = new Uint16Array(0x10000);

/**
 * A text without what does not make its words others: white space is one blank, what is not seen is left out,
 * quotation marks and dashes have one form each. Letters stay as they are. `starts` has for every unit the
 * offset in the text that it stands for (UTF-16 code units), and the text's length behind the last.
 */
export interface BareText {
  of: string;
  text: string;
  starts: Int32Array;
}

/** Cost: one pass, and four bytes a code unit. */
export function bareOf(of: string): BareText {
  const units = new Uint16Array(of.length);
  const starts = new Int32Array(of.length + 1);
  let length = 0;
  for (let at = 0; at < of.length; at++) {
    const unit = bareUnit(of.charCodeAt(at));
    if (unit === LEFT_OUT || (unit === BLANK && units[length - 1] === BLANK)) continue;
    units[length] = unit;
    starts[length++] = at;
  }
  starts[length] = of.length;
  return { of, text: stringOf(units.subarray(0, length)), starts: starts.subarray(0, length + 1) };
}

function bareUnit(code: number): number {
  return known[code] || (known[code] = look(code));
}

function look(code: number): number {
  const character = String.fromCharCode(code);
  if (SPACE.test(character)) return BLANK;
  if (UNSEEN.test(character)) return LEFT_OUT;
  if (APOSTROPHE.test(character)) return 0x27;
  if (QUOTE.test(character)) return 0x22;
  return DASH.test(character) ? 0x2d : code;
}

const PIECE = 8192;

function stringOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += PIECE) {
    pieces.push(String.fromCharCode(...units.subarray(at, at + PIECE)));
  }
  return pieces.join('');
}

/** A range of a text in the units of its bare form; empty for one that holds nothing to be seen. */
export function toBare({ starts }: BareText, { start, end }: Span): Span {
  const from = firstFrom(starts, start);
  return { start: from, end: Math.max(from, firstFrom(starts, end)) };
}

/** The range of a text that units of its bare form stand for; neither end lies within a surrogate pair. */
export function fromBare({ of, starts }: BareText, { start, end }: Span): Span {
  const from = starts[start] ?? of.length;
  if (end <= start) return { start: from, end: from };
  const last = starts[end - 1] ?? of.length;
  return {
    start: from - (isLowHalf(of, from) ? 1 : 0),
    end: last + (isHighHalf(of, last) ? 2 : 1),
  };
}

const isLowHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const isHighHalf = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** Index of the first start that is not before an offset. */
function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
