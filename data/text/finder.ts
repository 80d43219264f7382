import { BROKEN_COMPOUND, BROKEN_WORD, FoldedText, foldUnits, lettersOf } from './fold.ts';
import { isOwnLetter, kinds, type LetterRules, type Letters } from './letters.ts';
import { needlesOf } from './needles.ts';
import { isWordPoint } from './word-units.ts';

/** A half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** How words are looked for. */
export interface FindRules extends LetterRules {
  /** “QCCM” but not “QCCMs”. Has no effect at the edge of a script that writes without spaces. */
  wholeWords: boolean;
}

/** How far before a match the character before it is looked for: more unseen signs stand nowhere. */
const BEFORE = 64;
const DASH = 0x2d;

interface Phrase {
  units: Uint16Array;
  /** Whether a word begins with its first character, and ends with its last. */
  opens: boolean;
  closes: boolean;
}

/** What is known of a code unit: whether a phrase may begin or go on with it. */
const UNKNOWN = 0;
const NO = 1;
const MAYBE = 2;
/** May begin a phrase, and becomes one unit: the next one tells more. */
const LETTER = 3;

/**
 * Finds phrases in texts, as they are folded by {@link FoldedText}. Made once for any number of texts;
 * holds some 200 KB. Of phrases that begin at one place the longest wins; ranges do not overlap and stand
 * in reading order. A range holds whole letters with their marks.
 */
export class Finder {
  /** What a text of ASCII must hold, see {@link needlesOf}. */
  readonly needles: readonly string[] | undefined;
  readonly #rules: FindRules;
  readonly #letters: Letters;
  readonly #byFirst = new Map<number, Phrase[]>();
  readonly #seconds = new Set<number>();
  readonly #mayBegin = new Uint8Array(0x10000);
  readonly #mayFollow = new Uint8Array(0x10000);
  readonly #inWord = new Uint8Array(0x10000);
  /** Whether a match can only begin where a word does. */
  readonly #opens: boolean;
  /** Most folded units that a match can take, with the character behind it. */
  readonly #reach: number;
  readonly #folded: FoldedText;
  readonly #before: FoldedText;

  constructor(phrases: readonly string[], rules: FindRules) {
    this.#rules = rules;
    this.#letters = lettersOf(rules);
    const wanted = phrases.flatMap((phrase) => spellings(foldUnits(phrase, rules)));
    const distinct = [...new Set(wanted)].filter((units) => units !== '');
    distinct.sort((a, b) => b.length - a.length);
    for (const units of distinct) this.#add(units);
    this.needles = needlesOf(distinct);
    this.#opens = rules.wholeWords && [...this.#byFirst.values()].flat().every((one) => one.opens);
    // Every unit may be followed by a sign for a broken word.
    this.#reach = 2 * (distinct[0]?.length ?? 0) + 2;
    this.#folded = new FoldedText(rules, this.#reach);
    this.#before = new FoldedText(rules, BEFORE);
  }

  /** Whether nothing is looked for: nothing is left of a phrase of soft hyphens alone. */
  get isEmpty(): boolean {
    return this.#byFirst.size === 0;
  }

  /**
   * Where the phrases stand in a text, at most `limit` places. Cost: one pass over the text; it is folded
   * only where a phrase may begin, which is ten times as fast as folding all of it.
   */
  find(text: string, limit = Infinity): Span[] {
    return this.#findFrom(text, 0, text.length, limit);
  }

  /** Where phrases stand that begin before a range and reach into it, or begin in it. */
  findAround(text: string, { start, end }: Span): Span[] {
    const from = wholeFrom(text, Math.max(0, start - 2 * this.#reach));
    return this.#findFrom(text, from, end, Infinity).filter((span) => span.end > start);
  }

  /** As {@link find}, of the places that begin within a range. */
  #findFrom(text: string, from: number, until: number, limit: number): Span[] {
    const found: Span[] = [];
    if (this.isEmpty) return found;
    for (let at = this.#next(text, from); at < until; at = this.#next(text, at)) {
      if (found.length >= limit) break;
      const end = this.#matchAt(text, at);
      if (end > at) found.push({ start: at, end });
      at = Math.max(at + 1, end);
    }
    return found;
  }

  /** The first place from an offset on where a phrase may begin. */
  #next(text: string, from: number): number {
    const begin = this.#mayBegin;
    const follow = this.#mayFollow;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const may = begin[code] || this.#learnBegin(code);
      if (may === NO) continue;
      if (this.#opens && at > from && this.#isLetter(text.charCodeAt(at - 1))) continue;
      if (may === MAYBE || at + 1 === text.length) return at;
      const next = text.charCodeAt(at + 1);
      if ((follow[next] || this.#learnFollow(next)) === MAYBE) return at;
    }
    return text.length;
  }

  #learnBegin(code: number): number {
    const kind = this.#letters.kindOf(code);
    return (this.#mayBegin[code] = this.#begins(kind, code));
  }

  #begins(kind: number, code: number): number {
    if (kind === kinds.letter) {
      const unit = this.#letters.table[code] ?? 0;
      return this.#byFirst.has(unit) || this.#isBaseOfFirst(unit) ? LETTER : NO;
    }
    if (kind === kinds.several) {
      const units = this.#letters.several(code);
      const begins = Array.from(units, (_, i) => this.#byFirst.has(units.charCodeAt(i)));
      return begins.includes(true) ? MAYBE : NO;
    }
    if (kind === kinds.hyphen) return this.#byFirst.has(DASH) ? MAYBE : NO;
    return kind === kinds.half && code < 0xdc00 ? MAYBE : NO;
  }

  /** Whether a letter and a mark may together be the first letter of a phrase: и of й. */
  #isBaseOfFirst(unit: number): boolean {
    return [...this.#byFirst.keys()].some((first) => {
      const letter = String.fromCharCode(first);
      return isOwnLetter(letter) && letter.normalize('NFD').charCodeAt(0) === unit;
    });
  }

  /** Whether a code unit by itself is a letter of a word, whatever stands around it. */
  #isLetter(code: number): boolean {
    const known = this.#inWord[code] || this.#learnWord(code);
    return known === MAYBE;
  }

  #learnWord(code: number): number {
    const isLetter = this.#letters.kindOf(code) === kinds.letter;
    const isInWord = isLetter && isWordPoint(this.#letters.table[code] ?? 0);
    return (this.#inWord[code] = isInWord ? MAYBE : NO);
  }

  #learnFollow(code: number): number {
    const isLetter = this.#letters.kindOf(code) === kinds.letter;
    const may = !isLetter || this.#goesOn(this.#letters.table[code] ?? 0);
    return (this.#mayFollow[code] = may ? MAYBE : NO);
  }

  /** Whether a unit is the second of a phrase, or the base of one; a phrase of one unit takes any. */
  #goesOn(unit: number): boolean {
    if (this.#seconds.size === 0) return true;
    return [...this.#seconds].some((second) => {
      if (second === unit || second === UNKNOWN) return true;
      return String.fromCharCode(second).normalize('NFD').charCodeAt(0) === unit;
    });
  }

  /** Where the longest phrase ends that begins with the character at an offset; -1 where none does. */
  #matchAt(text: string, at: number): number {
    this.#folded.fill(text, at, this.#reach);
    const { units, starts, ends, length } = this.#folded;
    for (let index = 0; index < length && starts[index] === at; index++) {
      for (const phrase of this.#byFirst.get(units[index] ?? 0) ?? []) {
        const end = this.#compare(phrase.units, index);
        if (end >= 0 && this.#fits(phrase, text, index, end)) return ends[end - 1] ?? -1;
      }
    }
    return -1;
  }

  #compare(phrase: Uint16Array, index: number): number {
    const { units, length } = this.#folded;
    let at = index;
    for (const wanted of phrase) {
      let unit = at < length ? units[at] : undefined;
      if (unit !== wanted && (unit === BROKEN_WORD || unit === BROKEN_COMPOUND)) {
        unit = wanted === DASH ? DASH : units[++at];
      }
      if (unit !== wanted) return -1;
      at++;
    }
    return at;
  }

  #fits({ opens, closes }: Phrase, text: string, index: number, end: number): boolean {
    const { starts, units, length } = this.#folded;
    const isInside = end < length && starts[end] === starts[end - 1];
    if (this.#rules.exactLetters && (index > 0 || isInside)) return false;
    if (!this.#rules.wholeWords) return true;
    if (closes && end < length && isWordUnit(units[end] ?? 0, units[end + 1] ?? 0)) return false;
    if (!opens) return true;
    return index > 0
      ? !isWordUnit(units[index - 1] ?? 0, 0)
      : !this.#isWordBefore(text, starts[0] ?? 0);
  }

  /** Whether the letter before an offset belongs to the same word. */
  #isWordBefore(text: string, at: number): boolean {
    const { units, starts } = this.#before;
    this.#before.fill(text, wholeFrom(text, Math.max(0, at - BEFORE)), BEFORE);
    let last = this.#before.length - 1;
    while (last >= 0 && (starts[last] ?? 0) >= at) last--;
    if (last < 0) return false;
    const unit = units[last] ?? 0;
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    return isLow ? isWordUnit(units[last - 1] ?? 0, unit) : isWordUnit(unit, 0);
  }

  #add(words: string): void {
    const units = Uint16Array.from({ length: words.length }, (_, i) => words.charCodeAt(i));
    const first = units[0] ?? 0;
    const phrase = {
      units,
      opens: isWordPoint(words.codePointAt(0) ?? 0),
      closes: isWordPoint(lastPoint(words)),
    };
    const others = this.#byFirst.get(first);
    if (others) others.push(phrase);
    else this.#byFirst.set(first, [phrase]);
    this.#seconds.add(units[1] ?? UNKNOWN);
  }
}

/** A phrase with words broken at the end of a line is looked for with and without its hyphens. */
function spellings(units: string): string[] {
  const broken = /[\ufddd\ufdde]/g;
  return [units.replace(broken, ''), units.replace(broken, '-')];
}

/** Whether a folded unit (with the one behind it, when it is half a pair) is part of a word. */
function isWordUnit(unit: number, next: number): boolean {
  if (unit === BROKEN_WORD) return true;
  if (unit < 0xd800 || unit > 0xdbff) return isWordPoint(unit);
  return isWordPoint(String.fromCharCode(unit, next).codePointAt(0) ?? unit);
}

function lastPoint(words: string): number {
  const isPair = /[\ud800-\udbff][\udc00-\udfff]$/.test(words);
  return words.codePointAt(words.length - (isPair ? 2 : 1)) ?? 0;
}

/** An offset that does not part a surrogate pair. */
function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
