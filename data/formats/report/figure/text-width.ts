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

/** Width of a text in units. The reader's fonts are unknown, so this errs on the wide side. */
export function widthOfText(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.find(([those]) => those.test(letter))?.[1] ?? ORDINARY;
  return sum * size;
}

/** Words in as many lines as it takes: broken at spaces, and within a word that is longer than a line. */
export function linesWithin(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').flatMap((one) => pieces(one, width, size))) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOfText(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function pieces(word: string, width: number, size: number): string[] {
  const parts = [''];
  for (const letter of word) {
    const longer = `${parts.at(-1) ?? ''}${letter}`;
    if (widthOfText(longer, size) <= width) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}
