import { AppError } from '#data/errors.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';
import { sha256 } from '../storage/disk/hash.ts';
import type { Converter } from '../import/converter.ts';

/** A file as the next version of a document. */
export interface ReadVersion {
  part: Converted;
  /** Name of the file, and of the part within it. */
  name: string;
  /** The original bytes of this document. */
  bytes: Uint8Array;
  sha256: string;
}

/**
 * Reads a file that is to be the next version of a document. Of several documents in it the one that is called as
 * that one was in its file, or that has its title. Throws what reading refuses, and `unsupported-format` when
 * none fits.
 */
export async function readVersion(
  converter: Converter,
  document: CaseDocument,
  file: SourceFile,
  signal: AbortSignal,
): Promise<ReadVersion> {
  const found: ReadVersion[] = [];
  let refusal: AppError | undefined;
  for await (const part of converter.convert(file, signal)) {
    const name = part.part === undefined ? file.name : `${file.name}/${part.part}`;
    if ('error' in part) {
      refusal ??= new AppError(part.error.code, part.error.message, part.error.details);
      continue;
    }
    const bytes = part.bytes ?? file.bytes;
    found.push({ part, name, bytes, sha256: sha256(bytes) });
  }
  if (found.length === 0) throw refusal ?? noneIn(file.name);
  const fitting = fittingOf(found, document);
  if (fitting) return fitting;
  const args = { file: file.name, count: found.length, title: document.title };
  throw new AppError('unsupported-format', say('versions.severalInFile', args), args);
}

function fittingOf(found: readonly ReadVersion[], document: CaseDocument): ReadVersion | undefined {
  if (found.length === 1) return found[0];
  const wanted = innerName(document.source.origin);
  return (
    only(found.filter(({ name }) => innerName(name) === wanted)) ??
    only(found.filter(({ part }) => part.title === document.title))
  );
}

const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined);

/** What a document is called within its file; empty for a file that is one document. */
function innerName(origin: string): string {
  const at = origin.indexOf('/');
  return at < 0 || /^[a-z]+:/i.test(origin) ? '' : origin.slice(at + 1);
}

function noneIn(file: string): AppError {
  return new AppError('unsupported-format', say('versions.noneInFile', { file }), { file });
}
