/** Which differences between letters count when words are looked for. */
export interface LetterRules {
  /** Letters as they are written: é is not e, ё not е, ك not ک, ﬁ not fi. */
  exactLetters: boolean;
  /** Capitals are told from small letters. */
  matchCase: boolean;
}

/** Kinds of code units that do not simply become one other code unit. */
export const kinds = {
  /** Becomes one code unit: the table says which. */
  letter: 1,
  /** Left out: it is not seen. */
  nothing: 2,
  /** Belongs to the letter before it: an accent, a vowel sign of Arabic or Hebrew. */
  mark: 3,
  space: 4,
  /** A hyphen or a dash of any length. */
  hyphen: 5,
  /** A hyphen that shows only at the end of a line. */
  softHyphen: 6,
  /** Becomes several code units: {@link Letters.several}. */
  several: 7,
  /** Half of a surrogate pair. */
  half: 8,
} as const;

/**
 * Letters that are written apart from their base but never for it: й is no и, whatever its code
 * points. (ё is: it is printed as е.)
 */
const OWN_LETTERS = new Set('йЙўЎїЇ');

/** Marks that are left out. Those of Indic scripts, Thai and kana are letters and stay. */
const LOOSE_MARK =
  /[\p{Script=Inherited}\p{Script_Extensions=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Syriac}]/u;
const KANA_MARK = /[\u3099\u309a]/u;
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|[\u115f\u1160\u3164\u0640]|\u034f/u;

/** Letters with no decomposition that people type otherwise, and variants of one letter. */
const VARIANTS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  ȷ: 'j',
  ς: 'σ',
  // One letter of Arabic script in its national forms.
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ۍ: 'ي',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ة: 'ه',
  ۃ: 'ه',
  ۀ: 'ه',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
};

/** Signs that stand for each other whatever the rules: nobody looks for one kind of apostrophe. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...[...'’‘‚‛ʼʻʽʾʿˈ`´′ʹ＇՚׳ꞌ'].map((sign) => [sign, "'"] as const),
  ...[...'“”„‟«»‹›″〝〞＂״'].map((sign) => [sign, '"'] as const),
]);
const DASH = /[\p{Pd}\u2212\u02d7]/u;

/** What every code unit becomes under some rules. Learnt as it is met, and kept. */
export class Letters {
  readonly rules: LetterRules;
  /** By code unit: the one that it becomes; 0 for those not met yet and for those of another kind. */
  readonly table = new Uint16Array(0x10000);
  readonly #kinds = new Uint8Array(0x10000);
  readonly #several = new Map<number, string>();

  constructor(rules: LetterRules) {
    this.rules = rules;
  }

  /** Of which of {@link kinds} a code unit is. */
  kindOf(code: number): number {
    return this.#kinds[code] || this.#learn(code);
  }

  /** The code units of one that becomes {@link kinds.several}. */
  several(code: number): string {
    return this.#several.get(code) ?? '';
  }

  /** What a whole character becomes; may be empty. */
  fold(character: string): string {
    const { exactLetters, matchCase } = this.rules;
    const sign = SIGNS[character.normalize('NFC')];
    if (sign !== undefined) return sign;
    const parts = exactLetters ? character.normalize('NFD') : loosen(character);
    if (matchCase) return parts;
    const small = parts.toLowerCase();
    return SIGNS[small] ?? small; // Ꞌ is the capital of an apostrophe
  }

  /** What a character beyond the first 65,536 becomes; may be empty. */
  foldPair(character: string): string {
    return INVISIBLE.test(character) ? '' : this.fold(character);
  }

  #learn(code: number): number {
    const kind = kindOf(code);
    this.#kinds[code] = kind;
    return kind === kinds.letter ? this.#learnLetter(code) : kind;
  }

  #learnLetter(code: number): number {
    const folded = this.fold(isOurs(code) ? '\ufffd' : String.fromCharCode(code));
    if (folded.length === 1) this.table[code] = folded.charCodeAt(0) || 0xfffd;
    else {
      this.#kinds[code] = kinds.several;
      this.#several.set(code, folded);
    }
    return this.#kinds[code] ?? kinds.letter;
  }
}

/** Noncharacters of Unicode, which no text may hold for itself; some of them are signs of ours. */
const isOurs = (code: number): boolean => code >= 0xfdd0 && code <= 0xfdef;

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return kinds.half;
  if (code === 0xad) return kinds.softHyphen;
  if (/\s/u.test(character)) return kinds.space;
  if (INVISIBLE.test(character)) return kinds.nothing;
  if (DASH.test(character)) return kinds.hyphen;
  return isLooseMark(character) ? kinds.mark : kinds.letter;
}

/** Whether a character is a mark that looks for its letter. */
export function isLooseMark(character: string): boolean {
  return /^\p{M}/u.test(character) && LOOSE_MARK.test(character) && !KANA_MARK.test(character);
}

/** A character without what people leave out: marks, ligatures, widths, national forms. */
function loosen(character: string): string {
  const own = VARIANTS[character];
  if (own !== undefined) return own;
  if (isOwnLetter(character)) return character;
  let loose = '';
  for (const part of character.normalize('NFKD')) {
    if (!isLooseMark(part) && !INVISIBLE.test(part))
      loose += VARIANTS[part] ?? SIGNS[part] ?? figure(part);
  }
  // A mark that stands alone is written as one on a space: without it nothing is left.
  return loose.trim();
}

/** Whether a composed letter is one of its own although it is written as a base and a mark. */
export function isOwnLetter(character: string): boolean {
  return OWN_LETTERS.has(character);
}

/** Figures of Arabic script as the ones of ASCII, dashes as hyphens; anything else unchanged. */
function figure(character: string): string {
  if (DASH.test(character)) return '-';
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return character;
}
