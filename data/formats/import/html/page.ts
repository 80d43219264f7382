import { AppError } from '../../../errors.ts';
import type { Reading } from '../../../model/reading.ts';
import type { Block } from '../../../text/working-text.ts';
import { flagDebris } from '../cleaning/debris.ts';
import { emptyFile } from '../decode.ts';
import { leftOutOf, type ReadText } from '../format.ts';
import { fromFile } from '../from-file.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import type { StyleSheet } from './css/sheet.ts';
import { withoutSubset } from './internal-subset.ts';
import { pagesOf } from './printed-pages.ts';
import { HtmlReader } from './reader.ts';
import { xhtmlTree } from './xhtml-tree.ts';

/** A page as it was decoded. */
export interface Page {
  /** Name of its file, for refusals and for want of a title. */
  name: string;
  html: string;
  /** Whether it is to be read by the rules of XML, if it follows them. */
  isXml: boolean;
  reading: Reading;
  /** The style sheets that came with it, by their addresses. */
  sheet?: (address: string) => StyleSheet | undefined;
  /** The pages of its frames that came with it, by their addresses. */
  frame?: (address: string) => string | undefined;
}

/**
 * What a page says, as one document. One that is XHTML by name but not well-formed is read by the rules of HTML
 * from its start, but for tags that close themselves: a browser's refusal helps nobody who wants to read it.
 * Throws `empty-file`.
 */
export function readPage(page: Page, passed: (units: number) => void): ReadText {
  const reader = readerOf(page, passed);
  const { text, blocks } = reader.writer.finish();
  if (blocks.length === 0) throw emptyFile(page.name);
  const marks = reader.marks.finish(text);
  flagDebris(text, blocks);
  const pages = pagesOf(reader.marks.pages, text);
  const { title, outlet } = titleFrom(reader, text, blocks, page.name);
  return {
    title,
    text,
    blocks,
    cleaned: true,
    ...(marks.length > 0 && { marks }),
    ...(pages.length > 0 && { pages }),
    meta: [...reader.meta.source, ...fromFile({ publisher: outlet })],
    reading: { ...page.reading, ...leftOutOf(reader.leftOut) },
  };
}

function readerOf(
  { name, html, isXml, sheet, frame }: Page,
  passed: (units: number) => void,
): HtmlReader {
  const reader = new HtmlReader(undefined, {
    isArticle: true,
    ...(sheet && { sheet }),
    ...(frame && { frame }),
  });
  if (isXml) {
    try {
      reader.readTree(xhtmlTree(html, { file: name, passed }));
      return reader;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'import-failed') throw thrown;
    }
  }
  reader.read(isXml ? withoutSubset(html) : html, passed, isXml);
  return reader;
}

/**
 * The window's title without the outlet's name that many pages put behind it, when the page's own
 * headline shows where it starts. Else the window's title, the headline, the first words, the file.
 */
function titleFrom(
  reader: HtmlReader,
  text: string,
  blocks: readonly Block[],
  name: string,
): { title: string; outlet?: string } {
  const window = asTitle(reader.title);
  const first = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  const heading = first ? asTitle(text.slice(first.start, first.end)) : '';
  for (const headline of [asTitle(reader.meta.headline), heading]) {
    if (headline === '') continue;
    if (window === headline) return { title: headline };
    const rest = window.startsWith(headline) ? window.slice(headline.length) : '';
    const sign = /^\s[|–—·:-]\s/u.test(rest);
    const outlet = rest.slice(3).trim();
    if (sign && outlet.length >= 2 && outlet.length <= 100) {
      return { title: headline, outlet: asLine(outlet) };
    }
  }
  return {
    title: window || asTitle(reader.meta.headline) || heading || titleOf(text, blocks, name),
  };
}
