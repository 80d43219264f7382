import { AppError } from '../../../errors.ts';
import { BlockWriter, type Place } from '../block-writer.ts';
import type { StyleSheet } from '../html/css/sheet.ts';
import { HtmlReader } from '../html/reader.ts';
import { xhtmlTree } from '../html/xhtml-tree.ts';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
const HEADING = /<h[1-6][\s>]/i;

/** A chapter that was written. */
export interface WrittenChapter {
  reader: HtmlReader;
  start: Place;
  end: Place;
  /** Its first words are its title, though it does not say so. */
  isHeaded: boolean;
}

/** What a chapter is read with. */
export interface ChapterContext {
  /** The book, for refusals. */
  file: string;
  title: string | undefined;
  /** A style sheet of the book, by its address as the chapter writes it. */
  sheet: (address: string) => StyleSheet | undefined;
}

/**
 * Writes a chapter behind those before it. One without a heading gets the `title` that the list of contents
 * gives it, unless it begins with these words.
 */
export function writeChapter(
  writer: BlockWriter,
  xhtml: string,
  { file, title, sheet }: ChapterContext,
  passed: (units: number) => void,
): WrittenChapter {
  writer.end('\n\n');
  const first = title === undefined || HEADING.test(xhtml) ? undefined : firstWords(xhtml);
  const isHeaded = first !== undefined && title !== undefined && isSame(first, title);
  const start = writer.here();
  if (first !== undefined && first !== '' && title !== undefined && !isHeaded) {
    writer.words(title, { kind: 'heading', level: 1 });
    writer.end('\n\n');
  }
  const reader = new HtmlReader(writer, { sheet });
  read(reader, xhtml, file, passed);
  const end = writer.there();
  writer.end('\n\n');
  return { reader, start, end, isHeaded };
}

/** Reads a page by the rules of XML, or by those of HTML where it breaks them. */
function read(
  reader: HtmlReader,
  xhtml: string,
  file: string,
  passed: (units: number) => void,
): void {
  try {
    reader.readTree(xhtmlTree(xhtml, { file, passed }));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'import-failed') throw thrown;
    reader.read(withEnds(xhtml), passed);
  }
}

/** What closes itself has an end of its own, which HTML wants: an empty title would hold all that follows. */
const withEnds = (xhtml: string): string =>
  xhtml.replace(/<([^<>]*)\/>/g, (whole, tag: string) => {
    const name = /^[a-z][\w:.-]*/i.exec(tag)?.[0] ?? '';
    return name === '' || VOID.test(name) ? whole : `<${tag}></${name}>`;
  });

function firstWords(xhtml: string): string {
  const reader = new HtmlReader(new BlockWriter());
  read(reader, xhtml, '', () => undefined);
  const { text, blocks } = reader.writer.finish();
  const [first] = blocks;
  return first ? text.slice(first.start, first.end) : '';
}

const isSame = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim().toLowerCase() === other.trim().toLowerCase();
