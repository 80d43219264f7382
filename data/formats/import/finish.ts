import { unfoldBlocks } from '../../text/fold-blocks.ts';
import type { Proposal } from '../../model/reading.ts';
import type { Converted, ImportFormat, ReadText, SourceFile } from './format.ts';
import { languageProposal } from './cleaning/language.ts';

/** Most proposals of one document. */
const MOST = 100;

/**
 * What a format has read, as every document is: which blocks are folded away is told beside them, half
 * characters are none, and the language is told where the file does not.
 */
export async function finished(
  { text: given, blocks: shown, meta = [], reading = {}, ...rest }: ReadText,
  format: ImportFormat,
  file: SourceFile,
): Promise<Converted> {
  const { text, damaged } = wellFormed(given, reading.damaged ?? 0);
  const { blocks, regions } = unfoldBlocks(shown);
  const { recipe } = file;
  return {
    mediaType: format.mediaTypes[0],
    ...rest,
    text,
    blocks,
    regions,
    meta: await withLanguage(meta, text, blocks, regions),
    reading: {
      ...reading,
      ...(damaged > 0 && { damaged }),
      ...(recipe && { recipe }),
    },
  };
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

async function withLanguage(
  meta: readonly Proposal[],
  text: string,
  blocks: Converted['blocks'],
  regions: Converted['regions'],
): Promise<Proposal[]> {
  const known = meta.slice(0, MOST);
  if (known.some(({ field }) => field === 'language')) return known;
  const told = await languageProposal(text, blocks, regions);
  return told ? [...known, told] : known;
}
