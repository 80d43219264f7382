import type { Proposal } from '../../../model/reading.ts';
import type { RegionRange } from '../../../model/region.ts';
import { foldBlocks } from '../../../text/fold-blocks.ts';
import type { Block } from '../../../text/working-text.ts';

/** Below so many letters a language cannot be told, or in Chinese and Japanese, which need fewer. */
const LEAST = 40;
const LEAST_IDEOGRAPHS = 10;
/** Code units that are enough to tell a language by. */
const ENOUGH = 4000;

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

/** The language of a text's own words, by their letters (franc); undefined when they are too few. */
export async function languageProposal(
  text: string,
  blocks: readonly Block[],
  regions: readonly RegionRange[],
): Promise<Proposal | undefined> {
  const sample = { start: -1, end: 0, words: '' };
  for (const { region, start, end } of foldBlocks(blocks, regions)) {
    if (region !== undefined || sample.words.length >= ENOUGH) continue;
    if (sample.start < 0) sample.start = start;
    sample.end = end;
    sample.words += `${text.slice(start, end)}\n`;
  }
  const letters = (sample.words.match(/\p{L}/gu) ?? []).length;
  const ideographs = (sample.words.match(/\p{Script=Han}/gu) ?? []).length;
  if (letters < LEAST && ideographs < LEAST_IDEOGRAPHS) return undefined;
  const { franc } = await import('franc');
  const told = franc(sample.words, { only: Object.keys(LANGUAGES), minLength: 1 });
  const value = LANGUAGES[told];
  return value === undefined
    ? undefined
    : { field: 'language', value, from: { start: sample.start, end: sample.end } };
}
