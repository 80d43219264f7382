import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import type { SourceFile } from './format.ts';
import { decodeUnicode, unicodeOf, utf8Faults } from './text-decoder.ts';
import type { ImportTools } from './tools.ts';
import { utf16Of } from './utf16.ts';

/** More than one control character in this many makes a file binary. */
const CONTROL_SHARE = 100;
/** More than one bad byte in this many characters, and a text is in another encoding. */
const BAD_SHARE = 100;
/** With fewer bytes outside of ASCII nobody can tell an encoding; the person is asked to name it. */
const LEAST_FOREIGN = 8;

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

/**
 * The text of a file, with line ends as LF and without byte order mark; nothing else is changed. The mark
 * decides, then the analyst's word; then what is valid UTF-8 is, whatever it declares; then what it declares,
 * and what it looks like. Bad bytes become U+FFFD, but those of Unicode are refused: a damaged file is to be
 * seen as one. Throws `empty-file`, `not-text` (binary) and `wrong-encoding` (with the offset of the first bad
 * byte).
 */
export async function decodeText(file: SourceFile, decoding: Decoding): Promise<string> {
  if (file.bytes.length === 0) throw emptyFile(file.name);
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => file.bytes[at] === byte));
  const named = mark?.encoding ?? file.encoding;
  const text =
    named === undefined ? await unnamed(file, decoding) : await decodeAs(file, named, decoding);
  if (text === undefined) throw wrongEncoding(file, named ?? decoding.declared ?? 'utf-8');
  refuseControls(file.name, text);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

/** The refusal of a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError('empty-file', say('imports.emptyFile', { file: name }), { file: name });
}

/** The text of a file whose encoding nobody named. */
async function unnamed(file: SourceFile, decoding: Decoding): Promise<string | undefined> {
  const { bytes } = file;
  if (bytes.includes(0)) {
    const text = withoutMark(bytes, decoding);
    if (text === undefined) throw notText(file.name);
    return text;
  }
  const { declared } = decoding;
  const utf8 = decodeUnicode(bytes, 'utf-8', decoding.passed);
  const isAscii = utf8?.length === bytes.length;
  if (utf8 !== undefined && (declared === undefined || !isAscii)) return utf8;
  const asDeclared = declared === undefined ? undefined : await decodeAs(file, declared, decoding);
  return asDeclared ?? withoutMark(bytes, decoding) ?? guessed(file, decoding);
}

/** UTF-16 without a byte order mark as text. */
function withoutMark(bytes: Uint8Array, { passed }: Decoding): string | undefined {
  const order = utf16Of(bytes);
  return order && decodeUnicode(bytes, order, passed);
}

/** The text of a file in the encoding that it looks like, if it looks like any. */
async function guessed(file: SourceFile, decoding: Decoding): Promise<string | undefined> {
  const controls = file.bytes.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (controls * CONTROL_SHARE > file.bytes.length) throw notText(file.name);
  const { bad, good } = utf8Faults(file.bytes);
  // More right sequences than wrong bytes: UTF-8 that was damaged.
  if (bad < LEAST_FOREIGN || good >= bad) return undefined;
  const label = await decoding.encodings.guess(file.bytes);
  return label === undefined ? undefined : legacy(file.bytes, label, decoding);
}

/** `undefined` when it is not in that encoding. Throws when there is no such encoding. */
async function decodeAs(
  file: SourceFile,
  label: string,
  decoding: Decoding,
): Promise<string | undefined> {
  const unicode = unicodeOf(label);
  if (!unicode && !(await decoding.encodings.knows(label))) throw unknownEncoding(file, label);
  const isWide = unicode !== undefined && unicode !== 'utf-8';
  if (!isWide && file.bytes.includes(0)) throw notText(file.name);
  if (unicode) return decodeUnicode(file.bytes, unicode, decoding.passed);
  return legacy(file.bytes, label, decoding);
}

async function legacy(
  bytes: Uint8Array,
  label: string,
  { encodings, passed }: Decoding,
): Promise<string | undefined> {
  const text = await encodings.decode(bytes, label, passed);
  const bad = text.split('\ufffd').length - 1;
  return bad * BAD_SHARE > text.length ? undefined : text;
}

const isControl = (code: number): boolean => code < 32 && (code < 9 || code > 13);

function refuseControls(name: string, text: string): void {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) throw notText(name);
    if (isControl(code)) controls++;
  }
  if (controls * CONTROL_SHARE > text.length) throw notText(name);
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
