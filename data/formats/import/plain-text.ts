import { say } from '../../words/say.ts';
import { flagDebris } from './cleaning/debris.ts';
import { joinWrapped } from './cleaning/wrapped.ts';
import { decodeText, emptyFile } from './decode.ts';
import type { ImportFormat, ReadText, SourceFile } from './format.ts';
import { titleOf } from './titles.ts';
import { pagedText } from './paged-text.ts';
import { flagHeadings } from './cleaning/plain-headings.ts';
import { Meter, type ImportTools } from './tools.ts';

/** Plain text: taken over unchanged but for line ends; one block a line, or a paragraph. */
export const plainText: ImportFormat = {
  id: 'plain-text',
  label: say('imports.plainText'),
  extensions: ['txt', 'text', 'log', 'asc'],
  mediaTypes: ['text/plain'],
  limit: 50 * 1024 * 1024,
  async *convert(file, tools) {
    yield await convertPlain(file, tools);
  },
};

async function convertPlain(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { text: given, reading } = await decodeText(file, { ...tools, passed: meter.add });
  const { text, blocks: lines, pages } = pagedText(given, meter.add);
  const blocks = joinWrapped(text, lines);
  if (blocks.length === 0) throw emptyFile(file.name);
  flagDebris(text, blocks);
  flagHeadings(text, blocks);
  const title = titleOf(text, blocks, file.name);
  return { title, text, blocks, ...(pages && { pages }), reading, cleaned: true };
}
