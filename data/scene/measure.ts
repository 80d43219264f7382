/**
 * Width of a line of text, in the unit of `size`; `weight` as in CSS. A port: the window asks its own
 * font, what is drawn elsewhere goes by an estimate.
 */
export type Measure = (text: string, size: number, weight: number) => number;

/** Letters by their width, in parts of the size, as the broadest of the usual fonts (DejaVu Sans) draws them. */
const widths = [
  [/\p{M}|\p{Cf}/u, 0],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u,
    1.05,
  ],
  [/[\uFDFA-\uFDFD]/u, 6],
  [/\p{Extended_Pictographic}/u, 1.4],
  [/[ijltfrI .,:;'’()|[\]·-]/u, 0.41],
  [/[mwMW@%…—ШЩЮЖМФшщюжмф]/u, 1],
  [/\p{Lu}/u, 0.79],
] as const;
const ORDINARY = 0.65;
/** How much wider bold letters are. */
const BOLD = 1.1;
/** How wide the window's font is, beside the broadest. */
const WINDOW = 0.88;

/** Estimate for who draws with unknown fonts: it errs on the wide side, so that nothing is cut off. */
export const broadest: Measure = (text, size, weight) => {
  let sum = 0;
  for (const letter of text) sum += widths.find(([those]) => those.test(letter))?.[1] ?? ORDINARY;
  return sum * size * (weight < 600 ? 1 : BOLD);
};

/**
 * Estimate for the window's font. Layouts go by it and never by a real font, so that the same
 * network gets the same positions in the window, in a worker and in a report.
 */
export const usual: Measure = (text, size, weight) => broadest(text, size, weight) * WINDOW;
