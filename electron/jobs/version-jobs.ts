import { basename } from 'node:path';
import type { MadeVersion } from '#data/api/version.ts';
import type { CaseDocument } from '#data/model/document.ts';
import { need } from '#data/operations/edit.ts';
import type { AnchorCounts } from '#data/queries/waiting-highlights.ts';
import { say } from '#data/words/say.ts';
import type { Bringing } from '../import/bringing.ts';
import type { Converter } from '../import/converter.ts';
import { readSource } from '../import/read-source.ts';
import type { CaseSession } from '../session/case-session.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { findAnchors, stillTrue, type FoundAnchors } from '../versions/find-anchors.ts';
import { readVersion } from '../versions/read-version.ts';
import type { Reanchoring } from '../versions/reanchoring.ts';
import { isNothingNew, takeVersion } from '../versions/take-version.ts';
import type { Jobs } from './jobs.ts';

/** What version jobs work with. */
export interface VersionParts {
  cases: Pick<CaseSession, 'current'>;
  jobs: Jobs;
  converter: Converter;
  reanchoring: Reanchoring;
}

/** Makes new versions of documents of the open case, one job each. */
export class VersionJobs {
  readonly #parts: VersionParts;

  constructor(parts: VersionParts) {
    this.#parts = parts;
  }

  /** Makes a file the next version of a document. Throws what reading it refuses, `cancelled`. */
  import(id: string, path: string, how: Bringing): Promise<MadeVersion> {
    const { converter } = this.#parts;
    return this.#run(id, async (store, document, signal) => {
      const name = basename(path);
      const file = { name, bytes: await readSource(path, name) };
      const read = await readVersion(converter, document, file, signal);
      const found = await this.#find(
        store,
        document,
        { ...read.part, sha256: read.sha256 },
        signal,
      );
      const counts = countsOf(found);
      if (isNothingNew(document, read)) return { id, counts, isNew: false, n: store.head.n };
      signal.throwIfAborted();
      const version = await takeVersion(store, document, { version: read, found }, how);
      return { id: version, counts, isNew: true, n: store.head.n };
    });
  }

  /** Takes highlights along to a newer version that is in the case. Throws as the operation does, `cancelled`. */
  reanchor(from: string, to: string): Promise<MadeVersion> {
    return this.#run(from, async (store, document, signal) => {
      const newer = need(store.state, 'document', to);
      const working = store.state.text(to);
      const text = { ...working, sha256: newer.source.sha256 };
      const found = await this.#find(store, document, text, signal);
      signal.throwIfAborted();
      const anchors = stillTrue(store.state, found);
      await store.perform({ op: 'document.reanchor', input: { id: from, to, anchors } });
      return { id: to, counts: countsOf(found), isNew: true, n: store.head.n };
    });
  }

  #run<T>(
    id: string,
    work: (store: CaseStore, document: CaseDocument, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { store } = this.#parts.cases.current;
    const document = need(store.state, 'document', id);
    const label = say('jobs.version', { title: document.title });
    return this.#parts.jobs.run('version', label, ({ signal }) => work(store, document, signal));
  }

  #find(
    store: CaseStore,
    document: CaseDocument,
    newer: Parameters<typeof findAnchors>[2],
    signal: AbortSignal,
  ): Promise<FoundAnchors> {
    const { reanchoring } = this.#parts;
    return findAnchors(store.state, document, newer, { reanchoring, signal });
  }
}

function countsOf({ anchors }: FoundAnchors): AnchorCounts {
  const counts: AnchorCounts = { exact: 0, moved: 0, uncertain: 0, lost: 0 };
  for (const { state } of anchors) counts[state]++;
  return counts;
}
