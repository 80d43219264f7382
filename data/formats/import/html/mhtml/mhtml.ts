import type { Proposal } from '../../../../model/reading.ts';
import { say } from '../../../../words/say.ts';
import { AppError } from '../../../../errors.ts';
import type { ImportFormat, ReadText, SourceFile } from '../../format.ts';
import { fromFile } from '../../from-file.ts';
import { valueOf } from '../../mail/header-block.ts';
import { HeaderWords } from '../../mail/header-words.ts';
import type { MimePart } from '../../mail/mime-tree.ts';
import { asTitle } from '../../titles.ts';
import { Meter, type ImportTools } from '../../tools.ts';
import { latin1 } from '../../bytes.ts';
import { StyleSheet } from '../css/sheet.ts';
import { readPage } from '../page.ts';
import { saysXhtml } from '../xhtml-tree.ts';
import { PartFinder, placeOfPage } from './addresses.ts';
import {
  bytesOf,
  decodedPage,
  isPage,
  savedParts,
  type PageTools,
  type SavedParts,
} from './parts.ts';

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
  const saved = savedParts(file, meter.add);
  const { message, parts, root } = saved;
  const find = finderIn(saved);
  const { text, reading } = await decodedPage(root, file, { ...tools, passed: meter.add });
  const page = readPage(
    {
      name: file.name,
      html: text,
      isXml: saysXhtml(text),
      reading,
      sheet: sheetsIn(find, file.bytes),
      frame: await framesIn(find, parts, file, { ...tools, passed: meter.add }),
    },
    meter.add,
  );
  const words = new HeaderWords(tools.encodings);
  const subject = asTitle(await words.text(valueOf(message.fields, 'subject') ?? ''));
  const isUntitled = !/<title[\s>]/i.test(text) && subject !== '';
  return { ...page, ...(isUntitled && { title: subject }), meta: withAddress(page, message, root) };
}

type Find = (address: string) => MimePart | undefined;

/** Finds other parts than the page by where they were or how they are called. */
function finderIn({ message, parts, root }: SavedParts): Find {
  const base = placeOfPage({ message, root });
  const others = parts.filter((part) => part !== root);
  const finder = new PartFinder(others, base);
  return (address) => finder.find(address, base);
}

/** The pages of frames among the parts, by their addresses; what is none is left. */
async function framesIn(
  find: Find,
  parts: readonly MimePart[],
  file: SourceFile,
  tools: PageTools,
): Promise<(address: string) => string | undefined> {
  const pages = new Map<MimePart, string>();
  for (const part of parts.filter(isPage).slice(0, MOST_FRAMES)) {
    try {
      pages.set(part, (await decodedPage(part, file, tools)).text);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  return (address) => {
    const part = find(address);
    return part && pages.get(part);
  };
}

/** The style sheets among the parts, by their addresses; each is read once. */
function sheetsIn(find: Find, whole: Uint8Array): (address: string) => StyleSheet | undefined {
  const sheets = new Map<MimePart, StyleSheet>();
  return (address) => {
    const part = find(address);
    if (part?.type.value !== 'text/css') return undefined;
    const sheet =
      sheets.get(part) ?? new StyleSheet(latin1(bytesOf(part, whole).subarray(0, MOST_CSS)));
    sheets.set(part, sheet);
    return sheet;
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
