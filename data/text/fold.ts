import { isLooseMark, isOwnLetter, kinds, Letters, type LetterRules } from './letters.ts';
import { isSpaceless, isWordPoint } from './word-units.ts';

/**
 * A hyphen that may be there only because the line ended (“agree-⏎ment”): as good as none, and as good
 * as a hyphen. The first of them lies inside a word, the second may also part two (“counter-⏎terrorism”).
 */
export const BROKEN_WORD = 0xfddd;
export const BROKEN_COMPOUND = 0xfdde;

const BLANK = 0x20;
const LINE_FEED = 0x0a;
const DASH = 0x2d;
/** More units than any one letter with its marks becomes. */
const ROOM = 64;
/** Code units of a letter with its marks; what follows is noise, and is left out. */
const MOST_MARKS = 16;

const kept: (Letters | undefined)[] = [];

/** The table of letters under some rules. There are four, kept for good (128 KB each). */
export function lettersOf({ exactLetters, matchCase }: LetterRules): Letters {
  const index = (exactLetters ? 2 : 0) + (matchCase ? 1 : 0);
  return (kept[index] ??= new Letters({ exactLetters, matchCase }));
}

/**
 * A stretch of a text as it is looked for: every folded code unit with the range of the text that it
 * stands for (half-open, UTF-16). Left out are accents and vowel signs, what is not seen (soft hyphens,
 * zero-width and direction marks), the difference of capitals, of ligatures, of widths, of national
 * forms of Arabic letters, of apostrophes and of dashes; white space is one space, a blank line one
 * line feed; words broken at the end of a line are whole ({@link BROKEN_WORD}).
 */
export class FoldedText {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Units that are filled. */
  length = 0;
  /** Where in the text the stretch ends. */
  next = 0;

  readonly #letters: Letters;
  #text = '';

  /** `most`: units that it holds at a time. */
  constructor(rules: LetterRules, most: number) {
    const size = most + ROOM;
    this.#letters = lettersOf(rules);
    this.units = new Uint16Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }

  /**
   * Folds from an offset, where a character begins, until the text ends, `most` units are reached (a
   * letter may go beyond it) or there is no more room.
   */
  fill(text: string, from: number, most = Infinity): void {
    const limit = Math.min(most, this.units.length - ROOM);
    this.#text = text;
    this.length = 0;
    let at = from;
    while (at < text.length && this.length < limit) {
      at = this.#run(at, limit);
      if (at < text.length && this.length < limit) at = this.#special(at);
    }
    this.next = at;
  }

  /**
   * Folds plain letters and single spaces, nearly all of a text, until something else comes. Works on
   * local names: it is three times as fast.
   */
  #run(from: number, limit: number): number {
    const { units, starts, ends } = this;
    const { table } = this.#letters;
    const text = this.#text;
    let { length } = this;
    let at = from;
    while (at < text.length && length < limit) {
      const code = text.charCodeAt(at);
      let unit = table[code] ?? 0;
      if (unit === 0) {
        if (code !== BLANK || table[text.charCodeAt(at + 1)] === 0) break;
        unit = BLANK;
      }
      units[length] = unit;
      starts[length] = at;
      ends[length++] = ++at;
    }
    this.length = length;
    return at;
  }

  /** The folded words as a string. */
  toString(): string {
    let text = '';
    for (let i = 0; i < this.length; i += 8192) {
      text += String.fromCharCode(...this.units.subarray(i, Math.min(i + 8192, this.length)));
    }
    return text;
  }

  #push(unit: number, start: number, end: number): void {
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  #letter(value: number, at: number): number {
    this.#push(value, at, at + 1);
    return at + 1;
  }

  #special(at: number): number {
    const code = this.#text.charCodeAt(at);
    switch (this.#letters.kindOf(code)) {
      case kinds.letter:
        return this.#letter(this.#letters.table[code] ?? code, at);
      case kinds.space:
        return this.#space(at);
      case kinds.hyphen:
        return this.#hyphen(at);
      case kinds.softHyphen:
        return this.#isBroken(at) ?? at + 1;
      case kinds.mark:
        return this.#mark(at, at + 1);
      case kinds.half:
        return this.#pair(at);
      case kinds.several:
        return this.#several(this.#letters.several(code), at, at + 1);
      default:
        return at + 1;
    }
  }

  #several(units: string, start: number, end: number): number {
    for (let i = 0; i < units.length; i++) this.#push(units.charCodeAt(i), start, end);
    return end;
  }

  /** A mark belongs to the letter before it, whose range grows; where letters are exact it counts. */
  #mark(at: number, end: number): number {
    const last = this.length - 1;
    if (last < 0) return end;
    const start = this.starts[last] ?? at;
    if (end - start > MOST_MARKS) return end;
    const letter = this.#text.slice(start, end);
    if (this.#letters.rules.exactLetters) return this.#remake(letter, start, end);
    const composed = letter.normalize('NFC');
    if (isOwnLetter(composed)) return this.#remake(composed, start, end);
    this.ends[last] = end;
    return end;
  }

  /** Folds the last letter anew, now that all of it is known. */
  #remake(letter: string, start: number, end: number): number {
    while (this.length > 0 && this.starts[this.length - 1] === start) this.length--;
    return this.#several(this.#letters.fold(letter), start, end);
  }

  /** A character beyond the first 65,536, or half of one. */
  #pair(at: number): number {
    const point = this.#text.codePointAt(at) ?? 0xfffd;
    if (point <= 0xffff) return this.#letter(point, at);
    const character = String.fromCodePoint(point);
    if (isLooseMark(character)) return this.#mark(at, at + 2);
    return this.#several(this.#letters.foldPair(character), at, at + 2);
  }

  /** White space of any length and kind, with what is not seen in it. */
  #space(at: number): number {
    let end = at;
    let feeds = 0;
    for (let i = at; i < this.#text.length; i++) {
      const code = this.#text.charCodeAt(i);
      const kind = this.#letters.kindOf(code);
      if (kind !== kinds.space && kind !== kinds.nothing) break;
      if (kind === kinds.space) end = i + 1;
      if (code === LINE_FEED) feeds++;
      if (code === 0x2029) feeds += 2;
    }
    if (feeds !== 1 || !this.#isBetweenSpaceless(at, end)) {
      this.#push(feeds > 1 ? LINE_FEED : BLANK, at, end);
    }
    return end;
  }

  /** A line of Chinese or Thai ends anywhere: between two such letters its end is nothing. */
  #isBetweenSpaceless(start: number, end: number): boolean {
    const after = this.#text.codePointAt(end);
    return after !== undefined && isSpaceless(after) && isSpaceless(pointBefore(this.#text, start));
  }

  #hyphen(at: number): number {
    const next = isLineHyphen(this.#text.charCodeAt(at)) ? this.#isBroken(at) : undefined;
    if (next === undefined) return this.#letter(DASH, at);
    this.#push(kindOfBreak(this.#text, at, next), at, at + 1);
    return next;
  }

  /** Where the word goes on that a hyphen breaks at the end of a line; undefined when it does not. */
  #isBroken(at: number): number | undefined {
    const text = this.#text;
    if (!isWordPoint(pointBefore(text, at))) return undefined;
    const feed = skipBlanks(text, at + 1);
    if (text.charCodeAt(feed) !== LINE_FEED) return undefined;
    const next = skipBlanks(text, feed + 1);
    const point = text.codePointAt(next);
    return point !== undefined && isWordPoint(point) ? next : undefined;
  }
}

/** Prefixes with which a hyphen at the end of a line is more often part of the word. */
const PREFIXES = new Set(
  'anti co counter cross ex inter mid multi non post pre pro quasi self semi sub trans vice well'.split(
    ' ',
  ),
);

/**
 * What a hyphen at the end of a line is. Before a capital or a figure it stays (“Tehrik-e-⏎Taliban”);
 * after a prefix, or when the word has another hyphen, it may part two words.
 */
function kindOfBreak(text: string, at: number, next: number): number {
  const after = String.fromCodePoint(text.codePointAt(next) ?? BLANK);
  if (/[\p{Lu}\p{Lt}\p{N}]/u.test(after)) return DASH;
  const before = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{1,16}$/u.exec(text.slice(Math.max(0, at - 17), at));
  if (!before) return BROKEN_WORD;
  const isLinked = /^[-‐‑–]/u.test(text.charAt(at - before[0].length - 1));
  return isLinked || PREFIXES.has(before[0].toLowerCase()) ? BROKEN_COMPOUND : BROKEN_WORD;
}

const isLineHyphen = (code: number): boolean => code === DASH || code === 0x2010;

/** The first place from an offset on that holds neither a blank nor a tab nor a carriage return. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

const isBlank = (code: number): boolean =>
  code === BLANK || code === 0x09 || code === 0x0d || code === 0xa0;

/** The character (code point) before an offset; a blank at the start of the text. */
function pointBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  if (at === 0) return BLANK;
  return code >= 0xdc00 && code <= 0xdfff ? (text.codePointAt(at - 2) ?? code) : code;
}

const LOOSE: LetterRules = { exactLetters: false, matchCase: false };
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Words as they are looked for in names, titles and lists: folded as {@link FoldedText} says, without
 * white space around them.
 */
export function fold(text: string, rules: LetterRules = LOOSE): string {
  if (rules === LOOSE && PLAIN.test(text) && !text.includes('`')) return text.toLowerCase();
  return foldUnits(text, rules).replaceAll(/[\ufddd\ufdde]/g, '');
}

/** As {@link fold}, with the signs for words broken at the end of a line left in. */
export function foldUnits(text: string, rules: LetterRules): string {
  const folded = new FoldedText(rules, text.length + ROOM);
  let words = '';
  for (let at = 0; at < text.length; at = folded.next) {
    folded.fill(text, at);
    words += folded.toString();
  }
  return words.trim();
}
