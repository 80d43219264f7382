import { AppError } from '../../errors.ts';
import { unfoldBlocks } from '../../text/fold-blocks.ts';
import { emptyFile } from './decode.ts';
import type { Converted, ImportFormat, SourceFile } from './format.ts';
import { latin1 } from './html-charset.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';

/** Every format that can be imported. The last one takes what is text and belongs to no other. */
export const importFormats: readonly ImportFormat[] = [html, markdown, plainText];

/** File name endings that can be imported, for dialogs; without dots. */
export const importExtensions: readonly string[] = importFormats.flatMap((one) => one.extensions);

/** Largest file that any format takes, in bytes: bigger ones need not be read at all. */
export const LARGEST_FILE = Math.max(...importFormats.map(({ limit }) => limit));

/** First bytes, as Latin-1 text, of formats that people try and that are no text. */
const SIGNATURES: readonly [label: string, ...starts: string[]][] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or an office document', 'PK\x03\x04', 'PK\x05\x06'],
  ['an old office document', '\xd0\xcf\x11\xe0'],
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*'],
  ['a compressed file', '\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!'],
  ['a program', '\x7fELF', 'MZ\x90'],
  ['an RTF document', '{\\rtf'],
];

/**
 * Turns a file into a working text. Pure: the same bytes and name give the same result. Throws
 * `empty-file`, `too-large`, `not-text`, `wrong-encoding` or `unsupported-format`.
 */
export function convertFile(file: SourceFile): Converted {
  if (file.bytes.length === 0) throw emptyFile(file.name);
  needSize(file.name, file.bytes.length, LARGEST_FILE);
  const start = latin1(file.bytes.subarray(0, 1024));
  const format = formatOf(file.name, start);
  refuseKnown(file.name, start);
  needSize(file.name, file.bytes.length, format.limit);
  const { blocks: shown, ...rest } = format.convert(file);
  const { blocks, folded } = unfoldBlocks(shown);
  const regions = folded.map((span) => ({ ...span, kind: 'boilerplate' as const }));
  return { ...rest, blocks, regions, mediaType: format.mediaTypes[0] };
}

/** Throws `too-large` when a file of `size` bytes is beyond what is taken. */
export function needSize(name: string, size: number, limit = LARGEST_FILE): void {
  if (size <= limit) return;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  throw new AppError(
    'too-large',
    `“${name}” has ${megabytes(size)} MB; at most ${megabytes(limit)} MB of this format can be ` +
      'imported. Nothing was imported; split the file.',
    { file: name, size, limit },
  );
}

/** The ending of the name decides, then the content; what is left is read as plain text. */
function formatOf(name: string, start: string): ImportFormat {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  return (
    importFormats.find((one) => one.extensions.includes(ending)) ??
    importFormats.find((one) => one.sniff?.(start)) ??
    plainText
  );
}

/** A file of another kind is `unsupported-format`, or `not-text` when its name claims to be text. */
function refuseKnown(name: string, start: string): void {
  const known = SIGNATURES.find(([, ...starts]) => starts.some((one) => start.startsWith(one)));
  if (!known) return;
  if (/\.wakhan$/i.test(name)) throw packedCase(name);
  const named = importExtensions.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  throw new AppError(
    named ? 'not-text' : 'unsupported-format',
    `“${name}” is ${known[0]}, which cannot be imported yet. Nothing was imported; save its text ` +
      'as plain text, Markdown or HTML and import that.',
    { file: name },
  );
}

function packedCase(name: string): AppError {
  return new AppError(
    'unsupported-format',
    `“${name}” is a case in one file, not a document. Nothing of it was imported; unpack it and open it.`,
    { file: name },
  );
}
