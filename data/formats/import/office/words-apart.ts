/** Letters and figures of scripts that part their words by spaces. */
const WORD =
  /^(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})[\p{L}\p{M}\p{N}])+/u;

/** Letters that are looked at for the end of a word. */
const LONGEST = 200;

/** A text as the word with which it begins, empty when it begins with none, and the rest. */
export function partedWord(text: string): { head: string; tail: string } {
  const head = WORD.exec(text.slice(0, LONGEST))?.[0] ?? '';
  return { head, tail: text.slice(head.length) };
}
