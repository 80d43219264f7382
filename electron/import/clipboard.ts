import type { LooseWords } from './pasted.ts';
import { addressIn } from './web-address.ts';

/** A payload of the clipboard of newer releases. */
interface Payload {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What is on the clipboard, as newer releases of Electron tell it. */
interface Item {
  readonly types: readonly string[];
  getType(type: string): Promise<unknown>;
}

/** The clipboard of Electron: what both the newer releases and the older ones that tests run on can do. */
export interface ClipboardLike {
  readText(): string | Promise<string>;
  /** Of newer releases it gives all items; of older ones something else. */
  read?: unknown;
  /** Older ones. */
  readHTML?(): string;
  availableFormats?(): string[];
  readBuffer?(format: string): Buffer;
}

/** Names under which a browser keeps the address of the page that words were copied from. */
const ADDRESS_FORMATS = [
  'chromium/x-internal-source-url',
  'chromium/x-source-url',
  'text/x-moz-url-priv',
  'org.chromium.source-url',
  'text/x-moz-url',
];
/** The clipboard of Windows keeps a head before the page, with its address. */
const WINDOWS_PAGE = 'HTML Format';
const SOURCE_URL = /^SourceURL:([^\r\n]{1,2000})/m;
/** Newer releases name the formats of the system so. */
const OF_THE_SYSTEM = (format: string): string =>
  `electron application/osclipboard;format="${format}"`;

/** The words on the clipboard, with the page and the address that they come from where it tells them. */
export async function wordsOn(clipboard: ClipboardLike): Promise<LooseWords> {
  // Older releases have a `read` too, of another kind.
  const { html, bytesOf } = clipboard.readHTML
    ? older(clipboard)
    : await newer(await itemsOn(clipboard));
  const address = await addressOn(bytesOf);
  return {
    text: await clipboard.readText(),
    ...(html !== '' && { html }),
    ...(address !== undefined && { address }),
  };
}

async function itemsOn(clipboard: ClipboardLike): Promise<readonly Item[]> {
  const read = clipboard.read as (() => Promise<readonly Item[]>) | undefined;
  return (await read?.call(clipboard)) ?? [];
}

/** How a page and any other format are read. */
interface Reading {
  html: string;
  bytesOf: (format: string) => Promise<Uint8Array | undefined>;
}

function older(clipboard: ClipboardLike): Reading {
  const formats = new Set(clipboard.availableFormats?.());
  return {
    html: clipboard.readHTML?.() ?? '',
    // A format that the list leaves out can be there all the same: an empty buffer says that it is not.
    bytesOf: async (format) => {
      const bytes = clipboard.readBuffer?.(format);
      return (formats.has(format) || bytes?.length) && bytes ? bytes : undefined;
    },
  };
}

async function newer(items: readonly Item[]): Promise<Reading> {
  const bytesOf = async (type: string): Promise<Uint8Array | undefined> => {
    const item = items.find(({ types }) => types.includes(type));
    if (!item) return undefined;
    const payload = (await item.getType(type).catch(() => undefined)) as Payload | undefined;
    return payload && new Uint8Array(await payload.arrayBuffer());
  };
  const page = await bytesOf('text/html');
  return {
    html: page ? Buffer.from(page).toString('utf8') : '',
    bytesOf: async (format) => (await bytesOf(format)) ?? (await bytesOf(OF_THE_SYSTEM(format))),
  };
}

async function addressOn(bytesOf: Reading['bytesOf']): Promise<string | undefined> {
  for (const format of ADDRESS_FORMATS) {
    const address = addressIn(textOf(await bytesOf(format)));
    if (address !== undefined) return address;
  }
  const head = await bytesOf(WINDOWS_PAGE);
  return (
    head && addressIn(SOURCE_URL.exec(Buffer.from(head.subarray(0, 4096)).toString('utf8'))?.[1])
  );
}

/** Firefox writes UTF-16, others UTF-8. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes) return undefined;
  return Buffer.from(bytes).toString(bytes[1] === 0 ? 'utf16le' : 'utf8');
}
