import type { ImportResult } from '#data/api.ts';
import { asAppError } from '#data/errors.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { asLine } from '#data/formats/import/titles.ts';
import type { CaseDocument } from '#data/model/document.ts';
import type { FoundFile } from './find-files.ts';
import { readSource } from './read-source.ts';
import type { CaseStore } from './storage/case-store.ts';
import { sha256 } from './storage/hash.ts';

/** A file on its way into a case. */
export interface IncomingFile extends SourceFile {
  /** How it came: “file dialog”, “command line” ... */
  method: string;
  /** Who brought it. */
  collector: string;
}

/** Turns bytes into text, in a process that a hostile file may kill. */
export type Convert = (file: SourceFile) => Promise<Converted>;

/**
 * Takes one file into the case: its bytes, its working text, its record. Never throws: a refusal is
 * the result. A file whose bytes are in the case already is a `duplicate`.
 */
export async function importBytes(
  store: CaseStore,
  file: IncomingFile,
  convert: Convert,
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
  convert: Convert,
): Promise<ImportResult> {
  try {
    if ('error' in found) throw found.error;
    const bytes = await readSource(found.path, found.name);
    return await importBytes(store, { ...how, name: found.name, bytes }, convert);
  } catch (thrown) {
    return { file: found.name, result: 'failed', error: asAppError(thrown).toJSON() };
  }
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
  { title, text, blocks, regions, mediaType, language, meta }: Converted,
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
    regions,
  };
  return (await store.perform({ op: 'document.add', input })).id;
}
