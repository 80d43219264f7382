import { unfoldBlocks } from '../../text/fold-blocks.ts';
import type { Proposal } from '../../model/reading.ts';
import type { Converted, ImportFormat, ReadText, SourceFile } from './format.ts';
import { flagDebris } from './cleaning/debris.ts';
import { isTold, languageProposal } from './cleaning/language.ts';
import { proposalsFrom } from './cleaning/proposals.ts';

/** Code units of a text whose words are surer of its language than what its file says. */
const LONG = 80;
/** Most proposals of one document. */
const MOST = 100;

/**
 * What a format has read, as every document is: debris is told, and stands beside the blocks; half characters
 * are none; what the words say about the document is proposed behind what the file says, as is its language.
 */
export async function finished(
  { text: given, blocks: shown, meta = [], reading = {}, cleaned, bodyAt, ...rest }: ReadText,
  format: ImportFormat,
  file: SourceFile,
): Promise<Converted> {
  const { text, damaged } = wellFormed(given, reading.damaged ?? 0);
  if (!cleaned) flagDebris(text, shown);
  const { blocks, regions } = unfoldBlocks(shown);
  const found = together(meta, proposalsFrom(text, shown), rest.title);
  const { recipe } = file;
  return {
    mediaType: format.mediaTypes[0],
    ...rest,
    text,
    blocks,
    regions,
    meta: await withLanguage(found, () => languageProposal(text, blocks, regions, bodyAt)),
    reading: {
      ...reading,
      ...(damaged > 0 && { damaged }),
      ...(recipe && { recipe }),
    },
  };
}

/**
 * What the file and the words say, the file first; where they say the same, with the words. Of titles in the words,
 * that of the document.
 */
function together(
  meta: readonly Proposal[],
  words: readonly Proposal[],
  title: string,
): readonly Proposal[] {
  const key = ({ field, value }: Proposal) => `${field} ${value.toLowerCase()}`;
  const said = words.filter(({ field, value }) => field !== 'title' || value === title);
  const byKey = new Map(said.map((one) => [key(one), one]));
  const known = new Set(meta.map(key));
  return [
    ...meta.map((one) => (one.from === 'file' ? (byKey.get(key(one)) ?? one) : one)),
    ...said.filter((one) => !known.has(key(one))),
  ];
}

/** A text whose halves of characters that stand alone have become U+FFFD, and how many did. */
function wellFormed(text: string, before: number): { text: string; damaged: number } {
  let damaged = before;
  const whole = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    () => {
      damaged++;
      return '\ufffd';
    },
  );
  return { text: whole, damaged };
}

/**
 * The proposals with that of the language which the words tell. What a file says goes before it, unless it says
 * another one of those that words tell, as templates of pages do: then the words are surer.
 */
async function withLanguage(
  meta: readonly Proposal[],
  told: () => Promise<Proposal | undefined>,
): Promise<Proposal[]> {
  const known = withoutTwice(meta).slice(0, MOST);
  const said = known.find(({ field }) => field === 'language');
  const language = await told();
  if (!language) return known;
  if (!said) return [...known, language];
  const isSure = language.from !== 'file' && language.from.end - language.from.start >= LONG;
  const isSame = primary(said.value) === primary(language.value);
  if (isSame || !isSure || !isTold(primary(said.value))) return known;
  return known.flatMap((one) => (one === said ? [language, one] : [one]));
}

const primary = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';

const withoutTwice = (meta: readonly Proposal[]): Proposal[] =>
  meta.filter(
    ({ field, value, from }, at) =>
      meta.findIndex(
        (one) =>
          one.field === field && one.value === value && (one.from === from || from !== 'file'),
      ) === at,
  );
