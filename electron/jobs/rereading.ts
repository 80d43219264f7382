import type { Reread } from '#data/api/document.ts';
import type { PicturesRead } from '#data/api/ocr.ts';
import type { EncodingSample } from '#data/api/import.ts';
import { AppError } from '#data/errors.ts';
import type {
  Converted,
  ConvertedPart,
  OcrLanguage,
  SourceFile,
} from '#data/formats/import/format.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { need } from '#data/operations/edit.ts';
import { hasPictures } from '#data/queries/needs-look.ts';
import { say } from '#data/words/say.ts';
import { importRegistry } from '../convert/registry.ts';
import type { ImportJobs } from './import-jobs.ts';
import type { JobHandle } from './jobs.ts';
import type { CaseSession } from '../session/case-session.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Converter } from '../import/converter.ts';
import type { Bringing } from '../import/bringing.ts';
import { replaceText } from '../import/another-text.ts';
import type { Brought } from '../import/import-files.ts';
import { findAnchors } from '../versions/find-anchors.ts';
import type { Reanchoring } from '../versions/reanchoring.ts';
import { isNothingNew, takeVersion } from '../versions/take-version.ts';
import { readSource } from '../import/read-source.ts';
import { takeWords } from '../versions/take-words.ts';

/** What rereading works with. */
export interface RereadingParts {
  cases: Pick<CaseSession, 'current'>;
  converter: Converter;
  imports: Pick<ImportJobs, 'startWith'>;
  reanchoring: Reanchoring;
}

/** Reads originals once more, as somebody says who looked at them. */
export class Rereading {
  readonly #cases: Pick<CaseSession, 'current'>;
  readonly #converter: Converter;
  readonly #imports: Pick<ImportJobs, 'startWith'>;
  readonly #reanchoring: Reanchoring;

  constructor({ cases, converter, imports, reanchoring }: RereadingParts) {
    this.#cases = cases;
    this.#converter = converter;
    this.#imports = imports;
    this.#reanchoring = reanchoring;
  }

  /** The first lines of a document's original by encoding. Throws `unknown-id`, `damaged`. */
  async samplesOf(id: string): Promise<EncodingSample[]> {
    const { store } = this.#cases.current;
    const document = need(store.state, 'document', id);
    const now = document.reading?.encoding;
    const samples = await this.#samples(originalOf(store, document));
    return samples.map((one) => (one.encoding === now ? { ...one, isCurrent: true } : one));
  }

  /** The same for a file that is not in the case. Throws `not-found` when it is not known any more. */
  async samplesOfFile(brought: Brought | undefined): Promise<EncodingSample[]> {
    if (!brought || 'error' in brought) throw new AppError('not-found', say('imports.fileGone'));
    const { name } = brought;
    const bytes = 'bytes' in brought ? brought.bytes : await readSource(brought.path, name);
    return this.#samples({ name, bytes });
  }

  /**
   * Reads a document's original with other settings. While highlights stand on its text, what comes out is a new
   * version, to which they come along. Throws what an import refuses a file with; the document is as it was then.
   */
  async reread(id: string, settings: Partial<Bringing>, by: Bringing): Promise<Reread> {
    const { store } = this.#cases.current;
    const document = need(store.state, 'document', id);
    const file = { ...originalOf(store, document), ...settings };
    const same = [...store.state.all('document')].filter(
      ({ source }) => source.sha256 === document.source.sha256,
    );
    const { part, count } = await this.#nth(file, same.indexOf(document));
    if (!part || count !== same.length) {
      const { name, bytes } = file;
      const how = { ...by, ...settings, origin: document.source.origin };
      return { result: 'beside', job: this.#imports.startWith([{ name, bytes }], how) };
    }
    const [mark] = store.state.highlightsOf(id);
    if (!mark) {
      await replaceText(store, document, part);
      return { result: 'reread' };
    }
    const read = { part, name: file.name, bytes: file.bytes, sha256: document.source.sha256 };
    if (isNothingNew(document, read)) return { result: 'reread' };
    const { signal } = new AbortController();
    const newer = { ...part, sha256: read.sha256 };
    const how = { reanchoring: this.#reanchoring, signal };
    const found = await findAnchors(store.state, document, newer, how);
    return {
      result: 'version',
      id: await takeVersion(store, document, { version: read, found }, by),
    };
  }

  /**
   * Reads the words of a document's pictures, which become its text, or that of a new version where highlights stand
   * on the one that it has. Throws `invalid-input` when it has none, `not-found` when there are no words on them,
   * and what an import refuses a file with.
   */
  async readPictures(
    id: string,
    ocr: readonly OcrLanguage[],
    collector: string,
    { signal, progress }: Pick<JobHandle, 'signal' | 'progress'>,
  ): Promise<PicturesRead> {
    const { store } = this.#cases.current;
    const document = need(store.state, 'document', id);
    const { title } = document;
    if (!hasPictures(document))
      throw new AppError('invalid-input', say('ocr.noPictures', { title }));
    const file = { ...originalOf(store, document), ocr };
    const told = { signal, progress: inHundred(progress) };
    const { part } = await this.#nth(file, 0, told).catch((thrown: unknown) => {
      // Who cancels is told what is left of this, not of an import.
      signal.throwIfAborted();
      throw thrown;
    });
    const recognised = part?.reading.recognised;
    if (!part || !recognised) {
      const languages = ocr.map(({ code }) => code).join(', ');
      throw new AppError('not-found', say('ocr.nothingRead', { title, languages }));
    }
    signal.throwIfAborted();
    const how = { reanchoring: this.#reanchoring, signal, collector };
    const taken = await takeWords(store, document, part, how);
    return { document: taken, n: store.head.n, recognised };
  }

  async #samples(file: SourceFile): Promise<EncodingSample[]> {
    const samples: EncodingSample[] = [];
    const { signal } = new AbortController();
    for await (const one of this.#converter.samples(file, signal)) samples.push(one);
    return samples;
  }

  /** The document with this number of those that a file gives by itself, and how many there are. */
  async #nth(
    file: SourceFile,
    nth: number,
    { signal, progress }: Partial<Pick<JobHandle, 'signal' | 'progress'>> = {},
  ): Promise<{ part?: Converted; count: number }> {
    let found: ConvertedPart | undefined;
    let count = 0;
    const stop = signal ?? new AbortController().signal;
    for await (const one of this.#converter.convert(file, stop, progress)) {
      if ('bytes' in one && one.bytes) continue;
      if (count++ === nth) found = one;
    }
    if (found && 'error' in found) {
      const { code, message, details } = found.error;
      throw new AppError(code, message, details);
    }
    return { ...(found && { part: found }), count };
  }
}

/** Tells progress in parts of a hundred, each once. More may turn out to be to do: it never goes back. */
function inHundred(tell: JobHandle['progress']): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = Math.floor((100 * done) / total);
    if (now <= last) return;
    last = now;
    tell(now, 100);
  };
}

/** The original of a document as the file that it was, by a name that tells its kind. */
function originalOf(store: CaseStore, { source, reading }: CaseDocument): SourceFile {
  const bytes = store.blobs.source(source.sha256);
  const given = source.origin.slice(source.origin.lastIndexOf('/') + 1) || source.origin;
  const isKnown = importRegistry
    .formatOf({ name: given, bytes })
    .mediaTypes.includes(source.mediaType);
  const ending = importRegistry.endingOf(source.mediaType);
  const name = isKnown || ending === undefined ? given : `${given}.${ending}`;
  const { recipe } = reading ?? {};
  return { name, bytes, ...(recipe && { recipe }) };
}
