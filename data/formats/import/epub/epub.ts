import { dateFault } from '../../../model/edtf.ts';
import type { LeftOutKind, Proposal } from '../../../model/reading.ts';
import type { RegionKind } from '../../../text/region-kinds.ts';
import type { ShownBlock } from '../../../text/working-text.ts';
import { say } from '../../../words/say.ts';
import { BlockWriter } from '../block-writer.ts';
import { emptyFile } from '../decode.ts';
import { leftOutOf, type ImportFormat, type ReadText, type SourceFile } from '../format.ts';
import { fromFile } from '../from-file.ts';
import { zipNames } from '../office/zip-names.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';
import { openBook, type Book } from './book.ts';
import { writeChapter } from './chapter.ts';
import { pathIn } from './paths.ts';
import { BookPlaces, type BookChapter } from './places.ts';

/** How much larger the text of a book is than the file, about. */
const PACKED = 4;

/** Electronic books: one document, its chapters under headings. */
export const epub: ImportFormat = {
  id: 'epub',
  label: say('imports.book'),
  extensions: ['epub'],
  mediaTypes: ['application/epub+zip'],
  limit: 500 * 1024 * 1024,
  starts: ['PK\x03\x04'],
  sniff: (start, bytes) =>
    start.slice(30, 80).startsWith('mimetypeapplication/epub+zip') ||
    zipNames(bytes).includes('META-INF/container.xml'),
  async *convert(file, tools) {
    yield await convertBook(file, tools);
  },
};

async function convertBook(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, PACKED * file.bytes.length);
  const book = await openBook(file, tools, meter.add);
  const writer = new BlockWriter();
  const chapters: BookChapter[] = [];
  const missing: string[] = [];
  for (const { path, isNav } of book.spine) {
    const xhtml = await book.text(path);
    if (xhtml === undefined) missing.push(asLine(path));
    else {
      const title = isNav ? undefined : book.titles.get(path);
      const sheet = (address: string) => book.sheets.get(pathIn(path, address));
      const written = writeChapter(writer, xhtml, { file: file.name, title, sheet }, meter.add);
      chapters.push({ ...written, path, isNav });
    }
  }
  const { text, blocks } = writer.finish();
  if (blocks.length === 0) throw emptyFile(file.name);
  // What looks like the furniture of a page is none in a book; a note that is hidden opens at its sign.
  for (const block of blocks) {
    if (block.region !== 'hidden' || block.kind === 'footnote') delete block.region;
  }
  for (const chapter of chapters) dress(blocks, chapter);
  const places = new BookPlaces(chapters);
  const marks = places.marks(text, blocks);
  const pages = places.pages(text, book.pages);
  const kinds = new Set<LeftOutKind>(chapters.flatMap(({ reader }) => reader.leftOut.what));
  const characters = chapters.reduce((sum, { reader }) => sum + reader.leftOut.characters, 0);
  return {
    title: asTitle(book.title) || titleOf(text, blocks, file.name),
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    ...(pages.length > 0 && { pages }),
    meta: proposals(book),
    reading: {
      ...leftOutOf({ characters, what: [...kinds] }),
      ...(missing.length > 0 && { files: missing }),
    },
  };
}

/** The first block of a chapter that begins with its title is a heading; a list of contents is for finding the way. */
function dress(blocks: ShownBlock[], { start, end, isHeaded, isNav }: BookChapter): void {
  if (!isHeaded && !isNav) return;
  const region: RegionKind = 'navigation';
  for (const block of blocks) {
    if (block.start < start.offset || block.start >= end.offset) continue;
    if (isNav) block.region ??= region;
    else {
      block.kind = 'heading';
      block.level = 1;
      return;
    }
  }
}

function proposals({ authors, publisher, published, language }: Book): Proposal[] {
  const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T| )/.exec(published)?.[0];
  const tag = language.replace(/_/g, '-');
  return [
    ...authors.slice(0, MOST_AUTHORS).flatMap((author) => fromFile({ author: asLine(author) })),
    ...fromFile({
      publisher: asLine(publisher),
      published: day !== undefined && dateFault(day) === undefined ? day : '',
      language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : '',
    }),
  ];
}

const MOST_AUTHORS = 20;
