import type { Proposal } from '../../../model/reading.ts';
import type { RegionRange } from '../../../model/region.ts';
import { foldBlocks } from '../../../text/fold-blocks.ts';
import type { Block } from '../../../text/working-text.ts';
import { languageByLetters } from './letters-of-languages.ts';
import { languageByWords } from './small-words.ts';

/** Below so many letters a language cannot be told, or in Chinese and Japanese, which need fewer. */
const LEAST = 20;
const LEAST_IDEOGRAPHS = 8;
/** Below so many letters of Latin script franc guesses: small words tell, or nothing does. */
const LEAST_LATIN = 200;
/** Code units that are enough to tell a language by. */
const ENOUGH = 2000;

/** BCP 47 tags of the languages that are told apart, by their ISO 639-3 codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'en',
  rus: 'ru',
  cmn: 'zh',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  pbu: 'ps',
  uig: 'ug',
  tgk: 'tg',
  uzn: 'uz',
  kir: 'ky',
  kaz: 'kk',
  tuk: 'tk',
  tur: 'tr',
  azj: 'az',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  pol: 'pl',
  ces: 'cs',
  ron: 'ro',
  hun: 'hu',
  ell: 'el',
  heb: 'he',
  hin: 'hi',
  ben: 'bn',
  jpn: 'ja',
  kor: 'ko',
  vie: 'vi',
  ind: 'id',
  hye: 'hy',
  kat: 'ka',
  swe: 'sv',
};

/** Letters of Cyrillic script that a language does not have: franc goes by what is frequent, not by them. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  bul: /[ыэёіїєўј]/gi,
  srp: /[ыэёйщъьюяіїє]/gi,
  ukr: /[ыэёъў]/gi,
  bel: /[ищъїє]/gi,
  rus: /[іїєўђјљњћџ]/gi,
};
/** Least share of all letters that shows a text to be of another language: names from elsewhere have less. */
const FOREIGN_SHARE = 0.003;

/**
 * The language of a text's own words: by letters that it alone has, by its small words, by the run of its letters
 * (franc). Undefined when they are too few. `bodyAt`: where they begin.
 */
export async function languageProposal(
  text: string,
  blocks: readonly Block[],
  regions: readonly RegionRange[],
  bodyAt = 0,
): Promise<Proposal | undefined> {
  const sample = { start: -1, end: 0, words: '' };
  for (const { region, start, end } of foldBlocks(blocks, regions)) {
    if (region !== undefined || start < bodyAt) continue;
    if (sample.words.length >= ENOUGH) break;
    if (sample.start < 0) sample.start = start;
    sample.end = end;
    sample.words += `${text.slice(start, end)}\n`;
  }
  const value = await languageOf(sample.words);
  return value === undefined
    ? undefined
    : { field: 'language', value, from: { start: sample.start, end: sample.end } };
}

/** Whether a language (BCP 47, without what stands behind it) is one of those that words tell. */
export const isTold = (language: string): boolean => Object.values(LANGUAGES).includes(language);

/** BCP 47 tag of the language of some words; undefined when they do not tell. */
export async function languageOf(words: string): Promise<string | undefined> {
  const count = (letters: RegExp) => (words.match(letters) ?? []).length;
  const letters = count(/\p{L}/gu);
  const ideographs = count(/\p{Script=Han}/gu);
  if (letters < LEAST && ideographs < LEAST_IDEOGRAPHS) return undefined;
  const byLetters = languageByLetters(words);
  if (byLetters !== undefined) return byLetters;
  const latin = count(/\p{Script=Latin}/gu);
  const byWords = languageByWords(words);
  if (byWords !== undefined || (latin * 2 > letters && latin < LEAST_LATIN)) return byWords;
  const { franc } = await import('franc');
  const only = Object.keys(LANGUAGES).filter(
    (code) => (FOREIGN[code] ? count(FOREIGN[code]) : 0) <= letters * FOREIGN_SHARE,
  );
  return LANGUAGES[franc(words, { only, minLength: 1 })];
}
