/** Whether a word, whatever its case, stands in a list parted by bars. */
export const isOneOf = (word: string, list: string): boolean =>
  `|${list}|`.includes(`|${word.toLowerCase()}|`);

/** A text without any of these signs at its end. */
export function withoutTail(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
