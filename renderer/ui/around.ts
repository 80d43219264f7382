/** Stands in a sentence for a part that has markup of its own, such as a name that is isolated. */
export const HOLE = '\u0000';

/** The words of a sentence before its {@link HOLE} and after it. */
export function around(sentence: string): readonly [before: string, after: string] {
  const at = sentence.indexOf(HOLE);
  return at < 0 ? [sentence, ''] : [sentence.slice(0, at), sentence.slice(at + HOLE.length)];
}
