const LONGEST = 22;
const MOST_LINES = 5;

/** A name in at most five lines, broken at spaces; what does not fit ends in “…”. */
export function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ').flatMap(pieces)) {
    const last = lines.at(-1);
    if (last !== undefined && weight(last) + 1 + weight(word) <= LONGEST * 0.8) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`];
}

/** Words longer than a line in pieces: after hyphens, else wherever the line ends. */
function pieces(word: string): string[] {
  if (weight(word) <= LONGEST) return [word];
  const hyphened = word.split(/(?<=[-–/])(?=.)/u);
  if (hyphened.length > 1) return hyphened.flatMap(pieces);
  const points = [...word];
  const most = weight(word) / points.length > 1.5 ? LONGEST / 2 : LONGEST;
  const step = Math.ceil(points.length / Math.ceil(points.length / most));
  const parts: string[] = [];
  for (let start = 0; start < points.length; start += step) {
    parts.push(points.slice(start, start + step).join(''));
  }
  return parts;
}

/** Length in Latin letters; a Chinese, Japanese or Korean character counts as two. */
function weight(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
      character,
    )
      ? 2
      : /\p{M}/u.test(character)
        ? 0
        : 1;
  }
  return sum;
}
