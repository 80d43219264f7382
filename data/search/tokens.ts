import { BROKEN_COMPOUND, BROKEN_WORD, FoldedText } from '../text/fold.ts';
import type { LetterRules } from '../text/letters.ts';
import { isSpaceless, isWordPoint } from '../text/word-units.ts';

/** Letters as a search takes them unless it says otherwise. */
export const LOOSE: LetterRules = { exactLetters: false, matchCase: false };

/** Stands between tokens that something lies between that is not searched: no phrase goes across. */
export const GAP = '\ue000';

/** Folded units that are looked at together. */
const PIECE = 1 << 15;

/**
 * The words of a text in their order, folded, with the range of the text that each stands for (half-open,
 * UTF-16). A word is a run of letters and figures; of scripts that write without spaces every sign is one.
 */
export interface Tokens {
  words: string[];
  starts: number[];
  ends: number[];
  /** Whether a sign of a script without spaces stands right behind another such sign. */
  follows: boolean[];
  /**
   * Whether the text breaks words after a prefix at the end of a line (“counter-⏎terrorism”): they were read
   * as two, and may be one.
   */
  isAmbiguous: boolean;
}

/**
 * Parts a text into words. With `joined`, words that are broken after a prefix are one. Cost: one pass, about
 * 20 ns a code unit.
 */
export function tokensOf(text: string, rules: LetterRules = LOOSE, joined = false): Tokens {
  const reader = new Tokenizer(rules, joined, Math.min(text.length, PIECE));
  reader.read(text);
  return reader.tokens;
}

class Tokenizer {
  readonly tokens: Tokens = { words: [], starts: [], ends: [], follows: [], isAmbiguous: false };
  readonly #folded: FoldedText;
  readonly #joined: boolean;
  #letters = '';
  /** First folded unit of the word that is being read; -1 between words. */
  #begin = -1;
  #hasBreak = false;
  /** Whether the last thing read was a sign of a script without spaces. */
  #wasSpaceless = false;

  constructor(rules: LetterRules, joined: boolean, most: number) {
    this.#folded = new FoldedText(rules, most + 1);
    this.#joined = joined;
  }

  read(text: string): void {
    for (let at = 0; at < text.length;) {
      this.#folded.fill(text, at);
      this.#letters = this.#folded.toString();
      this.#begin = -1;
      this.#scan();
      const isLast = this.#folded.next >= text.length;
      const from: number = this.#begin > 0 ? (this.#folded.starts[this.#begin] ?? at) : at;
      // A word that goes on is read again from its first letter, unless it alone fills all there is room for.
      if (!isLast && from > at) at = from;
      else {
        this.#close(this.#folded.length);
        at = this.#folded.next;
      }
    }
  }

  #scan(): void {
    const { units, length } = this.#folded;
    for (let i = 0; i < length; i++) {
      const unit = units[i] ?? 0;
      const isPair = unit >= 0xd800 && unit <= 0xdbff && i + 1 < length;
      const point = isPair ? (this.#letters.codePointAt(i) ?? unit) : unit;
      if (isWordPoint(point)) {
        if (this.#begin < 0) this.#begin = i;
        this.#wasSpaceless = false;
        if (isPair) i++;
      } else if (unit === BROKEN_WORD || unit === BROKEN_COMPOUND) this.#break(unit, i);
      else {
        this.#close(i);
        if (isSpaceless(point)) this.#push(i, i + (isPair ? 2 : 1), this.#wasSpaceless);
        this.#wasSpaceless = isSpaceless(point);
        if (isPair) i++;
      }
    }
  }

  #break(unit: number, i: number): void {
    if (unit === BROKEN_COMPOUND) {
      this.tokens.isAmbiguous = true;
      if (!this.#joined) {
        this.#close(i);
        return;
      }
    }
    this.#hasBreak = true;
  }

  #close(end: number): void {
    if (this.#begin < 0) return;
    this.#push(this.#begin, end, false);
    this.#begin = -1;
    this.#hasBreak = false;
  }

  #push(begin: number, end: number, follows: boolean): void {
    const { words, starts, ends } = this.tokens;
    const letters = this.#letters.slice(begin, end);
    words.push(this.#hasBreak ? letters.replaceAll(/[\ufddd\ufdde]/g, '') : letters);
    starts.push(this.#folded.starts[begin] ?? 0);
    ends.push(this.#folded.ends[end - 1] ?? 0);
    this.tokens.follows.push(follows);
  }
}
