import { isSpaceless, isWordPoint } from '../word-units.ts';

/** A text cut into pieces: words, stretches of white space, and single signs. Together they are all of it. */
export interface Pieces {
  /** What each piece is: equal numbers are equal pieces, in every text cut with the same `known`. */
  ids: Int32Array;
  /** Where each begins, in UTF-16 code units, with the length of the text behind the last. */
  starts: Int32Array;
}

const SPACE = /\s/;

/**
 * Cuts a text into pieces; a sign is a whole character, and so is a letter of a script without spaces.
 * `known` numbers them, and is shared by the texts that are compared. Cost: one pass.
 */
export function piecesOf(text: string, known: Map<string, number>): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = pieceEnd(text, at);
    const piece = text.slice(at, end);
    const id = known.get(piece) ?? known.size;
    known.set(piece, id);
    ids.push(id);
    starts.push(at);
    at = end;
  }
  starts.push(text.length);
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
}

function pieceEnd(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0;
  const isOfRun = isWordPoint(first) ? isWordPoint : isSpace(first) ? isSpace : undefined;
  let at = start + widthOf(first);
  if (!isOfRun) return at;
  for (let point = text.codePointAt(at); point !== undefined; point = text.codePointAt(at)) {
    if (!isOfRun(point) || isSpaceless(point)) break;
    at += widthOf(point);
  }
  return at;
}

const widthOf = (point: number): number => (point > 0xffff ? 2 : 1);

const isSpace = (point: number): boolean => SPACE.test(String.fromCodePoint(point));
