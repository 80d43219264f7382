/** Random numbers that are the same in every run: 0 (included) to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How words of a language are made up. */
interface Tongue {
  starts: string;
  middles: string;
  gap: string;
  stop: string;
  /** Letters of a word: from, and how many more at most. */
  letters: readonly [number, number];
}

const tongues = {
  en: {
    starts: 'bcdfghklmnprstvw',
    middles: 'aeiouaeiounrst',
    gap: ' ',
    stop: '. ',
    letters: [2, 8],
  },
  ru: { starts: 'бвгдзклмнпрст', middles: 'аеиоуыянрстл', gap: ' ', stop: '. ', letters: [2, 9] },
  ar: { starts: 'ابتجحدرسشعفقكلمن', middles: 'اويةلنمرته', gap: ' ', stop: '. ', letters: [2, 5] },
  fa: {
    starts: 'ابپتجچدرزسشفقکگلمن',
    middles: 'اویهنمر\u200c',
    gap: ' ',
    stop: '. ',
    letters: [2, 6],
  },
  zh: {
    starts: '中国阿富汗新疆人民政府部长会谈合作安全边境贸易',
    middles: '代表团访问官员表示关于问题发展双方今年',
    gap: '',
    stop: '。',
    letters: [1, 2],
  },
  signs: { starts: '😀🇦𝒜𠮷🌍', middles: 'aeiou𝒷𠀋', gap: ' ', stop: '! ', letters: [1, 4] },
} as const satisfies Record<string, Tongue>;

export type Language = keyof typeof tongues;
export const languages = Object.keys(tongues) as Language[];

/** Makes sentences of made-up words, some of them far more frequent than others, as in any language. */
export class Writer {
  readonly #random: () => number;
  readonly #tongue: Tongue;
  readonly #words: string[];

  constructor(language: Language, random: () => number) {
    this.#random = random;
    this.#tongue = tongues[language];
    this.#words = Array.from({ length: 700 }, () => this.#madeUp());
  }

  get gap(): string {
    return this.#tongue.gap;
  }

  word(): string {
    const at = Math.floor(this.#random() ** 3 * this.#words.length);
    return this.#words[at] ?? '';
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.word()).join(this.#tongue.gap);
  }

  sentence(): string {
    return this.words(5 + Math.floor(this.#random() * 18)) + this.#tongue.stop;
  }

  paragraph(): string {
    return Array.from({ length: 2 + Math.floor(this.#random() * 4) }, () => this.sentence()).join(
      '',
    );
  }

  #madeUp(): string {
    const { starts, middles, letters } = this.#tongue;
    const one = (from: string): string => {
      const all = [...from];
      return all[Math.floor(this.#random() * all.length)] ?? '';
    };
    const more = Math.floor(this.#random() * (letters[1] + 1));
    return one(starts) + Array.from({ length: letters[0] - 1 + more }, () => one(middles)).join('');
  }
}
