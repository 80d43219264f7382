import type { ImportedDocument, ImportResult } from '#data/api/job.ts';
import { AppError, asAppError } from '#data/errors.ts';
import type { ConvertedPart, SourceFile } from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { say } from '#data/words/say.ts';
import type { TaskRun } from '../background/task-run.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { sha256 } from '../storage/disk/hash.ts';
import type { Bringing } from './bringing.ts';
import type { Converter } from './converter.ts';
import type { FoundFile } from './find-files.ts';
import { readSource } from './read-source.ts';
import { firstOf, toldOf, TakeIn, type TakeWords } from './take-in.ts';

/**
 * What comes in: a file on the disk, or bytes that came another way. `how`: what is said of it alone;
 * `signal`: stops it alone.
 */
export type Brought = (FoundFile | { name: string; bytes: Uint8Array }) & {
  how?: Partial<Bringing>;
  signal?: AbortSignal;
};

/** What importing works with. */
export interface Importing {
  store: CaseStore;
  converter: Converter;
  /** See {@link TakeIn}. */
  words?: TakeWords;
  how: Bringing;
  signal: AbortSignal;
  /** Called when the reading of the file with this number begins; the first has number 0. */
  begun?: (nth: number) => void;
  /** Called when it is its turn to come into the case. */
  turn?: (nth: number) => void;
}

/** A file whose reading has begun. */
interface Begun {
  name: string;
  /** When it was begun, in milliseconds of the clock that only goes forward. */
  at: number;
  /** Its bytes, or why there are none. */
  source: { file: SourceFile; hash: string } | { error: unknown };
  /** Its documents; none when the bytes are in the case already. */
  documents?: TaskRun<ConvertedPart>;
  how: Bringing;
  signal: AbortSignal;
}

/**
 * Takes files into the case: their bytes, working texts and records. Several are converted side by side,
 * but they come into the case, and are told, in their order. Gives one result per document; a refusal is a
 * result, never thrown, and nothing of it is in the case but what was told before. A file whose bytes are
 * in the case already is a `duplicate`. Once the signal says so, the file in turn is told as `cancelled`.
 */
export async function* importFiles(
  files: AsyncIterable<Brought> | Iterable<Brought>,
  importing: Importing,
): AsyncGenerator<ImportResult, void, undefined> {
  const begun: Begun[] = [];
  let first = 0;
  let nth = 0;
  const finish = (next: Begun): AsyncGenerator<ImportResult, void, undefined> => {
    importing.turn?.(nth++);
    return results(next, importing);
  };
  try {
    for await (const found of files) {
      importing.begun?.(first++);
      begun.push(await begin(found, importing));
      const next = begun.length < importing.converter.ahead ? undefined : begun.shift();
      if (next) yield* finish(next);
    }
    for (let next = begun.shift(); next; next = begun.shift()) yield* finish(next);
  } finally {
    await Promise.all(begun.map(async ({ documents }) => documents?.return()));
  }
}

async function begin(brought: Brought, importing: Importing): Promise<Begun> {
  const { store, converter } = importing;
  const { name } = brought;
  const how = { ...importing.how, ...brought.how };
  const signal = anyOf(importing.signal, brought.signal);
  const begun = { name, at: performance.now(), how, signal };
  try {
    if (signal.aborted) throw cancelled();
    if ('error' in brought) throw brought.error;
    const bytes = 'bytes' in brought ? brought.bytes : await readSource(brought.path, name);
    const { encoding, passwords, recipe, ocr } = how;
    const file: SourceFile = { name, bytes };
    Object.assign(file, encoding !== undefined && { encoding }, passwords && { passwords });
    if (recipe) file.recipe = recipe;
    if (ocr) file.ocr = ocr;
    const source = { file, hash: sha256(bytes) };
    const known = firstOf(store, source.hash);
    const isNews = !known || isUnread(known, file) || converter.holdsMany(file);
    if (!isNews) return { ...begun, source };
    return { ...begun, source, documents: converter.convert(file, signal) };
  } catch (error) {
    return { ...begun, source: { error } };
  }
}

/** Whether it is in the case as pictures, whose words are to be read now. */
const isUnread = ({ reading }: CaseDocument, { ocr = [] }: SourceFile): boolean =>
  ocr.length > 0 && (reading?.withoutText ?? []).length > 0;

const anyOf = (one: AbortSignal, other: AbortSignal | undefined): AbortSignal =>
  other ? AbortSignal.any([one, other]) : one;

const cancelled = (): AppError => new AppError('cancelled', say('imports.cancelled'));

/** The results of one file. */
async function* results(
  { name, at, source, documents, how, signal }: Begun,
  { store, converter, words }: Importing,
): AsyncGenerator<ImportResult, void, undefined> {
  let told = 0;
  let since = at;
  const timed = (): number => {
    const now = performance.now();
    const ms = Math.round(now - since);
    since = now;
    return ms;
  };
  try {
    if ('error' in source) throw source.error;
    const into = new TakeIn(store, how, words);
    // The same bytes may have come in with another file meanwhile.
    const first = firstOf(store, source.hash);
    if (first && !isUnread(first, source.file) && !converter.holdsMany(source.file)) {
      await documents?.return();
      const known: ImportedDocument = toldOf(store.state, first);
      yield { file: name, result: 'duplicate', ...known, ms: timed() };
      return;
    }
    for await (const part of documents ?? []) {
      // It may have been read before anybody wished to stop.
      if (signal.aborted) throw cancelled();
      const result = await into.take(source.file, source.hash, part);
      if (result.result !== 'failed') told++;
      yield { ...result, ms: timed() };
    }
  } catch (thrown) {
    const error = halfway(asAppError(thrown), name, told).toJSON();
    yield { file: name, result: 'failed', error, ms: timed() };
  }
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
