/** First and last code point of a run. */
type Run = readonly [first: number, last: number];

/**
 * Fonts that a report brings with it, because most machines lack them: for Arabic letters (Arabic,
 * Persian, Urdu, Pashto, Uyghur) and for Chinese ones. They come in slices of some letters each, and only
 * those slices go into a report that its words need; one in Latin or Cyrillic letters has none.
 */
export interface FontSlice {
  family: string;
  /** First and last code point of each run that the slice holds. */
  ranges: readonly Run[];
  /** Where its bytes are, for who reads them. */
  file: string;
}

/** The slices there are, and their bytes (WOFF2) in base64. */
export interface FontShelf {
  slices: readonly FontSlice[];
  read(slice: FontSlice): string;
}

/** A shelf without fonts: letters then look as the reader's machine can draw them. */
export const noFonts: FontShelf = { slices: [], read: () => '' };

/** Families that are brought along, in the order in which they stand behind others in a style sheet. */
export const bundledFamilies = `'Noto Naskh Arabic', 'Noto Serif SC'`;

/** Blocks of the letters that fonts are brought for, with their punctuation: Arabic, then Chinese. */
const blocks: readonly Run[] = [
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x0870, 0x08ff],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
  [0x2e80, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x20000, 0x3ffff],
];

/** What joins and parts Arabic letters, or turns them; seen nowhere, and everywhere at home. */
const JOINERS: Run = [0x200c, 0x200e];

const isIn = (code: number, runs: readonly Run[]): boolean =>
  runs.some(([first, last]) => code >= first && code <= last);

/** The `@font-face` rules that words need, in the order of the shelf; empty when they need none. */
export function fontFaces(words: string, shelf: FontShelf): string {
  const letters = foreignLetters(words);
  if (letters.length === 0) return '';
  return shelf.slices
    .map((slice) => ({ slice, runs: slice.ranges.flatMap(foreignRuns) }))
    .filter(({ runs }) => letters.some((letter) => isIn(letter, runs)))
    .map(({ slice, runs }) => faceOf(slice, runs, shelf.read(slice)))
    .join('');
}

function foreignLetters(words: string): number[] {
  const codes = [...new Set(words)].map((letter) => letter.codePointAt(0) ?? 0);
  return codes.filter((code) => isIn(code, blocks));
}

/** What a run has of our blocks: Latin letters of a slice must not take the place of the usual ones. */
function foreignRuns([first, last]: Run): Run[] {
  return [JOINERS, ...blocks]
    .map(([from, to]): Run => [Math.max(first, from), Math.min(last, to)])
    .filter(([from, to]) => from <= to);
}

function faceOf({ family }: FontSlice, runs: readonly Run[], base64: string): string {
  const codes = runs.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`);
  return (
    `@font-face { font-family: '${family}'; font-weight: 400; font-display: block; ` +
    `src: url(data:font/woff2;base64,${base64}) format('woff2'); unicode-range: ${codes.join(', ')}; }\n`
  );
}

/** Slices of regular weight of the bundled families, as a style sheet names them. */
export function slicesIn(css: string): FontSlice[] {
  return css
    .split('@font-face')
    .slice(1)
    .flatMap((rule): FontSlice[] => {
      const said = (name: string): string =>
        rule.split(`${name}:`)[1]?.split(/[;}]/)[0]?.replace(/["']/g, '').trim() ?? '';
      const family = said('font-family');
      const file = rule.split('url(')[1]?.split(')')[0]?.replace(/["']/g, '') ?? '';
      if (!bundledFamilies.includes(`'${family}'`) || said('font-weight') !== '400') return [];
      return !file.endsWith('.woff2')
        ? []
        : [{ family, file, ranges: rangesIn(said('unicode-range')) }];
    });
}

/** `U+600-6FF, U+4??, U+FE70` as first and last code points. */
function rangesIn(words: string): Run[] {
  return words.split(',').map((run) => {
    const [first = '', last = first] = run.trim().replace(/^u\+/i, '').split('-');
    const code = (digits: string, digit: string): number =>
      Number.parseInt(digits.replaceAll('?', digit), 16);
    return [code(first, '0'), code(last, 'F')];
  });
}
