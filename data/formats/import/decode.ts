import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';
import type { SourceFile } from './format.ts';
import { decodeStrictly, firstInvalidUtf8 } from './text-decoder.ts';

/** More than one control character in this many makes a file binary. */
const CONTROL_SHARE = 100;

/** Byte order marks, longest first: UTF-32 starts like UTF-16. */
const MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of a file, with line ends as LF and without byte order mark; nothing else is changed.
 * The mark decides, then the analyst's word, then what the file declares (`declared`), else UTF-8.
 * Throws `empty-file`, `not-text` (binary) and `wrong-encoding` (with the offset of the first bad byte).
 */
export function decodeText(file: SourceFile, declared?: string): string {
  if (file.bytes.length === 0) throw emptyFile(file.name);
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, at) => file.bytes[at] === byte));
  const encoding = mark?.encoding ?? file.encoding ?? declared ?? 'utf-8';
  if (!mark && !/^utf-?16/i.test(encoding)) refuseBinary(file);
  const text = decodeStrictly(file.bytes, encoding);
  if (typeof text !== 'string') {
    const utf16 =
      text === undefined && file.encoding === undefined ? utf16Of(file.bytes) : undefined;
    throw utf16 ? withoutMark(file.name, utf16, 0) : wrongEncoding(file, encoding, text === null);
  }
  refuseControls(file.name, text);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

/** The refusal of a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError('empty-file', say('imports.emptyFile', { file: name }), { file: name });
}

function refuseBinary({ name, bytes }: SourceFile): void {
  if (!bytes.includes(0)) return;
  const utf16 = utf16Of(bytes);
  if (utf16 === undefined) throw notText(name);
  throw withoutMark(name, utf16, bytes.indexOf(0));
}

function withoutMark(name: string, encoding: string, offset: number): AppError {
  return new AppError(
    'wrong-encoding',
    say('imports.noByteOrderMark', { file: name, name: encoding.toUpperCase(), encoding }),
    { file: name, offset, encoding: 'utf-16' },
  );
}

/** Bytes that are looked at to tell UTF-16. */
const SAMPLE = 4096;

/** Which UTF-16 bytes without a mark are, if they are: in one order they are text, in the other not. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = [likenessOf(sample, 1), likenessOf(sample, 0)];
  if (little === big) return undefined;
  return Math.max(little, big) <= 0 ? undefined : little > big ? 'utf-16le' : 'utf-16be';
}

/** Line ends, full stops and commas of many scripts, beside all of ASCII. */
const COMMON = new Set(
  [...'\n\r\t\u060c\u061b\u06d4\u3000\u3001\u3002\uff0c\uff1a'].map((one) => one.charCodeAt(0)),
);

const isCommon = (unit: number): boolean => (unit >= 32 && unit < 127) || COMMON.has(unit);

/**
 * How much code units look like text: those that every text has count for it, those that none has
 * (controls, private use, halves of pairs alone, no characters) against it, and much more. `high`: where
 * the upper byte of a unit stands, 0 or 1.
 */
function likenessOf(bytes: Uint8Array, high: number): number {
  let likeness = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
    if (isCommon(unit)) likeness++;
    else if (isNeverText(unit)) likeness -= 20;
  }
  return likeness;
}

const isNeverText = (unit: number): boolean =>
  unit < 32 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfff0;

function refuseControls(name: string, text: string): void {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) throw notText(name);
    if (code < 32 && (code < 9 || code > 13)) controls++;
  }
  if (controls * CONTROL_SHARE > text.length) throw notText(name);
}

function notText(name: string): AppError {
  return new AppError('not-text', say('imports.notText', { file: name }), { file: name });
}

function wrongEncoding({ name, bytes }: SourceFile, encoding: string, unknown: boolean): AppError {
  if (unknown) {
    return new AppError(
      'wrong-encoding',
      say('imports.unknownEncoding', { file: name, encoding }),
      { file: name, encoding },
    );
  }
  const offset = /^utf-?8$/i.test(encoding) ? firstInvalidUtf8(bytes) : -1;
  const given = { file: name, encoding: encoding.toUpperCase() };
  return new AppError(
    'wrong-encoding',
    offset < 0
      ? say('imports.wrongEncoding', given)
      : say('imports.wrongEncodingAt', { ...given, offset }),
    { file: name, encoding, ...(offset < 0 ? {} : { offset }) },
  );
}
