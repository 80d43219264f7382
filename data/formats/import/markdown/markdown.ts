import { dateFault } from '../../../model/edtf.ts';
import type { Proposal } from '../../../model/reading.ts';
import { say } from '../../../words/say.ts';
import { BlockWriter } from '../block-writer.ts';
import { decodeText, emptyFile } from '../decode.ts';
import { leftOutOf, type ImportFormat, type ReadText, type SourceFile } from '../format.ts';
import { fromFile } from '../from-file.ts';
import { HtmlReader } from '../html/reader.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { frontMatter, type FrontMatter } from './front-matter.ts';
import { Notes } from './notes.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** Markdown: read as the page that it stands for, so that its signs become structure and marks. */
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

async function convertMarkdown(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { text: source, reading } = await decodeText(file, { ...tools, passed: meter.add });
  const front = frontMatter(source);
  const writer = new BlockWriter();
  const style = { kind: 'paragraph', region: 'boilerplate' } as const;
  writer.preformatted(source.slice(0, front.end), style);
  writer.end('\n\n');
  const readers = await read(source, front.end, writer, meter.add);
  const { text, blocks } = writer.finish();
  if (blocks.length === 0) throw emptyFile(file.name);
  const marks = readers.flatMap((one) => one.marks.finish(text));
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const named = heading && asTitle(text.slice(heading.start, heading.end));
  const leftOut = {
    characters: readers.reduce((sum, one) => sum + one.leftOut.characters, 0),
    what: [...new Set(readers.flatMap((one) => one.leftOut.what))],
  };
  return {
    title: asTitle(front.fields.title ?? '') || named || titleOf(text, blocks, file.name),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    meta: metaOf(front.fields),
    reading: { ...reading, ...leftOutOf(leftOut) },
  };
}

/** Writes a text piece by piece; answers what has read each. */
async function read(
  source: string,
  from: number,
  writer: BlockWriter,
  passed: (units: number) => void,
): Promise<HtmlReader[]> {
  const { linksIn, markdownHtml } = await import('./to-html.ts');
  const notes = new Notes(source.slice(from));
  const links = linksIn(notes.rest);
  const readers: HtmlReader[] = [];
  const readPiece = (piece: Piece): void => {
    if (piece.isPlain) writer.preformatted(piece.text, { kind: 'paragraph' });
    else {
      const reader = new HtmlReader(writer);
      reader.read(markdownHtml(piece.text, links, notes));
      readers.push(reader);
    }
    writer.end('\n\n');
    passed(piece.text.length);
  };
  for (const piece of piecesOf(notes.rest)) readPiece(piece);
  for (const piece of piecesOf(notes.takeLeft())) readPiece(piece);
  return readers;
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
