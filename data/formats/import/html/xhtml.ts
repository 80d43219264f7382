import { say } from '../../../words/say.ts';
import { decodeText } from '../decode.ts';
import type { ImportFormat } from '../format.ts';
import { Meter } from '../tools.ts';
import { declaredCharset } from './charset.ts';
import { readPage } from './page.ts';
import { saysXhtml } from './xhtml-tree.ts';

/** Web pages by the rules of XML, where every tag may close itself. */
export const xhtml: ImportFormat = {
  id: 'xhtml',
  label: say('imports.xhtml'),
  extensions: ['xhtml', 'xht'],
  mediaTypes: ['application/xhtml+xml'],
  limit: 20 * 1024 * 1024,
  isMarkup: true,
  sniff: saysXhtml,
  async *convert(file, tools) {
    const meter = new Meter(tools, 2 * file.bytes.length);
    const declared = declaredCharset(file.bytes);
    const decoding = { ...tools, declared, passed: meter.add };
    const { text, reading } = await decodeText(file, decoding);
    yield readPage({ name: file.name, html: text, isXml: true, reading }, meter.add);
  },
};
