import { BlockWriter, type Place } from '../block-writer.ts';
import { HtmlReader } from '../html/reader.ts';

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

/**
 * Writes a chapter behind those before it. One without a heading gets the `title` that the list of contents
 * gives it, unless it begins with these words.
 */
export function writeChapter(
  writer: BlockWriter,
  xhtml: string,
  title: string | undefined,
  passed: (units: number) => void,
): WrittenChapter {
  const html = asHtml(xhtml);
  writer.end('\n\n');
  const first = title === undefined || HEADING.test(html) ? undefined : firstWords(html);
  const isHeaded = first !== undefined && title !== undefined && isSame(first, title);
  const start = writer.here();
  if (first !== undefined && first !== '' && title !== undefined && !isHeaded) {
    writer.words(title, { kind: 'heading', level: 1 });
    writer.end('\n\n');
  }
  const reader = new HtmlReader(writer);
  reader.read(html, passed);
  const end = writer.there();
  writer.end('\n\n');
  return { reader, start, end, isHeaded };
}

/** XHTML as HTML has it: every element that is closed by itself has an end, and CDATA is text. */
function asHtml(xhtml: string): string {
  return xhtml
    .replace(/<([^<>]*)\/>/g, (whole, tag: string) => {
      const name = /^[a-z][\w:.-]*/i.exec(tag)?.[0] ?? '';
      return name === '' || VOID.test(name) ? whole : `<${tag}></${name}>`;
    })
    .split('<![CDATA[')
    .map((part, index) => (index === 0 ? part : fromCdata(part)))
    .join('');
}

function fromCdata(part: string): string {
  const end = part.indexOf(']]>');
  const data = end < 0 ? part : part.slice(0, end);
  const escaped = data.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return end < 0 ? escaped : escaped + part.slice(end + 3);
}

function firstWords(html: string): string {
  const reader = new HtmlReader(new BlockWriter());
  reader.read(html);
  const { text, blocks } = reader.writer.finish();
  const [first] = blocks;
  return first ? text.slice(first.start, first.end) : '';
}

const isSame = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim().toLowerCase() === other.trim().toLowerCase();
