import type { Proposal } from '../../../../model/reading.ts';
import { say } from '../../../../words/say.ts';
import { AppError } from '../../../../errors.ts';
import { decodeText, emptyFile, type Decoded } from '../../decode.ts';
import type { ImportFormat, ReadText, SourceFile } from '../../format.ts';
import { fromFile } from '../../from-file.ts';
import { usableCharset } from '../../mail/charsets.ts';
import { valueOf } from '../../mail/header-block.ts';
import { HeaderWords } from '../../mail/header-words.ts';
import { mimeTree, type MimePart } from '../../mail/mime-tree.ts';
import { unpacked } from '../../mail/transfer.ts';
import { asTitle } from '../../titles.ts';
import { Meter, type ImportTools } from '../../tools.ts';
import { latin1 } from '../../bytes.ts';
import { declaredCharset } from '../charset.ts';
import { StyleSheet } from '../css/sheet.ts';
import { readPage } from '../page.ts';
import { saysXhtml } from '../xhtml-tree.ts';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** Most frames of a page that are looked at. */
const MOST_FRAMES = 100;
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
  const meter = new Meter(tools, 3 * file.bytes.length);
  const message = mimeTree(file.bytes, file.name, meter.add);
  const parts = [...partsIn(message)];
  const root = rootOf(message, parts);
  if (!root) throw emptyFile(file.name);
  const { text, reading } = await decodedPage(root, file, { ...tools, passed: meter.add });
  const page = readPage(
    {
      name: file.name,
      html: text,
      isXml: saysXhtml(text),
      reading,
      sheet: sheetsIn(parts, file.bytes),
      frame: await framesIn(
        parts.filter((part) => part !== root),
        file,
        { ...tools, passed: meter.add },
      ),
    },
    meter.add,
  );
  const words = new HeaderWords(tools.encodings);
  const subject = asTitle(await words.text(valueOf(message.fields, 'subject') ?? ''));
  const isUntitled = !/<title[\s>]/i.test(text) && subject !== '';
  return { ...page, ...(isUntitled && { title: subject }), meta: withAddress(page, message, root) };
}

/** The parts that hold something, in order. */
function* partsIn(part: MimePart): Generator<MimePart, void, undefined> {
  if (part.parts.length === 0) yield part;
  for (const inner of part.parts) yield* partsIn(inner);
}

/** The page itself: the part that the message names, or the first page in it. */
function rootOf(message: MimePart, parts: readonly MimePart[]): MimePart | undefined {
  const start = message.type.parameters.get('start')?.bytes;
  const isPage = (part: MimePart): boolean => PAGE.test(part.type.value);
  const named = start && parts.find((part) => valueOf(part.fields, 'content-id') === start);
  return (named && isPage(named) ? named : undefined) ?? parts.find(isPage);
}

/** The bytes of a part as they were before they were sent. */
function bytesOf({ fields, start, end }: MimePart, whole: Uint8Array): Uint8Array {
  const encoding = valueOf(fields, 'content-transfer-encoding') ?? '';
  return unpacked(whole.subarray(start, end), encoding).bytes;
}

type PageTools = ImportTools & { passed: (bytes: number) => void };

/** The text of a page among the parts, in the encoding that its part or itself declares. */
async function decodedPage(part: MimePart, file: SourceFile, tools: PageTools): Promise<Decoded> {
  const bytes = bytesOf(part, file.bytes);
  const said = part.type.parameters.get('charset')?.bytes;
  const declared = (await usableCharset(said, tools.encodings)) ?? declaredCharset(bytes);
  return decodeText({ ...file, bytes }, { ...tools, declared });
}

/** The pages of frames among the parts, by where they were or how they are called; what is none is left. */
async function framesIn(
  parts: readonly MimePart[],
  file: SourceFile,
  tools: PageTools,
): Promise<(address: string) => string | undefined> {
  const pages = new Map<string, string>();
  for (const part of parts.filter(({ type }) => PAGE.test(type.value)).slice(0, MOST_FRAMES)) {
    try {
      const { text } = await decodedPage(part, file, tools);
      for (const address of addressesOf(part)) pages.set(address, text);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  return (address) => pages.get(address);
}

/** How other parts call one. */
function addressesOf({ fields }: MimePart): string[] {
  const id = valueOf(fields, 'content-id')?.replace(/^<|>$/g, '');
  const place = valueOf(fields, 'content-location');
  return [...(id ? [`cid:${id}`] : []), ...(place ? [place] : [])];
}

/** The style sheets among the parts, by where they were or how they are called. */
function sheetsIn(
  parts: readonly MimePart[],
  whole: Uint8Array,
): (address: string) => StyleSheet | undefined {
  const sheets = new Map<string, MimePart>();
  for (const part of parts) {
    if (part.type.value !== 'text/css') continue;
    for (const address of addressesOf(part)) sheets.set(address, part);
  }
  return (address) => {
    const part = sheets.get(address);
    return part && new StyleSheet(latin1(bytesOf(part, whole).subarray(0, MOST_CSS)));
  };
}

function withAddress(page: ReadText, message: MimePart, root: MimePart): Proposal[] {
  const { meta = [] } = page;
  if (meta.some(({ field }) => field === 'url')) return meta;
  const places = [
    valueOf(message.fields, 'snapshot-content-location'),
    valueOf(root.fields, 'content-location'),
  ];
  const url = places.find((place) => /^https?:\/\/[^\s/]/i.test(place ?? ''));
  return [...meta, ...fromFile({ url: url?.slice(0, 500) })];
}
