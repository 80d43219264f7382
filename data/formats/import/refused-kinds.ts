import { AppError } from '../../errors.ts';

/** First bytes, as Latin-1 text, of kinds that people try and that no format reads. */
const REFUSED: readonly [label: string, ...starts: string[]][] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or an office document', 'PK\x03\x04', 'PK\x05\x06'],
  ['an old office document', '\xd0\xcf\x11\xe0'],
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*'],
  ['a compressed file', '\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!'],
  ['a program', '\x7fELF', 'MZ\x90'],
  ['an RTF document', '{\\rtf'],
];

/**
 * Refuses a file of a kind that no format reads, by its first bytes: as `unsupported-format`, or as
 * `not-text` when its name has one of the `extensions` of those that are read.
 */
export function refuseKnownKind(name: string, start: string, extensions: readonly string[]): void {
  const known = REFUSED.find(([, ...starts]) => starts.some((one) => start.startsWith(one)));
  if (!known) return;
  if (/\.wakhan$/i.test(name)) throw packedCase(name);
  const named = extensions.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
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
