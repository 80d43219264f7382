import { AppError } from '../../errors.ts';
import type { Reading } from '../../model/reading.ts';
import { say } from '../../words/say.ts';
import type { SourceFile } from './format.ts';
import {
  decodeUnicode,
  mendUnicode,
  unicodeOf,
  utf8Faults,
  type UnicodeEncoding,
} from './text-decoder.ts';
import { likeliestEastern } from './legacy-east.ts';
import { isImplausible, likeliest } from './legacy-guess.ts';
import type { ImportTools } from './tools.ts';
import { utf16Of } from './utf16.ts';

/** More than one control character in this many makes a file binary. */
const CONTROL_SHARE = 100;
/** More than one bad byte in this many characters, and a text is in another encoding. */
const BAD_SHARE = 100;
/** So many are damage, if they are not most of the text. */
const FEW_BAD = 3;

/** So many right sequences for each wrong byte, and a text is UTF-8 however much of it is damaged. */
const SURE = 8;

/** Byte order marks, longest first: UTF-32 starts like UTF-16, and is not read. */
const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** What decoding works with. */
export interface Decoding extends Pick<ImportTools, 'encodings'> {
  /** What the file says of itself, if it does. */
  declared?: string | undefined;
  /** Hears how many bytes are done. */
  passed: (bytes: number) => void;
}

/** A text as it was read. */
export interface Decoded {
  text: string;
  /** How it was read, what `Reading` keeps of it. */
  reading: Pick<Reading, 'encoding' | 'guessed' | 'damaged'>;
}

/** What one way of reading gives. */
interface Read {
  text: string;
  encoding: string;
  /** Nothing says so but the look of the bytes. */
  guessed?: true;
}

/**
 * The text of a file, with line ends as LF and without byte order marks; nothing else is changed. The mark
 * decides, then the analyst's word; then what is valid UTF-8 is, whatever it declares; then what it declares,
 * and what it looks like. Bad bytes and NULs become U+FFFD and are counted. Throws `empty-file`, `not-text`
 * (binary) and `wrong-encoding` (more than one in {@link BAD_SHARE} is bad in the encoding that was named).
 */
export async function decodeText(file: SourceFile, decoding: Decoding): Promise<Decoded> {
  if (file.bytes.length === 0) throw emptyFile(file.name);
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => file.bytes[at] === byte));
  const named = mark?.encoding ?? file.encoding;
  const read =
    named === undefined ? await unnamed(file, decoding) : await decodeAs(file, named, decoding);
  if (read === undefined) throw wrongEncoding(file, named ?? decoding.declared ?? 'utf-8');
  const { encoding, guessed } = read;
  const { text, damaged } = cleaned(file, read);
  return {
    text,
    reading: { encoding, ...(guessed && { guessed }), ...(damaged > 0 && { damaged }) },
  };
}

/** The refusal of a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError('empty-file', say('imports.emptyFile', { file: name }), { file: name });
}

/** The text of a file whose encoding nobody named. */
async function unnamed(file: SourceFile, decoding: Decoding): Promise<Read | undefined> {
  const { bytes } = file;
  if (bytes.includes(0) && !isUtf8WithNuls(bytes)) {
    const order = utf16Of(bytes);
    if (order) return unicode(bytes, order, decoding);
  }
  if (hasShift(bytes)) {
    const read = await decodeAs(file, 'iso-2022-jp', decoding);
    if (read) return { ...read, guessed: true };
  }
  const declared = await known(decoding);
  const utf8 = decodeUnicode(bytes, 'utf-8', decoding.passed);
  const isAscii = utf8?.length === bytes.length;
  if (utf8 !== undefined && (declared === undefined || !isAscii)) {
    return { text: utf8, encoding: 'utf-8' };
  }
  const asDeclared = declared === undefined ? undefined : await decodeAs(file, declared, decoding);
  if (asDeclared) return asDeclared;
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const order = utf16Of(bytes);
  return order ? unicode(bytes, order, decoding) : guessed(file, decoding);
}

/** Whether there is the sequence by which ISO-2022-JP goes over to Japanese: it is all ASCII otherwise. */
function hasShift(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

/** What the file says of itself, if there is such an encoding. */
async function known({ declared, encodings }: Decoding): Promise<string | undefined> {
  if (declared === undefined || unicodeOf(declared)) return declared;
  return (await encodings.knows(declared)) ? declared : undefined;
}

/** Whether bytes are UTF-8 but for a NUL here and there, and not UTF-16, in which they are many. */
function isUtf8WithNuls(bytes: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) nuls++;
    else if (isControl(byte)) controls++;
  }
  if (isTooBad(nuls, bytes.length) || controls * CONTROL_SHARE > bytes.length) return false;
  return decodeUnicode(bytes, 'utf-8', () => undefined) !== undefined;
}

/** The text of a file in the encoding that it looks like; a damaged UTF-8 when it looks like no other. */
async function guessed(file: SourceFile, decoding: Decoding): Promise<Read | undefined> {
  const controls = file.bytes.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (controls * CONTROL_SHARE > file.bytes.length) throw notText(file.name);
  const { bad, good } = utf8Faults(file.bytes);
  // More right sequences than wrong bytes: UTF-8 that was damaged. A single byte tells of no encoding.
  if (bad > 1 && good < bad) {
    const read = await likely(file, decoding);
    if (read) return read;
  }
  const read = unicode(file.bytes, 'utf-8', decoding);
  const isTorn = isTooBad(count(read.text, '\ufffd'), read.text.length);
  if (isTorn && good < SURE * bad) return undefined;
  return good > 0 ? read : { ...read, guessed: true };
}

/** The text in the encoding that its bytes are likely in: by statistics, or by letters when it is short. */
async function likely(file: SourceFile, decoding: Decoding): Promise<Read | undefined> {
  const { encodings } = decoding;
  const { bytes } = file;
  const guessOf = (some: Uint8Array): Promise<string | undefined> => encodings.guess(some);
  for (const guess of [guessOf, likeliestEastern, likeliest]) {
    const label = await guess(bytes, encodings);
    const text = label === undefined ? undefined : await legacy(bytes, label, decoding);
    if (label !== undefined && text !== undefined && !isImplausible(text)) {
      return { text, encoding: label.toLowerCase(), guessed: true };
    }
  }
  return undefined;
}

/** `undefined` when it is not in that encoding. Throws when there is no such encoding. */
async function decodeAs(
  file: SourceFile,
  label: string,
  decoding: Decoding,
): Promise<Read | undefined> {
  const form = unicodeOf(label);
  if (!form && !(await decoding.encodings.knows(label))) throw unknownEncoding(file, label);
  if (form) {
    const read = unicode(file.bytes, form, decoding);
    const bad = count(read.text, '\ufffd');
    return isTooBad(bad, read.text.length) ? undefined : read;
  }
  const text = await legacy(file.bytes, label, decoding);
  return text === undefined ? undefined : { text, encoding: label.toLowerCase() };
}

/** Bytes as Unicode; what is not becomes U+FFFD. */
function unicode(bytes: Uint8Array, encoding: UnicodeEncoding, { passed }: Decoding): Read {
  const text = decodeUnicode(bytes, encoding, passed) ?? mendUnicode(bytes, encoding, passed);
  return { text, encoding };
}

async function legacy(
  bytes: Uint8Array,
  label: string,
  { encodings, passed }: Decoding,
): Promise<string | undefined> {
  const text = await encodings.decode(bytes, label, passed);
  const bad = count(text, '\ufffd');
  return isTooBad(bad, text.length) ? undefined : text;
}

/** Whether there is more damage than a text of that length may have. */
const isTooBad = (bad: number, length: number): boolean =>
  bad > FEW_BAD ? bad * BAD_SHARE > length : bad * 2 > length;

const count = (text: string, what: string): number => text.split(what).length - 1;

/** A text without marks at its start, with line ends as LF and NULs as U+FFFD; counts what was damaged. */
function cleaned({ name, bytes }: SourceFile, { text, encoding }: Read) {
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  let plain = start > 0 ? text.slice(start) : text;
  if (plain.includes('\r')) plain = plain.replace(/\r\n?/g, '\n');
  refuseControls(name, plain);
  if (plain.includes('\0')) plain = plain.replaceAll('\0', '\ufffd');
  if (!plain.includes('\ufffd')) return { text: plain, damaged: 0 };
  // Some were in the text when it was written.
  const own = encoding === 'utf-8' ? ownReplacements(bytes) : 0;
  return { text: plain, damaged: Math.max(0, count(plain, '\ufffd') - own) };
}

/** How often U+FFFD itself stands in bytes of UTF-8. */
function ownReplacements(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  }
  return found;
}

const isControl = (code: number): boolean => code < 32 && (code < 9 || code > 13);

function refuseControls(name: string, text: string): void {
  let controls = 0;
  let nuls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) nuls++;
    else if (isControl(code)) controls++;
  }
  if (controls * CONTROL_SHARE > text.length || isTooBad(nuls, text.length)) throw notText(name);
}

function notText(name: string): AppError {
  return new AppError('not-text', say('imports.notText', { file: name }), { file: name });
}

function unknownEncoding({ name }: SourceFile, encoding: string): AppError {
  return new AppError('wrong-encoding', say('imports.unknownEncoding', { file: name, encoding }), {
    file: name,
    encoding,
  });
}

function wrongEncoding({ name, bytes }: SourceFile, encoding: string): AppError {
  const offset = unicodeOf(encoding) === 'utf-8' ? utf8Faults(bytes).first : -1;
  const given = { file: name, encoding: encoding.toUpperCase() };
  return new AppError(
    'wrong-encoding',
    offset < 0
      ? say('imports.wrongEncoding', given)
      : say('imports.wrongEncodingAt', { ...given, offset }),
    { file: name, encoding, ...(offset < 0 ? {} : { offset }) },
  );
}
