/** A row as repetitions are looked for: letters and digits in lower case, nothing between them. */
export interface Letters {
  letters: string;
  /** Where its words begin in `letters`. */
  words: number[];
}

/** Letters and digits of a text; punctuation, quotes and spaces differ between a quote and its source. */
export function lettersOf(text: string): Letters {
  const words: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u)) {
    if (word === '') continue;
    words.push(length);
    parts.push(word);
    length += word.length;
  }
  return { letters: parts.join(''), words };
}
