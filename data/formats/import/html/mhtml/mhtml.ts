import type { Proposal } from '../../../../model/reading.ts';
import { say } from '../../../../words/say.ts';
import { decodeText, emptyFile } from '../../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../../format.ts';
import { fromFile } from '../../from-file.ts';
import { asTitle } from '../../titles.ts';
import { Meter, type ImportTools } from '../../tools.ts';
import { latin1 } from '../../bytes.ts';
import { declaredCharset } from '../charset.ts';
import { readPage } from '../page.ts';
import { saysXhtml } from '../xhtml-tree.ts';
import { headerWords } from './header-words.ts';
import { bytesOf, parametersOf, partsOf, type Part } from './parts.ts';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** Longest style sheet that is read, and most of them. */
const MOST_CSS = 4 * 1024 * 1024;

/** Web pages that a browser saved as one file: the page is read, what it shows beside words is left out. */
export const mhtml: ImportFormat = {
  id: 'mhtml',
  label: say('imports.mhtml'),
  extensions: ['mhtml', 'mht'],
  mediaTypes: ['multipart/related', 'message/rfc822'],
  limit: 100 * 1024 * 1024,
  sniff: (start) =>
    /^from: <saved by /i.test(start) ||
    (/^mime-version:/im.test(start) && /^content-type:\s*multipart\/related/im.test(start)),
  async *convert(file, tools) {
    yield await convertMhtml(file, tools);
  },
};

async function convertMhtml(file: SourceFile, tools: ImportTools): Promise<ReadText> {
  const meter = new Meter(tools, 2 * file.bytes.length);
  const { header, parts } = partsOf(file.bytes);
  const root = rootOf(header, parts);
  if (!root) throw emptyFile(file.name);
  const bytes = bytesOf(root);
  const said = parametersOf(root.header.get('content-type') ?? '').named.get('charset');
  const declared = await knownCharset(said ?? declaredCharset(bytes), tools);
  const decoding = { ...tools, declared, passed: meter.add };
  const { text, reading } = await decodeText({ ...file, bytes }, decoding);
  const page = readPage(
    { name: file.name, html: text, isXml: saysXhtml(text), reading, sheet: sheetsIn(parts) },
    meter.add,
  );
  const subject = asTitle(await headerWords(header.get('subject') ?? '', tools.encodings));
  const isUntitled = !/<title[\s>]/i.test(text) && subject !== '';
  return { ...page, ...(isUntitled && { title: subject }), meta: withAddress(page, header, root) };
}

/** The page itself: the part that the message names, or the first page in it. */
function rootOf(header: Part['header'], parts: readonly Part[]): Part | undefined {
  const start = parametersOf(header.get('content-type') ?? '').named.get('start');
  const isPage = (part: Part): boolean =>
    PAGE.test(parametersOf(part.header.get('content-type') ?? '').value);
  const named = start && parts.find((part) => part.header.get('content-id') === start);
  return (named && isPage(named) ? named : undefined) ?? parts.find(isPage);
}

async function knownCharset(
  label: string | undefined,
  { encodings }: ImportTools,
): Promise<string | undefined> {
  if (label === undefined || /^utf-?8$/i.test(label)) return label;
  return (await encodings.knows(label)) ? label : undefined;
}

/** The style sheets among the parts, by where they were or how they are called. */
function sheetsIn(parts: readonly Part[]): (address: string) => string | undefined {
  const sheets = new Map<string, Part>();
  for (const part of parts) {
    if (!/^text\/css/i.test(part.header.get('content-type') ?? '')) continue;
    const id = part.header.get('content-id')?.replace(/^<|>$/g, '');
    const place = part.header.get('content-location');
    if (id) sheets.set(`cid:${id}`, part);
    if (place) sheets.set(place, part);
  }
  return (address) => {
    const part = sheets.get(address);
    return part && latin1(bytesOf(part).subarray(0, MOST_CSS));
  };
}

function withAddress(page: ReadText, header: Part['header'], root: Part): Proposal[] {
  const { meta = [] } = page;
  if (meta.some(({ field }) => field === 'url')) return meta;
  const places = [header.get('snapshot-content-location'), root.header.get('content-location')];
  const url = places.find((place) => /^https?:\/\/[^\s/]/i.test(place ?? ''));
  return [...meta, ...fromFile({ url: url?.slice(0, 500) })];
}
