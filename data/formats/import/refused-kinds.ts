import { fileTypeFromBuffer } from 'file-type/core';
import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import type { SourceFile } from './format.ts';
import { latin1 } from './bytes.ts';
import { protectedFile } from './office/protected.ts';

/** Bytes that are looked at. */
const SEEN = 1024 * 1024;
/** Bytes that are looked at to see whether it is a text. */
const START = 1024;

/** What people call the kinds that no format reads, by media type; the first that fits. */
const KINDS: readonly [name: string, types: RegExp][] = [
  ['pdf', /^application\/pdf$/],
  ['document', /officedocument|opendocument|vnd\.ms-(?:word|excel|powerpoint|visio)/],
  ['book', /epub|mobipocket/],
  ['office', /^application\/x-cfb$/],
  ['archive', /^application\/zip$/],
  ['picture', /^image\//],
  ['sound', /^audio\//],
  ['film', /^video\//],
  ['font', /^font\//],
  ['compressed', /gzip|bzip2|x-xz|7z|rar|zstd|lz4|lzip|compress|x-tar|lzh|arj|archive/],
  ['program', /elf|msdownload|mach-|wasm|java-vm|executable/],
  ['database', /sqlite|access|parquet|avro/],
];
/** Bytes in which an OpenDocument in one file says what it is, behind its many namespaces. */
const HEAD = 16 * 1024;
/** What other office documents in one file of XML begin with. */
const OFFICE_XML =
  /<\?mso-application\s|<w:wordDocument[\s>]|<pkg:package[\s>]|=.urn:schemas-microsoft-com:office:spreadsheet/;
/** Name of the protected document in the container that it is wrapped in, as UTF-16. */
const PROTECTED = [...'EncryptedPackage'].join('\0');
/** Kinds that begin like a text, and are none to read. */
const LOOK_LIKE_TEXT = new Set(['pdf']);
/** Kinds that are text to read, and one whose two bytes many a Chinese text in UTF-16 begins with. */
const NEVER_REFUSED = /^text\/|[/+]xml$|vnd\.dolby\.dd-raw/;

/**
 * Refuses a file of a kind that no format reads, by its content: as `unsupported-format`, or as `not-text`
 * when its name has one of the `extensions` of those that are read; an office file behind a password as
 * `import-failed`.
 */
export async function refuseKnownKind(
  file: SourceFile,
  extensions: readonly string[],
): Promise<void> {
  const { name } = file;
  const kind = await kindOf(file.bytes);
  if (kind === undefined) return;
  if (/\.wakhan$/i.test(name)) throw packedCase(name);
  if (kind === 'office' && isProtected(file.bytes)) throw protectedFile(name);
  if (kind === 'archive') throw namedOtherwise(name);
  const named = extensions.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  throw new AppError(
    named ? 'not-text' : 'unsupported-format',
    say('imports.unsupported', { file: name, what: kind }),
    { file: name },
  );
}

/**
 * The kind of a file that is no text, if it is known. Some kinds are told by two letters: a text about BMW is
 * no picture, so all but a few are believed only where there are bytes that no text has.
 */
async function kindOf(bytes: Uint8Array): Promise<string | undefined> {
  if (isOfficeXml(bytes)) return 'document';
  const mime = await mediaTypeOf(bytes);
  if (mime === undefined || NEVER_REFUSED.test(mime)) return undefined;
  const kind = KINDS.find(([, types]) => types.test(mime))?.[0] ?? 'other';
  return LOOK_LIKE_TEXT.has(kind) || !beginsLikeText(bytes) ? kind : undefined;
}

/**
 * Whether it is an office document written as one file of XML, which would come in as its raw source: those of
 * Office 2003, whole packages in one file, and OpenDocument that is no text.
 */
function isOfficeXml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, HEAD)).replace(/\0/g, '');
  const start = head.slice(0, START);
  if (!/^[\s\xef\xbb\xbf\xff\xfe]{0,20}<(?:\?xml|[a-z]{1,20}:)/.test(start)) return false;
  if (/<office:document[\s>]/.test(start)) return !head.includes('opendocument.text');
  return OFFICE_XML.test(start);
}

async function mediaTypeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, SEEN)))?.mime;
  } catch {
    // Whatever its readers stumble over is of no kind that they know.
    return undefined;
  }
}

/** Whether there is a byte order mark, or nothing that a text cannot begin with. */
function beginsLikeText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 || !bytes.subarray(0, START).some((byte) => byte < 32 && (byte < 9 || byte > 13));
}

function packedCase(name: string): AppError {
  return new AppError('unsupported-format', say('imports.packedCase', { file: name }), {
    file: name,
  });
}

/** An archive that has the name of a document: what is in it can be read, but not as that. */
function namedOtherwise(name: string): AppError {
  return new AppError('unsupported-format', say('imports.archiveByOtherName', { file: name }), {
    file: name,
  });
}

/** Whether a container wraps an office file that is protected: its directory lies at one of its ends. */
function isProtected(bytes: Uint8Array): boolean {
  const ends = [bytes.subarray(0, SEEN), bytes.subarray(Math.max(SEEN, bytes.length - SEEN))];
  return ends.some((end) => latin1(end).includes(PROTECTED));
}
