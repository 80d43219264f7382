import { say } from '../../../words/say.ts';
import { decodeText } from '../decode.ts';
import type { ImportFormat } from '../format.ts';
import { Meter } from '../tools.ts';
import { declaredCharset, withoutComments } from './charset.ts';
import { readPage } from './page.ts';
import { saysXhtml } from './xhtml-tree.ts';

/** Saved web pages: read into text blocks of our own, nothing of the page's markup stays. */
export const html: ImportFormat = {
  id: 'html',
  label: say('imports.html'),
  extensions: ['html', 'htm'],
  mediaTypes: ['text/html'],
  limit: 20 * 1024 * 1024,
  isMarkup: true,
  sniff: (start) => /^<(?:!doctype html|html[\s>])/i.test(pastProlog(start)),
  async *convert(file, tools) {
    const meter = new Meter(tools, 2 * file.bytes.length);
    const declared = declaredCharset(file.bytes);
    const decoding = { ...tools, declared, passed: meter.add };
    const { text, reading } = await decodeText(file, decoding);
    yield readPage({ name: file.name, html: text, isXml: saysXhtml(text), reading }, meter.add);
  },
};

/** What stands behind XML declaration, comments and blanks at the very start of a page. */
function pastProlog(start: string): string {
  const text = start.trimStart();
  const behind = text.startsWith('<?xml') ? text.slice(text.indexOf('>') + 1) : text;
  return withoutComments(behind).trimStart();
}
