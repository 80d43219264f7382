import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportResult } from '#data/api.ts';
import { AppError, asAppError } from '#data/errors.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { convertFile, needSize } from '#data/formats/import/registry.ts';
import { asLine } from '#data/formats/import/titles.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { CaseStore } from './storage/case-store.ts';
import { sha256 } from './storage/hash.ts';
import { storageError } from './storage/storage-error.ts';

/** A file on its way into a case. */
export interface IncomingFile extends SourceFile {
  /** How it came: “file dialog”, “command line” ... */
  method: string;
  /** Who brought it. */
  collector: string;
}

/** Turns bytes into text: in this process, or in one that a hostile file may kill. */
export type Convert = (file: SourceFile) => Converted | Promise<Converted>;

/** A file found in what was asked to be imported, or why there is none. `name` is without folders. */
export type FoundFile = { name: string; path: string } | { name: string; error: AppError };

/**
 * Takes one file into the case: its bytes, its working text, its record. Never throws: a refusal is
 * the result. A file whose bytes are in the case already is a `duplicate`.
 */
export async function importBytes(
  store: CaseStore,
  file: IncomingFile,
  convert: Convert = convertFile,
): Promise<ImportResult> {
  const { name, bytes, encoding } = file;
  try {
    const known = findDocument(store, sha256(bytes));
    if (known) return { file: name, result: 'duplicate', id: known.id, title: known.title };
    const source = { name, bytes, ...(encoding === undefined ? {} : { encoding }) };
    const converted = await convert(source);
    const id = await addDocument(store, file, converted);
    return { file: name, result: 'imported', id, title: converted.title };
  } catch (thrown) {
    return { file: name, result: 'failed', error: asAppError(thrown).toJSON() };
  }
}

/** As {@link importBytes}, for a file that is still to be read, or could not be found. */
export async function importFound(
  store: CaseStore,
  found: FoundFile,
  how: Omit<IncomingFile, 'name' | 'bytes'>,
  convert: Convert = convertFile,
): Promise<ImportResult> {
  try {
    if ('error' in found) throw found.error;
    const bytes = await readSource(found.path, found.name);
    return await importBytes(store, { ...how, name: found.name, bytes }, convert);
  } catch (thrown) {
    return { file: found.name, result: 'failed', error: asAppError(thrown).toJSON() };
  }
}

/**
 * The files behind some paths: a file is itself, a folder all files in and below it, sorted by name.
 * What is hidden (a leading dot) in a folder is left out; links to folders are followed once.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<FoundFile> {
  const seen = new Set<string>();
  for (const path of paths) yield* filesAt(path, seen);
}

async function* filesAt(path: string, seen: Set<string>): AsyncGenerator<FoundFile> {
  const name = basename(path);
  let entries: Dirent[];
  try {
    const about = await stat(path);
    if (about.isFile()) {
      yield { name, path };
      return;
    }
    if (!about.isDirectory()) throw notAFile(name);
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    entries = await readdir(path, { withFileTypes: true });
  } catch (thrown) {
    yield { name, error: storageError(thrown, 'read what is to be imported', path) };
    return;
  }
  const names = entries.map((entry) => entry.name).filter((one) => !one.startsWith('.'));
  for (const one of names.sort()) yield* filesAt(join(path, one), seen);
}

/** Bytes of a file. Throws `too-large` before reading, `not-found`, `no-permission`. */
export async function readSource(path: string, name: string): Promise<Uint8Array> {
  try {
    needSize(name, (await stat(path)).size);
    return await readFile(path);
  } catch (thrown) {
    throw storageError(thrown, 'read the file', path);
  }
}

function notAFile(name: string): AppError {
  return new AppError(
    'unsupported-format',
    `“${name}” is neither a file nor a folder. Nothing was imported.`,
    { file: name },
  );
}

function findDocument(store: CaseStore, hash: string): CaseDocument | undefined {
  for (const document of store.state.all('document')) {
    if (document.source.sha256 === hash) return document;
  }
  return undefined;
}

async function addDocument(
  store: CaseStore,
  { name, bytes, method, collector }: IncomingFile,
  { title, text, blocks, mediaType, language, meta }: Converted,
): Promise<string> {
  const original = await store.putSource(bytes);
  const words = await store.putText({ text, blocks });
  const input = {
    title,
    ...meta,
    ...(language === undefined ? {} : { language }),
    source: {
      ...original,
      mediaType,
      origin: asLine(name) || 'unnamed',
      collectedAt: new Date().toISOString(),
      collector,
      method,
    },
    text: words,
  };
  return (await store.perform({ op: 'document.add', input })).id;
}
