import { realpath } from 'node:fs/promises';
import type { CaseSnapshot } from '#data/api.ts';
import { AppError, asAppError } from '#data/errors.ts';
import { changeOf, snapshotOf } from './case-messages.ts';
import type { Send } from './ipc.ts';
import { CaseStore, type CreateOptions } from './storage/case-store.ts';
import type { View, ViewFiles } from './view-files.ts';

/** The case on the desk. `path` is its real folder. */
export interface OpenCase {
  readonly store: CaseStore;
  readonly path: string;
}

/** What the desk works with. */
export interface CaseDeskParts {
  readonly views: ViewFiles;
  readonly send: Send;
  /** Who signs changes of a case that is opened now. */
  author(): string;
  /** Sees to it that a case that is about to be opened is there. */
  prepare(path: string): Promise<void>;
  /** A case was opened, or has a new title. */
  onCase(path: string, title: string): Promise<void>;
  /** No case is open any more. */
  onNoCase(): void;
  /** Ends what works on the open case, before it closes. */
  beforeClose(): Promise<void>;
}

/**
 * The desk has room for one case: opening another closes the first. Opening, making and closing
 * take turns, so two of them never meet half-way.
 */
export class CaseDesk {
  readonly #parts: CaseDeskParts;
  #open: OpenCase | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #savingView: Promise<void> = Promise.resolve();
  /** Why the case of the start could not be opened; told once, to the first who asks for it. */
  #startFailure: AppError | undefined;

  constructor(parts: CaseDeskParts) {
    this.#parts = parts;
  }

  /** The open case. Throws `no-case-open`. */
  get current(): OpenCase {
    if (this.#open) return this.#open;
    throw new AppError('no-case-open', 'No case is open. Open or create one first.');
  }

  /** Opens a case that the page has not asked for; a failure is told by {@link shown}. */
  start(path: string): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#openPath(path);
      } catch (error) {
        this.#startFailure = asAppError(error);
      }
    });
  }

  /** The case that is open once all opening and closing is done; null when there is none. */
  shown(): Promise<CaseSnapshot | null> {
    return this.#inTurn(async () => {
      const failure = this.#startFailure;
      this.#startFailure = undefined;
      if (failure) throw failure;
      return this.#open ? this.#snapshot(this.#open) : null;
    });
  }

  /** Opens a case instead of the one that is open. When it cannot be opened, that one stays. */
  open(path: string): Promise<CaseSnapshot> {
    return this.#inTurn(() => this.#openPath(path));
  }

  /** Makes a case in a new folder and opens it. */
  create(path: string, about: Omit<CreateOptions, 'author'>): Promise<CaseSnapshot> {
    return this.#inTurn(async () => {
      const store = await CaseStore.create(path, { ...about, author: this.#parts.author() });
      return this.#take({ store, path: await realpath(path) });
    });
  }

  /** Closes the case: waits for what is being saved and writes the snapshots. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  /** Keeps what the window shows of the open case. */
  saveView(view: View): Promise<void> {
    const { uid } = headerOf(this.current.store);
    const saving = this.#parts.views.write(uid, view);
    this.#savingView = saving.catch(() => undefined);
    return saving;
  }

  async #openPath(given: string): Promise<CaseSnapshot> {
    await this.#parts.prepare(given);
    const path = await realpath(given).catch(() => given);
    // Its lock would keep us from opening the same case twice.
    if (this.#open?.path === path) await this.#close();
    return this.#take({ store: await openStore(path, this.#parts.author()), path });
  }

  /** Puts an opened case in the place of the one before, and tells the window what becomes of it. */
  async #take(next: OpenCase): Promise<CaseSnapshot> {
    await this.#close();
    this.#open = next;
    const { store, path } = next;
    store.onCommit((committed) => {
      this.#parts.send('change', changeOf(store, committed));
      if (committed.changes.some(({ kind }) => kind === 'case')) void this.#tellTitle(next);
    });
    store.onStatus((status) => this.#parts.send('store', status));
    await this.#parts.onCase(path, headerOf(store).title);
    return this.#snapshot(next);
  }

  async #close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    await this.#parts.beforeClose();
    await this.#savingView;
    this.#open = undefined;
    this.#parts.onNoCase();
    await open.store.close();
  }

  async #snapshot({ store }: OpenCase): Promise<CaseSnapshot> {
    return snapshotOf(store, await this.#parts.views.read(headerOf(store).uid));
  }

  #tellTitle({ store, path }: OpenCase): Promise<void> {
    return this.#parts.onCase(path, headerOf(store).title);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** A case that another process edits, or that a newer version wrote, opens for reading. */
async function openStore(path: string, author: string): Promise<CaseStore> {
  try {
    return await CaseStore.open(path, { author });
  } catch (error) {
    const readable =
      error instanceof AppError && (error.code === 'case-locked' || error.code === 'newer-format');
    if (!readable) throw error;
    return CaseStore.open(path, { author, readOnly: true });
  }
}

function headerOf(store: CaseStore): { uid: string; title: string } {
  const header = store.state.get('case', 'case');
  if (header) return header;
  throw new AppError('damaged', 'The case has lost its header. Restore a backup.');
}
