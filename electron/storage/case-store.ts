import type { HistoryEntry } from '#data/api/case.ts';
import type { HistoryState, StoreState } from '#data/api/case-snapshot.ts';
import { AppError } from '#data/errors.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { residentKinds } from '#data/model/records.ts';
import type { Request } from '#data/operations/engine.ts';
import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { Assembly } from './assembly.ts';
import type { Blobs } from './snapshots/blobs.ts';
import type { CaseParts } from './snapshots/case-parts.ts';
import { DerivedStores } from './derived/derived-stores.ts';
import { Committer, type Committed } from './journal/committer.ts';
import type { Counts } from './snapshots/counts.ts';
import type { HighlightCache } from './highlights/highlight-cache.ts';
import { DraftsFile } from './snapshots/drafts-file.ts';
import { HistoryReader } from './journal/history-reader.ts';
import type { Journal } from './journal/journal.ts';
import { preparingFor } from './journal/prepare-group.ts';
import type { Disk } from './disk/disk.ts';
import { Listeners } from './disk/listeners.ts';
import { liveHolder, lockedBy, type Lock } from './lock/lock.ts';
import { CheckpointScheduler } from './checkpoint/checkpoint-scheduler.ts';
import { IdleTasks } from './disk/idle-tasks.ts';
import { stateOf, StatusBoard } from './status-board.ts';
import { storageError } from './disk/storage-error.ts';
import type { OpenOptions } from './store-options.ts';
import type { CasePlace, FilesAtRest, StoreWork } from './store-work.ts';
import { systemPorts } from './journal/system-ports.ts';
import { VaultKeeper } from './vault/vault-keeper.ts';
import { verifyCase } from './verify/verify.ts';
import type { WorkOptions } from './disk/work-options.ts';

export type { Committed } from './journal/committer.ts';

/** Bytes after which the journal goes on in a new segment. */
const SEGMENT = 4 * 1024 * 1024;

/** A case that is open: its state in memory, its files underneath. One writer per case folder. */
export class CaseStore {
  /** Who signs the changes. */
  readonly author: string;
  readonly state: CaseState;
  /** Highlights per document and per actor. */
  readonly counts: Counts;
  /** What is computed from the case and kept beside it. */
  readonly derived: DerivedStores;
  /** Original files and working texts; what is put there is durable before an operation can name it. */
  readonly blobs: Blobs;
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
  readonly #checkpoints: CheckpointScheduler;
  readonly #idle = new IdleTasks();
  readonly #elsewhere: StoreWork | undefined;
  readonly #commits = new Listeners<Committed>();
  readonly #board: StatusBoard;
  #closing: Promise<void> | undefined;

  /** For {@link openCase} and {@link createCase}, which put a store together and nobody else does. */
  constructor(options: OpenOptions, assembly: Assembly) {
    const { author, clock = systemPorts, segment = SEGMENT } = options;
    const { sources, report, journal, head, last, lock, reason } = assembly;
    const { parts, state, counts, highlights, derived } = sources;
    this.author = author;
    this.state = state;
    this.counts = counts;
    this.blobs = parts.blobs;
    this.vault = new VaultKeeper(parts, assembly.vault, lock !== undefined);
    this.drafts = new DraftsFile(parts);
    const elsewhere = options.disk ? undefined : options.work; // it would reach another disk
    this.#elsewhere = elsewhere;
    // Without the lock, it may meet another state of the case than this one.
    this.derived = new DerivedStores(
      derived,
      lock && elsewhere && ((name, how) => elsewhere.derive(this.#place, name, how)),
    );
    this.#highlights = highlights;
    this.#parts = parts;
    this.#lock = lock;
    this.#journal = journal;
    this.#history = new HistoryReader(parts.reader, state.history);
    this.#committer = new Committer(preparingFor(parts, state, author, clock), journal, head, {
      committed: (committed, bytes) => this.#committed(committed, bytes),
      failed: (error) => this.#failed(error),
    });
    this.#checkpoints = new CheckpointScheduler(sources, last, {
      head: () => this.#committer.head,
      writing: async () => {
        await report.settle();
        journal.turnOver(segment);
      },
      written: (error) => this.#snapshotWritten(error),
    });
    this.#board = new StatusBoard(stateOf(head, reason, report.sentences, parts.codec.encrypted));
    report.onSay = () => this.#board.show({ recovery: [...report.sentences] });
  }

  /** How the store stands now. */
  get status(): StoreState {
    return this.#board.current;
  }

  /** The disk that the case is on. */
  get disk(): Disk {
    return this.#parts.disk;
  }

  /** Number, time and hash of the last acknowledged record: what a report is built on. */
  get head(): Head {
    return this.#committer.head;
  }

  /** Why changes cannot be saved any more; undefined while they can. */
  get failure(): AppError | undefined {
    return this.#committer.failure;
  }

  /** Operations that could not be saved when the disk failed; {@link reopen} or `saveCopy` save them. */
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

  /**
   * Begins what can wait until the case is open: what is asked of it first is fetched piece by piece, and
   * what was `mended` stands in snapshots at once.
   */
  async begin(mended: boolean): Promise<void> {
    if (mended) await this.#checkpoints.try();
    const loads = this.derived.stores.map((one) => () => one.load());
    this.#idle.start([...loads, ...residentKinds.map((kind) => () => this.state.size(kind))]);
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

  /** The highlights of a document for a single look, see {@link HighlightCache.once}. */
  highlightsOnce(document: string): Iterable<Highlight> {
    return this.#highlights.once(document);
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
  verify(options: WorkOptions = {}): Promise<ProblemReport> {
    const { state, head } = this;
    const onCommit = (listener: (committed: Committed) => void) => this.onCommit(listener);
    return verifyCase({ parts: this.#parts, state, head, onCommit }, options);
  }

  /** Brings up what is derived and was left as opening found it, and keeps it. Throws as that does. */
  async bringUp(options: WorkOptions = {}): Promise<void> {
    if (this.derived.areCurrent) return;
    await this.derived.bringUp(options);
    if (this.status.mode === 'writable') await this.#checkpoints.keepDerived();
  }

  /** Writes snapshots now, so that the next opening has nothing to replay. */
  async checkpoint(): Promise<void> {
    try {
      await this.#checkpoints.now();
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
    this.#checkpoints.resume();
    this.#board.show({ mode: 'writable', reason: null });
    return this.status;
  }

  /**
   * Works on the files of the acknowledged case while no snapshot is written; edits go on. Throws what the
   * work throws, and `case-locked` while another process edits the case: its files would not fit each other.
   */
  async atRest(work: (files: FilesAtRest) => Promise<void>): Promise<void> {
    const { disk, paths } = this.#parts;
    const editor = this.#lock ? undefined : liveHolder(disk, paths.lock);
    if (editor) throw lockedBy(editor);
    await this.#committer.idle();
    await this.#checkpoints.alone(() => {
      const { n } = this.head;
      return work({ disk, paths, n, end: this.#journal.end, elsewhere: this.#elsewhere });
    });
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

  async #close(): Promise<void> {
    try {
      await this.#committer.idle();
      await this.drafts.settled();
      if (this.status.mode === 'writable') await this.#checkpoints.close();
    } finally {
      this.#idle.stop();
      this.#journal.close();
    }
  }

  #committed(committed: Committed, bytes: number): void {
    this.counts.apply(committed.changes);
    this.derived.follow(committed.changes, committed.n);
    this.#history.note(committed.n, committed.label);
    this.#checkpoints.note(bytes);
    this.#board.saved(committed.n, committed.at);
    this.#commits.tell(committed);
  }

  #failed({ message }: AppError): void {
    this.#checkpoints.stop();
    this.#board.show({ mode: 'failed', reason: message });
  }

  #snapshotWritten(error: AppError | undefined): void {
    const { mode, reason: before } = this.status;
    const reason = error ? say('store.snapshotFailed', { why: error.message }) : null;
    if (mode === 'writable' && (before ?? null) !== reason) this.#board.show({ reason });
  }
}
