import { AppError } from '#data/errors.ts';
import type { Change } from '#data/model/records.ts';
import type { FoundKin } from '#data/queries/kin-in.ts';
import { say } from '#data/words/say.ts';
import { TaskPool } from '../background/task-pool.ts';
import type { Failure } from '../background/task-run.ts';
import type { Limits } from '../background/watch.ts';
import type { Launch } from '../background/wire.ts';
import type { Send } from '../ipc/ipc.ts';
import type { CaseStore } from '../storage/case-store.ts';

/** Milliseconds of quiet before a search: after opening, so that the words are there first, and after changes. */
const FIRST = 3_000;
const QUIET = 1_500;

/** Between reading and the answer all texts are compared, without a word about how far that is. */
const limits: Limits = { silence: 5 * 60_000, time: 60 * 60_000, memory: 3 * 1024 ** 3 };

/** What a search works with. */
export interface KinSearchParts {
  launch: Launch;
  send: Send;
  session: () => string | undefined;
  onTrouble: (error: unknown) => void;
  /** Milliseconds of quiet, other than usual: for tests. */
  quiet?: { first: number; later: number };
}

/** The case that is searched, until it closes. */
interface Searched {
  store: CaseStore;
  path: string;
  stop: AbortController;
  unfollow: () => void;
}

/**
 * Looks for copies, versions, excerpts and origins in the open case, in a process of its own that reads the
 * case from the disk: after opening, and anew when documents change. What it finds lies in memory only. A
 * search that fails keeps nobody from working: it is noted, and tried again at the next change.
 */
export class KinSearch {
  readonly #parts: KinSearchParts;
  readonly #pool: TaskPool;
  readonly #quiet: { first: number; later: number };
  #searched: Searched | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** The search that goes on, and whether something changed meanwhile. */
  #running: Promise<void> | undefined;
  #isStale = false;
  found: FoundKin = { pairs: [], origins: [] };

  constructor(parts: KinSearchParts) {
    this.#parts = parts;
    this.#pool = new TaskPool(parts.launch, 1);
    this.#quiet = parts.quiet ?? { first: FIRST, later: QUIET };
  }

  /** A case was opened. */
  opened(store: CaseStore, path: string): void {
    const unfollow = store.onCommit(({ changes }) => {
      if (changes.some(isOfInterest)) this.#soon(this.#quiet.later);
    });
    this.#searched = { store, path, stop: new AbortController(), unfollow };
    if (store.state.size('document') > 0) this.#soon(this.#quiet.first);
  }

  /** The case is about to close. */
  async closed(): Promise<void> {
    clearTimeout(this.#timer);
    const searched = this.#searched;
    this.#searched = undefined;
    this.found = { pairs: [], origins: [] };
    searched?.unfollow();
    searched?.stop.abort();
    this.#pool.stop();
    await this.#running;
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), milliseconds).unref();
  }

  #begin(): void {
    this.#isStale = this.#running !== undefined;
    const searched = this.#searched;
    if (!searched || this.#running) return;
    this.#running = this.#search(searched)
      .catch((error: unknown) => {
        if (this.#searched === searched) this.#parts.onTrouble(error);
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#isStale) this.#begin();
      });
  }

  async #search({ store, path, stop }: Searched): Promise<void> {
    await store.derived.ready;
    const { vault } = store.vault;
    const input = { folder: path, ...(vault && { vault }) };
    const { signal } = stop;
    for await (const found of this.#pool.run('kin', input, { limits, signal, failure })) {
      const session = this.#parts.session();
      if (this.#searched?.store !== store || session === undefined) return;
      this.found = found;
      this.#parts.send('kin', { session, found });
    }
  }
}

/**
 * Whether something may be found after a change that was not before. An answer takes questions away, which the
 * window does by itself; one that is taken back brings them back.
 */
function isOfInterest({ kind, before, after }: Change): boolean {
  if (kind === 'documentLink' || kind === 'origin') return before !== null;
  if (kind === 'region') return true;
  if (kind !== 'document' || !before || !after) return kind === 'document';
  return tellingOf(before) !== tellingOf(after);
}

/** What of a document is looked at. */
function tellingOf({ text, title, publisher, url, published, proposals }: DocumentRecord): string {
  return JSON.stringify([text.blob, title, publisher, url, published, proposals]);
}
type DocumentRecord = NonNullable<Extract<Change, { kind: 'document' }>['after']>;

/** What is said when a search does not get to its end, by the reason. */
const failures = {
  silence: 'kinship.searchSilence',
  time: 'kinship.searchTime',
  memory: 'kinship.searchMemory',
  death: 'kinship.searchDeath',
} as const;

function failure(why: Failure): AppError {
  if (why === 'cancelled') return new AppError('cancelled', say('jobs.cancelled'));
  return new AppError('export-failed', say(failures[why]), { reason: why });
}
