import { AppError } from '../../errors.ts';
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
  if (typeof text !== 'string') throw wrongEncoding(file, encoding, text === null);
  refuseControls(file.name, text);
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

/** The refusal of a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError(
    'empty-file',
    `“${name}” holds no text. Nothing was imported; check that the file was saved completely.`,
    { file: name },
  );
}

function refuseBinary({ name, bytes }: SourceFile): void {
  if (!bytes.includes(0)) return;
  if (looksLikeUtf16(bytes)) {
    throw new AppError(
      'wrong-encoding',
      `“${name}” looks like UTF-16 without a byte order mark. Nothing was imported; save it as ` +
        'UTF-8, or name its encoding (utf-16le or utf-16be).',
      { file: name, offset: bytes.indexOf(0), encoding: 'utf-16' },
    );
  }
  throw notText(name);
}

/** Western text in UTF-16 has its NULs in every second place, all odd or all even. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return Math.min(even, odd) === 0 && Math.max(even, odd) > sample.length * 0.3;
}

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
  return new AppError(
    'not-text',
    `“${name}” is not a text: it holds binary data behind a text name. Nothing was imported; ` +
      'export it as text from the program that made it.',
    { file: name },
  );
}

function wrongEncoding({ name, bytes }: SourceFile, encoding: string, unknown: boolean): AppError {
  if (unknown) {
    return new AppError(
      'wrong-encoding',
      `“${name}” is said to be in “${encoding}”, an encoding this program does not know. ` +
        'Nothing was imported; save the file as UTF-8.',
      { file: name, encoding },
    );
  }
  const offset = /^utf-?8$/i.test(encoding) ? firstInvalidUtf8(bytes) : -1;
  const where = offset < 0 ? '' : ` (first bad byte at ${offset})`;
  return new AppError(
    'wrong-encoding',
    `“${name}” is not valid ${encoding.toUpperCase()}${where}. Nothing was imported; save the ` +
      'file as UTF-8, or import it with its encoding named, such as windows-1252.',
    { file: name, encoding, ...(offset < 0 ? {} : { offset }) },
  );
}
