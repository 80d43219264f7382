import { AppError } from '../../errors.ts';
import { say } from '../../words/say.ts';

/** First bytes, as Latin-1 text, of kinds that people try and that no format reads. */
const REFUSED: readonly [kind: string, ...starts: string[]][] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\x03\x04', 'PK\x05\x06'],
  ['office', '\xd0\xcf\x11\xe0'],
  ['picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*'],
  ['compressed', '\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!'],
  ['program', '\x7fELF', 'MZ\x90'],
  ['rtf', '{\\rtf'],
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
    say('imports.unsupported', { file: name, what: known[0] }),
    { file: name },
  );
}

function packedCase(name: string): AppError {
  return new AppError('unsupported-format', say('imports.packedCase', { file: name }), {
    file: name,
  });
}
