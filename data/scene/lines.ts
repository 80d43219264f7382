/** How a text is broken into lines. */
export interface LineRule {
  /** Greatest width of a line, in the unit of `widthOf`. */
  width: number;
  /** Most lines; what does not fit ends in “…”. */
  most: number;
  widthOf: (text: string) => number;
}

/**
 * Words in lines: broken at spaces, and within a word that is longer than a line, there after hyphens
 * if it has any. Cost: every word is measured a few times, a long one once a letter.
 */
export function linesWithin(text: string, rule: LineRule): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    pieces(word, rule).forEach((piece, index) => add(lines, piece, index === 0 ? ' ' : '', rule));
  }
  if (lines.length <= rule.most) return lines;
  return [...lines.slice(0, rule.most - 1), cut(lines[rule.most - 1] ?? '', rule)];
}

/** Puts a piece behind the last line if it has room there, else on a line of its own. */
function add(lines: string[], piece: string, glue: string, { width, widthOf }: LineRule): void {
  const last = lines.at(-1);
  if (last === undefined || widthOf(`${last}${glue}${piece}`) > width) lines.push(piece);
  else lines[lines.length - 1] = `${last}${glue}${piece}`;
}

/** A word, in parts that are no longer than a line. */
function pieces(word: string, rule: LineRule): string[] {
  if (rule.widthOf(word) <= rule.width) return [word];
  const hyphened = word.split(/(?<=[-–/])(?=.)/u);
  return hyphened.length > 1 ? hyphened.flatMap((one) => pieces(one, rule)) : byLetter(word, rule);
}

function byLetter(word: string, { width, widthOf }: LineRule): string[] {
  const parts = [''];
  for (const letter of word) {
    const longer = `${parts.at(-1) ?? ''}${letter}`;
    if (widthOf(longer) <= width) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}

/** A line with “…” at its end, without the letters that leave no room for it. */
function cut(line: string, { width, widthOf }: LineRule): string {
  const letters = [...line];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
