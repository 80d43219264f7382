import type { Encodings } from './tools.ts';

/** Bytes that are decoded to weigh an encoding. */
const SAMPLE = 8192;
/** Letters that fit, of those that are not ASCII, below which nothing is likely. */
const LEAST = 0.6;

/**
 * What each language writes beside ASCII; quotation marks, dashes and the like count for all.
 */
const WESTERN = [
  /[àâçèéêëîïôùûüœ“”„‘’–—…€«»°№،؛؟]/i,
  /[äöüß“”„‘’–—…€«»°№،؛؟]/i,
  /[áéíñóúü“”„‘’–—…€«»°№،؛؟]/i,
  /[àáâãçéêíóôõú“”„‘’–—…€«»°№،؛؟]/i,
  /[àèéìòù“”„‘’–—…€«»°№،؛؟]/i,
  /[åäöæøé“”„‘’–—…€«»°№،؛؟]/i,
];
const CENTRAL = [
  /[ąćęłńóśźż“”„‘’–—…€«»°№،؛؟]/i,
  /[áäčďéěíľĺňóôöŕřšťúůýž“”„‘’–—…€«»°№،؛؟]/i,
  /[áéíóöőúüű“”„‘’–—…€«»°№،؛؟]/i,
  /[ăâîşţ“”„‘’–—…€«»°№،؛؟]/i,
  /[čćđšž“”„‘’–—…€«»°№،؛؟]/i,
  /[äöüß“”„‘’–—…€«»°№،؛؟]/i,
];
const CYRILLIC = [
  /[а-яё“”„‘’–—…€«»°№،؛؟]/i,
  /[а-щьюяіїєґ“”„‘’–—…€«»°№،؛؟]/i,
  /[а-яўј-џ“”„‘’–—…€«»°№،؛؟]/i,
];

const BALTIC = [/[ąčęėįšųūž“”„‘’–—…€«»°№،؛؟]/i, /[āčēģīķļņšūž“”„‘’–—…€«»°№،؛؟]/i];

/** Encodings that short texts come in, and the letters of their languages. */
const CANDIDATES: readonly [label: string, languages: readonly RegExp[]][] = [
  ['windows-1252', WESTERN],
  ['windows-1250', CENTRAL],
  ['iso-8859-2', CENTRAL],
  ['windows-1257', BALTIC],
  ['windows-1254', [/[çğıİöşüâî“”„‘’–—…€«»°№،؛؟]/i]],
  ['windows-1251', CYRILLIC],
  ['windows-1253', [/[α-ωά-ώ“”„‘’–—…€«»°№،؛؟]/i]],
  ['windows-1255', [/[א-ת“”„‘’–—…€«»°№،؛؟]/i]],
  ['windows-1256', [/[\u0621-\u06d3“”„‘’–—…€«»°№،؛؟]/i]],
];

const MIXED = /[A-Za-z](?=[\u0370-\u06ff])|[\u0370-\u06ff](?=[A-Za-z])/;

/** Capitals behind small Cyrillic letters: one in so many letters, and it is no text. */
const CAPITALS = 5;

/** Whether a text cannot be what its bytes say: letters of two scripts, or capitals, stand within words. */
export function isImplausible(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (MIXED.test(sample)) return true;
  const letters = sample.match(/[\u0400-\u045f]/g)?.length ?? 0;
  const inside = sample.match(/(?<=[\u0430-\u045f])[\u0400-\u042f]/g)?.length ?? 0;
  return inside * CAPITALS > letters;
}

/**
 * The likeliest encoding of a text that is too short for statistics: the one in which the bytes beyond ASCII
 * are letters that its languages write. Undefined when none is likely.
 */
export async function likeliest(
  bytes: Uint8Array,
  encodings: Encodings,
): Promise<string | undefined> {
  const sample = bytes.subarray(0, SAMPLE);
  const best = { label: '', share: 0 };
  for (const [label, languages] of CANDIDATES) {
    const text = await encodings.decode(sample, label, () => undefined);
    // eslint-disable-next-line no-control-regex -- ASCII is what is left out
    const foreign = [...text.replace(/[\x00-\x7f]/g, '')];
    if (isImplausible(text)) continue;
    const known = languages.map((one) => foreign.filter((letter) => one.test(letter)).length);
    const share = Math.max(...known) / Math.max(1, foreign.length);
    if (share > best.share) Object.assign(best, { label, share });
  }
  return best.share >= LEAST ? best.label : undefined;
}
