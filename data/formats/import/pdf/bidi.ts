/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e900}-\u{1eeff}]/u;
const ARABIC = /[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u;
const DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9]/u;
/** Signs within a number, in Arabic and in other surroundings. */
const IN_NUMBER = /^[.,:/\u00a0\u066b\u066c]$/u;
const IN_OTHER_NUMBER = /^[.,:/\u00a0+−-]$/u;
const AT_NUMBER = /^[%$€£¥#°٪]$/u;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** A letter, a sign or a space; a raised one is no part of the number beside it. */
interface Piece {
  text: string;
  isRaised?: boolean;
}

type Direction = 'right' | 'left' | 'number' | 'none';

/** Whether letters of this text run from right to left. */
export const isRightToLeft = (text: string): boolean =>
  RIGHT_TO_LEFT.test(text) && !/^[\p{N}\p{M}\p{P}]+$/u.test(text);

/**
 * Whether most letters of these pieces run from right to left. `around`: whether the lines around do, which
 * decides where there are about as many of both.
 */
export function readsFromRight(pieces: readonly string[], around?: boolean): boolean {
  if (!/\p{L}/u.test(pieces.join(''))) return around ?? false;
  if (!RIGHT_TO_LEFT.test(pieces.join(''))) return false;
  let [right, left] = [0, 0];
  for (const piece of pieces) {
    const direction = directionOf(piece);
    if (direction === 'right') right++;
    else if (direction === 'left') left++;
  }
  const isMixed = Math.min(right, left) * 3 > Math.max(right, left);
  if (isMixed && around !== undefined) return around;
  // Names in Latin letters are longer than the words around them.
  return right > 0 && right * 2 >= left;
}

/**
 * Pieces (letters, spaces) that stand from left to right as they are seen, in the order in which they are
 * read. `fromRight`: the direction of the line. Mirrored brackets are put right.
 */
export function inReadingOrder<T extends Piece>(seen: readonly T[], fromRight: boolean): T[] {
  const texts = seen.map(({ text }) => text);
  if (!fromRight && !RIGHT_TO_LEFT.test(texts.join(''))) return [...seen];
  const directions = resolved(seen);
  return fromRight ? reversed(seen, directions) : withReversedParts(seen, directions);
}

function directionOf(text: string): Direction {
  if (DIGIT.test(text)) return 'number';
  if (isRightToLeft(text)) return 'right';
  return /\p{L}/u.test(text) ? 'left' : 'none';
}

/** Whether a piece and the next one are both raised, or neither. */
const isLevel = (pieces: readonly Piece[], at: number): boolean =>
  (pieces[at]?.isRaised ?? false) === (pieces[at + 1]?.isRaised ?? false);

/** What stands in a number belongs to it; what stands between words from left to right belongs to those. */
function resolved(pieces: readonly Piece[]): Direction[] {
  const texts = pieces.map(({ text }) => text);
  const directions = texts.map(directionOf);
  const isArabic = texts.some((text) => ARABIC.test(text));
  const inside = isArabic ? IN_NUMBER : IN_OTHER_NUMBER;
  texts.forEach((text, at) => {
    const [before, after] = [directions[at - 1], directions[at + 1]];
    const isOne = isLevel(pieces, at - 1) && isLevel(pieces, at);
    if (before === 'number' && after === 'number' && isOne && inside.test(text)) {
      directions[at] = 'number';
    }
    const beside = before === 'number' || after === 'number';
    if (!isArabic && beside && AT_NUMBER.test(text)) directions[at] = 'number';
  });
  joinLeft(directions);
  return directions;
}

/** From the first to the last word of a stretch from left to right all is, numbers behind it too. */
function joinLeft(directions: Direction[]): void {
  let from = -1;
  directions.forEach((direction, at) => {
    if (direction === 'right') from = -1;
    else if (direction === 'left' || (direction === 'number' && from >= 0)) {
      if (from >= 0) directions.fill('left', from, at);
      directions[at] = 'left';
      from = at;
    }
  });
}

function reversed<T extends Piece>(seen: readonly T[], directions: Direction[]): T[] {
  const read: T[] = [];
  for (let at = seen.length - 1; at >= 0;) {
    let from = at;
    const direction = directions[at];
    if (direction === 'left' || direction === 'number') {
      const isNext = (): boolean =>
        directions[from - 1] === direction && (direction === 'left' || isLevel(seen, from - 1));
      while (from > 0 && isNext()) from--;
    }
    read.push(...seen.slice(from, at + 1));
    at = from - 1;
  }
  return mended(read);
}

/** A line from left to right with words from right to left in it. */
function withReversedParts<T extends Piece>(seen: readonly T[], directions: Direction[]): T[] {
  const read: T[] = [];
  for (let at = 0; at < seen.length;) {
    if (directions[at] !== 'right') {
      read.push(seen[at] as T);
      at++;
      continue;
    }
    let end = at + 1;
    for (let next = end; next < seen.length && directions[next] !== 'left'; next++) {
      if (directions[next] === 'right') end = next + 1;
    }
    read.push(...reversed(seen.slice(at, end), directions.slice(at, end)));
    at = end;
  }
  return read;
}

/** Brackets that were drawn mirrored are turned, where that makes pairs of them. */
function mended<T extends Piece>(read: T[]): T[] {
  const turned = read.map((one) => {
    const mirror = MIRRORED[one.text];
    return mirror === undefined ? one : { ...one, text: mirror };
  });
  return faults(turned) < faults(read) ? turned : read;
}

/** Brackets that close nothing, and those that are not closed. */
function faults(pieces: readonly { text: string }[]): number {
  let [open, wrong] = [0, 0];
  for (const { text } of pieces) {
    if (/^[([{«‹]$/u.test(text)) open++;
    else if (/^[)\]}»›]$/u.test(text)) {
      if (open > 0) open--;
      else wrong++;
    }
  }
  return wrong + open;
}
