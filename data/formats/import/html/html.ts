import type { Block } from '../../../text/working-text.ts';
import { say } from '../../../words/say.ts';
import { flagDebris } from '../cleaning/debris.ts';
import { decodeText, emptyFile } from '../decode.ts';
import { leftOutOf, type ImportFormat, type ReadText, type SourceFile } from '../format.ts';
import { declaredCharset, withoutComments } from './charset.ts';
import { fromFile } from '../from-file.ts';
import { HtmlReader } from './reader.ts';
import { asLine, asTitle, titleOf } from '../titles.ts';
import { Meter, type ImportTools } from '../tools.ts';

/** Saved web pages: read into text blocks of our own, nothing of the page's markup stays. */
export const html: ImportFormat = {
  id: 'html',
  label: say('imports.html'),
  extensions: ['html', 'htm', 'xhtml', 'xht'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  limit: 20 * 1024 * 1024,
  sniff: (start) => /^<(?:!doctype html|html[\s>])/i.test(pastProlog(start)),
  async *convert(file, tools) {
    yield await convertHtml(file, tools);
  },
};

async function convertHtml(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { text: page, reading } = await decodeText(file, {
    ...tools,
    declared: declaredCharset(file.bytes),
    passed: meter.add,
  });
  const reader = new HtmlReader();
  reader.read(page, meter.add);
  const { text, blocks } = reader.writer.finish();
  if (blocks.length === 0) throw emptyFile(file.name);
  const marks = reader.marks.finish(text);
  flagDebris(text, blocks);
  const { title, outlet } = titleFrom(reader, text, blocks, file.name);
  const meta = [...reader.meta.source, ...fromFile({ publisher: outlet })];
  return {
    title,
    text,
    blocks,
    ...(marks.length > 0 && { marks }),
    meta,
    reading: { ...reading, ...leftOutOf(reader.leftOut) },
  };
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

/** What stands behind XML declaration, comments and blanks at the very start of a page. */
function pastProlog(start: string): string {
  const text = start.trimStart();
  const behind = text.startsWith('<?xml') ? text.slice(text.indexOf('>') + 1) : text;
  return withoutComments(behind).trimStart();
}
