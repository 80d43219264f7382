import type { HistoryEntry, HistoryState, StoreState } from '#data/api.ts';
import { AppError } from '#data/errors.ts';
import type { CaseDocument, WorkingTextRef } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { residentKinds } from '#data/model/records.ts';
import type { Request } from '#data/operations/engine.ts';
import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import { say } from '#data/words/say.ts';
import { writeArchive } from './archive/write-archive.ts';
import { assembleCase, type Assembly } from './open/assemble-case.ts';
import { buildFolder } from './files/build-folder.ts';
import type { ByteFilter } from './snapshots/byte-filter.ts';
import type { CaseParts } from './snapshots/case-parts.ts';
import { DerivedStores } from './derived/derived-stores.ts';
import { Committer, type Committed } from './journal/committer.ts';
import { copyCase } from './files/copy-case.ts';
import type { Counts } from './snapshots/counts.ts';
import type { HighlightCache } from './highlights/highlight-cache.ts';
import { createCase } from './open/create-case.ts';
import { DraftsFile } from './snapshots/drafts-file.ts';
import { Expectation } from './verify/expectation.ts';
import { HistoryReader } from './journal/history-reader.ts';
import type { Journal } from './journal/journal.ts';
import { JournalLines } from './journal/journal-lines.ts';
import { Listeners } from './disk/listeners.ts';
import { liveHolder, lockedBy, type Lock } from './lock/lock.ts';
import { CheckpointScheduler } from './checkpoint/checkpoint-scheduler.ts';
import { IdleTasks } from './disk/idle-tasks.ts';
import { StatusBoard } from './status-board.ts';
import { storageError } from './disk/storage-error.ts';
import type { CreateOptions, OpenOptions } from './store-options.ts';
import type { CasePlace, StoreWork } from './store-work.ts';
import { systemPorts } from './journal/system-ports.ts';
import { VaultKeeper } from './vault/vault-keeper.ts';
import { verifyCase } from './verify/verify.ts';
import type { TimeSlice } from './disk/time-slice.ts';
import type { WorkOptions } from './disk/work-options.ts';

export type { Committed } from './journal/committer.ts';
export type { CreateOptions, OpenOptions } from './store-options.ts';

/** Bytes after which the journal goes on in a new segment. */
const SEGMENT = 4 * 1024 * 1024;

/** A case that is open: its state in memory, its files underneath. One writer per case folder. */
export class CaseStore {
  readonly state: CaseState;
  /** Highlights per document and per actor. */
  readonly counts: Counts;
  /** What is computed from the case and kept beside it. */
  readonly derived: DerivedStores;
  /** What was typed into forms and not taken yet. */
  readonly drafts: DraftsFile;
  readonly #highlights: HighlightCache;
  readonly #parts: CaseParts;
  readonly #lock: Lock | undefined;
  /** How an encrypted case opens, and how to change that. */
  readonly vault: VaultKeeper;
  readonly #journal: Journal;
  readonly #history: HistoryReader;
  readonly #committer: Committer;
  readonly #keeper: CheckpointScheduler;
  readonly #soon = new IdleTasks();
  readonly #author: string;
  readonly #work: StoreWork | undefined;
  readonly #commits = new Listeners<Committed>();
  readonly #board: StatusBoard;
  #closing: Promise<void> | undefined;

  /**
   * Makes a new case in a folder that is not there yet or empty, and opens it. Throws `case-exists`,
   * `invalid-input`, `no-space`, `no-permission`, `not-found`.
   */
  static async create(folder: string, options: CreateOptions): Promise<CaseStore> {
    await createCase((assembly) => new CaseStore(options, assembly), folder, options);
    return CaseStore.open(folder, options);
  }

  /**
   * Opens a case and repairs what a crash left (told in `status.recovery`). Where nothing can be
   * written it is open for reading. Throws `not-found`, `not-a-case`, `case-locked` (details: author,
   * host, pid), `newer-format`, `damaged`, `passphrase-needed`, `wrong-passphrase`.
   */
  static async open(folder: string, options: OpenOptions): Promise<CaseStore> {
    const assembly = await assembleCase((...which) => CaseStore.open(...which), folder, options);
    const store = new CaseStore(options, assembly);
    if (assembly.mended) await store.#keeper.try();
    const { state, derived } = assembly.sources;
    const loads = derived.map((one) => () => one.load());
    store.#soon.start([...loads, ...residentKinds.map((kind) => () => state.size(kind))]);
    return store;
  }

  private constructor(options: OpenOptions, assembly: Assembly) {
    const { author, clock = systemPorts, segment = SEGMENT } = options;
    const { sources, report, journal, head, last, lock, reason } = assembly;
    const { parts, state, counts, highlights, derived } = sources;
    const changesOf = (n: number) => parts.reader.record(n).changes;
    const preparing = {
      state,
      author,
      lines: new JournalLines(parts.codec),
      ports: { ...clock, author, changesOf },
    };
    this.state = state;
    this.vault = new VaultKeeper(
      parts.disk,
      parts.paths.folder,
      assembly.vault,
      lock !== undefined,
    );
    this.counts = counts;
    const work = options.disk ? undefined : options.work; // it would reach another disk
    this.#work = work;
    // Without the lock, it may meet another state of the case than this one.
    const elsewhere = lock ? work : undefined;
    this.derived = new DerivedStores(
      derived,
      elsewhere && ((name, how) => elsewhere.derive(this.#place, name, how)),
    );
    this.#highlights = highlights;
    this.drafts = new DraftsFile(parts);
    this.#parts = parts;
    this.#author = author;
    this.#lock = lock;
    this.#journal = journal;
    this.#history = new HistoryReader(parts.reader, state.history);
    this.#committer = new Committer(preparing, journal, head, {
      committed: (committed, bytes) => this.#committed(committed, bytes),
      failed: (error) => this.#failed(error),
    });
    this.#keeper = new CheckpointScheduler(sources, last, {
      head: () => this.#committer.head,
      writing: async () => {
        await report.settle();
        journal.turnOver(segment);
      },
      written: (error) => this.#snapshotWritten(error),
    });
    report.onSay = () => this.#board.show({ recovery: [...report.sentences] });
    this.#board = new StatusBoard({
      mode: reason === undefined ? 'writable' : 'read-only',
      n: head.n,
      ...(head.at !== '' && { savedAt: head.at }),
      ...(reason !== undefined && { reason }),
      recovery: [...report.sentences],
      encrypted: parts.codec.encrypted,
    });
  }

  /** How the store stands now. */
  get status(): StoreState {
    return this.#board.current;
  }

  /** Number, time and hash of the last acknowledged record: what a report is built on. */
  get head(): Head {
    return this.#committer.head;
  }

  /** Operations that could not be saved when the disk failed; {@link reopen} or {@link saveCopy} save them. */
  get unsaved(): readonly Request[] {
    return this.#committer.unsaved;
  }

  /**
   * Does a named operation. Resolves when it is on the disk and in effect; rejects with what the
   * operation refuses, or `no-space`, `no-permission`, `damaged` when the disk does, and then the case
   * is read-only until {@link reopen}.
   */
  perform(request: Request): Promise<Committed> {
    const { mode, reason } = this.status;
    if (mode === 'read-only' || this.#closing) {
      const why = this.#closing ? say('store.closing') : (reason ?? '');
      return Promise.reject(new AppError('read-only', say('store.unchangeable', { why })));
    }
    const { ready } = this.derived;
    return ready
      ? ready.then(() => this.#committer.perform(request))
      : this.#committer.perform(request);
  }

  /** Calls back after every change, in order, before its promise resolves. Returns how to stop. */
  onCommit(listener: (committed: Committed) => void): () => void {
    return this.#commits.add(listener);
  }

  /** Calls back whenever {@link status} changes. Returns how to stop. */
  onStatus(listener: (status: StoreState) => void): () => void {
    return this.#board.onChange(listener);
  }

  /** Version of the layout on the disk that this store writes. */
  get format(): number {
    return this.#parts.plan.current;
  }

  /** Keeps original bytes; they are durable before an operation can name them. */
  putSource(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    return this.#parts.blobs.putSource(bytes);
  }

  /** Keeps a working text; it is durable before an operation can name it. Throws `empty-file`. */
  putText(text: WorkingText): Promise<WorkingTextRef> {
    return this.#parts.blobs.putText(text);
  }

  /** The working text of a document for a single look, see {@link Blobs.textOnce}. Throws `damaged`. */
  textOnce(
    document: CaseDocument,
    slice: TimeSlice,
    filter?: ByteFilter,
  ): Promise<WorkingText | undefined> {
    return this.#parts.blobs.textOnce(document, slice, filter);
  }

  /** The highlights of a document for a single look, see {@link HighlightCache.once}. */
  highlightsOnce(document: string): Iterable<Highlight> {
    return this.#highlights.once(document);
  }

  /** Original bytes of a document by their hash. Throws `damaged`. */
  source(hash: string): Uint8Array {
    return this.#parts.blobs.source(hash);
  }

  /** What undo and redo would do, in words. */
  historyState(): HistoryState {
    return this.#history.state();
  }

  /** At most `limit` entries of the history before number `before`, newest first. */
  history(limit: number, before?: number): HistoryEntry[] {
    const newest = this.#committer.head.n + 1;
    return this.#history.page(Math.min(before ?? newest, newest), limit);
  }

  /** Checks everything on the disk. Changes nothing. */
  async verify(options: WorkOptions = {}): Promise<ProblemReport> {
    const expectation = new Expectation();
    const stop = this.onCommit(({ changes }) => expectation.excuse(changes));
    try {
      const { state, head } = this;
      return await verifyCase({ parts: this.#parts, state, head, expectation }, options);
    } finally {
      stop();
    }
  }

  /** Brings up what is derived and was left as opening found it, and keeps it. Throws as that does. */
  async bringUp(options: WorkOptions = {}): Promise<void> {
    if (this.derived.areCurrent) return;
    await this.derived.bringUp(options);
    if (this.status.mode === 'writable') await this.#keeper.keepDerived();
  }

  /** Writes snapshots now, so that the next opening has nothing to replay. */
  async checkpoint(): Promise<void> {
    try {
      await this.#keeper.now();
    } catch (error) {
      throw storageError(error, say('doing.writeSnapshot'), this.#parts.paths.caseFile);
    }
  }

  /** After a failure: goes back to normal and saves what was unsaved, or rejects and stays failed. */
  async reopen(): Promise<StoreState> {
    if (this.status.mode !== 'failed') return this.status;
    try {
      await this.#committer.mend();
    } catch (error) {
      throw storageError(error, say('doing.goOn'), this.#parts.paths.folder);
    }
    this.#keeper.resume();
    this.#board.show({ mode: 'writable', reason: null });
    return this.status;
  }

  /**
   * Copies the case, with what could not be saved here, to a new folder. Throws as {@link create}, and
   * `case-locked` while another process edits the case.
   */
  async saveCopy(folder: string, options: WorkOptions = {}): Promise<void> {
    this.#refuseWhileEdited();
    await this.#committer.idle();
    const { disk, paths } = this.#parts;
    await buildFolder(disk, folder, async (temporary) => {
      await this.#keeper.alone(() => copyCase(disk, paths, temporary, this.#journal.end, options));
      const { vault } = this.vault;
      const how = { author: this.#author, disk, ...(vault && { vault }) };
      const copy = await CaseStore.open(temporary, how);
      try {
        // What is refused now (an undo with nothing left to undo) was never acknowledged.
        await Promise.allSettled(this.unsaved.map((request) => copy.perform(request)));
        if (copy.#committer.failure) throw copy.#committer.failure;
      } finally {
        await copy.close();
      }
    });
  }

  /**
   * Writes the acknowledged case into one verified file, see {@link writeArchive}. Throws `no-space`, `no-permission` ..., and
   * `case-locked` while another process edits the case.
   */
  async archive(target: string, options: WorkOptions = {}): Promise<void> {
    const { disk, paths } = this.#parts;
    this.#refuseWhileEdited();
    try {
      await this.#committer.idle();
      await this.#keeper.alone(() => {
        const state = { n: this.head.n, end: this.#journal.end };
        return writeArchive(disk, paths, target, state, options, this.#work);
      });
    } catch (error) {
      throw storageError(error, say('doing.writeCopy'), target);
    }
  }

  /** Waits for what is on its way, writes snapshots when worth it, and gives the case back. */
  async close(): Promise<void> {
    (await this.handOver())?.release();
  }

  /** The same, but the lock stays held and is the caller's, who opens the case again or gives it back. */
  async handOver(): Promise<Lock | undefined> {
    this.#closing ??= this.#close();
    await this.#closing.catch((error: unknown) => {
      this.#lock?.release();
      throw error;
    });
    return this.#lock;
  }

  /** The case as another process reads it. */
  get #place(): CasePlace {
    const { vault } = this.vault;
    return { folder: this.#parts.paths.folder, ...(vault && { vault }) };
  }

  /** Files that another process writes to would not fit each other in a copy. */
  #refuseWhileEdited(): void {
    const { disk, paths } = this.#parts;
    const editor = this.#lock ? undefined : liveHolder(disk, paths.lock);
    if (editor) throw lockedBy(editor);
  }

  async #close(): Promise<void> {
    try {
      await this.#committer.idle();
      await this.drafts.settled();
      if (this.status.mode === 'writable') await this.#keeper.close();
    } finally {
      this.#soon.stop();
      this.#journal.close();
    }
  }

  #committed(committed: Committed, bytes: number): void {
    this.counts.apply(committed.changes);
    this.derived.follow(committed.changes, committed.n);
    this.#history.note(committed.n, committed.label);
    this.#keeper.note(bytes);
    this.#board.saved(committed.n, committed.at);
    this.#commits.tell(committed);
  }

  #failed({ message }: AppError): void {
    this.#keeper.stop();
    this.#board.show({ mode: 'failed', reason: message });
  }

  #snapshotWritten(error: AppError | undefined): void {
    const { mode, reason: before } = this.status;
    const reason = error ? say('store.snapshotFailed', { why: error.message }) : null;
    if (mode === 'writable' && (before ?? null) !== reason) this.#board.show({ reason });
  }
}
