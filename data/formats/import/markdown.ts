import { dateFault } from '../../model/edtf.ts';
import type { Proposal } from '../../model/reading.ts';
import { say } from '../../words/say.ts';
import { decodeText, emptyFile } from './decode.ts';
import type { ImportFormat, ReadText, SourceFile } from './format.ts';
import { fromFile } from './from-file.ts';
import { frontMatter, type FrontMatter } from './markdown-front.ts';
import { asLine, asTitle, titleOf } from './titles.ts';
import { Meter, type ImportTools } from './tools.ts';

/** Markdown: the text stays as it was written, signs included; blocks show its structure. */
export const markdown: ImportFormat = {
  id: 'markdown',
  label: say('imports.markdown'),
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  mediaTypes: ['text/markdown'],
  limit: 50 * 1024 * 1024,
  async *convert(file, tools) {
    yield await convertMarkdown(file, tools);
  },
};

/** Code units between two signs of progress: where nothing is but signs, the parser is slow. */
const STRIDE = 16 * 1024;

async function convertMarkdown(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const { markdownBlocks } = await import('./markdown-blocks.ts');
  const { headingWords } = await import('./markdown-tree.ts');
  const meter = new Meter(tools, 2 * file.bytes.length, STRIDE);
  const { text, reading } = await decodeText(file, { ...tools, passed: meter.add });
  const front = frontMatter(text);
  const blocks = markdownBlocks(text, front.end, meter.add);
  if (blocks.length === 0) throw emptyFile(file.name);
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const named = heading && asTitle(headingWords(text.slice(heading.start, heading.end)));
  const title = asTitle(front.fields.title ?? '') || named || titleOf(text, blocks, file.name);
  return {
    title,
    text,
    blocks,
    meta: metaOf(front.fields),
    reading,
  };
}

function metaOf(fields: FrontMatter['fields']): Proposal[] {
  const language = fields.lang ?? fields.language ?? '';
  const known = {
    author: asLine(fields.author ?? fields.authors ?? ''),
    publisher: asLine(fields.publisher ?? fields.source ?? ''),
    published: (fields.date ?? '').slice(0, 10),
    url: asLine(fields.url ?? fields.canonical ?? ''),
    language: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : '',
  };
  return fromFile({
    ...known,
    published: dateFault(known.published) === undefined ? known.published : '',
  });
}
