import type { ImportResult } from '#data/api/job.ts';
import { AppError, asAppError } from '#data/errors.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import { asLine } from '#data/formats/import/titles.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';
import type { TaskRun } from '../background/task-run.ts';
import type { Converter } from './converter.ts';
import type { FoundFile } from './find-files.ts';
import { readSource } from './read-source.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { sha256 } from '../storage/disk/hash.ts';

/** How files came into the program, for the chain of custody. */
export interface Bringing {
  /** “file dialog”, “command line” ... */
  method: string;
  /** Who brought them. */
  collector: string;
  /** Encoding that the analyst declared, if any. */
  encoding?: string;
}

/** What importing works with. */
export interface Importing {
  store: CaseStore;
  converter: Converter;
  how: Bringing;
  signal: AbortSignal;
  /** Called when it is the turn of the file with this number and name; the first has number 0. */
  turn?: (nth: number, name: string) => void;
}

/** A file whose reading has begun. */
interface Begun {
  name: string;
  /** Its bytes, or why there are none. */
  source: { file: SourceFile; hash: string } | { error: unknown };
  /** Its documents; none when the bytes are in the case already. */
  documents?: TaskRun<Converted>;
}

/**
 * Takes files into the case: their bytes, working texts and records. Several are converted side by side,
 * but they come into the case, and are told, in their order. Gives one result per document; a refusal is a
 * result, never thrown, and nothing of it is in the case but what was told before. A file whose bytes are
 * in the case already is a `duplicate`. Once the signal says so, the file in turn is told as `cancelled`.
 */
export async function* importFiles(
  files: AsyncIterable<FoundFile> | Iterable<FoundFile>,
  importing: Importing,
): AsyncGenerator<ImportResult, void, undefined> {
  const begun: Begun[] = [];
  let nth = 0;
  const finish = (next: Begun): AsyncGenerator<ImportResult, void, undefined> => {
    importing.turn?.(nth++, next.name);
    return results(next, importing);
  };
  try {
    for await (const found of files) {
      begun.push(await begin(found, importing));
      const next = begun.length < importing.converter.ahead ? undefined : begun.shift();
      if (next) yield* finish(next);
    }
    for (let next = begun.shift(); next; next = begun.shift()) yield* finish(next);
  } finally {
    await Promise.all(begun.map(async ({ documents }) => documents?.return()));
  }
}

async function begin(
  found: FoundFile,
  { store, converter, how, signal }: Importing,
): Promise<Begun> {
  const { name } = found;
  try {
    if ('error' in found) throw found.error;
    const bytes = await readSource(found.path, name);
    const { encoding } = how;
    const file = { name, bytes, ...(encoding === undefined ? {} : { encoding }) };
    const source = { file, hash: sha256(bytes) };
    if (isTakenIn(file, documentsFrom(store, source.hash), converter)) return { name, source };
    return { name, source, documents: converter.convert(file, signal) };
  } catch (error) {
    return { name, source: { error } };
  }
}

/** The results of one file. */
async function* results(
  { name, source, documents }: Begun,
  importing: Importing,
): AsyncGenerator<ImportResult, void, undefined> {
  let told = 0;
  try {
    if ('error' in source) throw source.error;
    // The same bytes may have come in with another file meanwhile.
    const known = documentsFrom(importing.store, source.hash);
    const [first] = known;
    if (first && isTakenIn(source.file, known, importing.converter)) {
      await documents?.return();
      yield { file: name, result: 'duplicate', id: first.id, title: first.title };
      return;
    }
    for await (const converted of documents ?? []) {
      // It may have been read before anybody wished to stop.
      if (importing.signal.aborted) throw new AppError('cancelled', say('imports.cancelled'));
      yield await takeIn(source.file, converted, known, importing);
      told++;
    }
  } catch (thrown) {
    const error = asAppError(thrown);
    yield { file: name, result: 'failed', error: halfway(error, name, told).toJSON() };
  }
}

/** One document into the case, unless an import of the same file that did not get to its end has it. */
async function takeIn(
  file: SourceFile,
  converted: Converted,
  known: readonly CaseDocument[],
  { store, how }: Importing,
): Promise<ImportResult> {
  const { part, title } = converted;
  const name = part === undefined ? file.name : `${file.name} › ${part}`;
  const words = known.length === 0 ? '' : sha256(converted.text);
  const same = known.find(({ text }) => text.sha256 === words);
  if (same) return { file: name, result: 'duplicate', id: same.id, title: same.title };
  const id = await addDocument(store, { ...file, name }, converted, how);
  return { file: name, result: 'imported', id, title };
}

/** Whether nothing of a file can be left to import: one with several documents is looked through again. */
function isTakenIn(
  file: SourceFile,
  known: readonly CaseDocument[],
  converter: Converter,
): boolean {
  return known.length > 0 && !converter.holdsMany(file);
}

/** Documents of the case that come from these bytes. */
function documentsFrom(store: CaseStore, hash: string): CaseDocument[] {
  const found: CaseDocument[] = [];
  for (const document of store.state.all('document')) {
    if (document.source.sha256 === hash) found.push(document);
  }
  return found;
}

async function addDocument(
  store: CaseStore,
  { name, bytes }: SourceFile,
  { title, text, blocks, marks, pages, cues, regions, mediaType, language, meta }: Converted,
  { method, collector }: Bringing,
): Promise<string> {
  const original = await store.blobs.putSource(bytes);
  const words = await store.blobs.putText({
    text,
    blocks,
    ...(marks && { marks }),
    ...(pages && { pages }),
    ...(cues && { cues }),
  });
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

/** The error of a file of which some documents are in the case already. */
function halfway(error: AppError, name: string, told: number): AppError {
  if (told === 0) return error;
  const rest = error.message.replace(say('imports.nothing'), say('imports.nothingMore'));
  const details = { ...error.details, imported: told };
  return new AppError(
    error.code,
    say('imports.halfway', { file: name, count: told, rest }),
    details,
  );
}
