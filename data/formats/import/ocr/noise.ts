import type { PictureLine } from '../picture-reader.ts';

/** Mean confidence of words that are hardly any: texture of photographs, stains, patterns. */
const NO_WORDS = 30;
/** Mean confidence below which a line must look like words. */
const DOUBTFUL = 60;

/**
 * Whether what was taken for a line is none: nobody is sure of its words, or they are doubtful and mostly
 * signs or single letters, as edges and textures are read.
 */
export function isNoise({ words }: Pick<PictureLine, 'words'>): boolean {
  const letters = words.map(({ text }) => text).join('');
  const mean = meanConfidence(words);
  if (mean < NO_WORDS || !/[\p{L}\p{N}]/u.test(letters)) return true;
  if (mean >= DOUBTFUL) return false;
  const written = letters.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
  const real = words.filter(({ text }) => /\p{L}[\p{L}\p{M}]{2}|[\p{N}]{2}|\p{Lo}/u.test(text));
  return written * 3 < letters.length * 2 || real.length * 2 < words.length;
}

/** Mean confidence, longer words counting more; 0 of none. */
export function meanConfidence(words: readonly { text: string; confidence: number }[]): number {
  let [sum, length] = [0, 0];
  for (const { text, confidence } of words) {
    sum += confidence * text.length;
    length += text.length;
  }
  return length === 0 ? 0 : sum / length;
}
