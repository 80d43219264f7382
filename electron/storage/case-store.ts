import type { HistoryEntry, HistoryState, StoreState } from '#data/api.ts';
import { AppError, type ErrorCode } from '#data/errors.ts';
import type { Codebook } from '#data/model/codebook.ts';
import type { Marking } from '#data/model/common.ts';
import type { WorkingTextRef } from '#data/model/document.ts';
import type { Request } from '#data/operations/engine.ts';
import type { Ports } from '#data/ports.ts';
import type { ProblemReport } from '#data/queries/verify.ts';
import type { CaseState } from '#data/state/case-state.ts';
import { GENESIS, type Head } from '#data/storage/format.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import { thisFormat, type FormatPlan } from '#data/storage/migrations.ts';
import { writeArchive, type ArchiveOptions } from './archive/write-archive.ts';
import { caseParts, type CaseParts } from './case-parts.ts';
import { casePaths } from './case-paths.ts';
import type { SnapshotSources } from './checkpoint.ts';
import { Committer, type Committed } from './committer.ts';
import { copyCase } from './copy-case.ts';
import type { Counts } from './counts.ts';
import { buildFolder } from './create-case.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { Expectation } from './expectation.ts';
import { formatOf } from './format-of.ts';
import { HistoryReader } from './history-reader.ts';
import { holdCase, type Hold } from './hold-case.ts';
import { Journal } from './journal.ts';
import { Listeners } from './listeners.ts';
import { liveHolder, lockedBy, type Lock } from './lock.ts';
import { mendJournal } from './mend-journal.ts';
import { blankCase, openCase } from './open-case.ts';
import { RecoveryReport } from './recovery-report.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';
import { StatusBoard } from './status-board.ts';
import { rewriteCase } from './rewrite-case.ts';
import { storageError } from './storage-error.ts';
import { finishSwap } from './swap-folder.ts';
import { systemPorts } from './system-ports.ts';
import { codecOf, vaultFor, writeVault, type OpenVault, type Secret } from './vault/vault.ts';
import { VaultKeeper } from './vault/vault-keeper.ts';
import { verifyCase, type VerifyOptions } from './verify.ts';

export type { Committed } from './committer.ts';

/** How a case is opened. */
export interface OpenOptions {
  /** Who signs the changes. */
  author: string;
  /** Take no lock and write nothing. */
  readOnly?: boolean;
  /** Opens an encrypted case; not looked at in a plain one. */
  secret?: Secret;
  /** Leave a case of an older format as it is; it is read as if it were of the current one. */
  keepFormat?: boolean;
  /** Which format is written, and how older ones are read; a test brings its own. */
  plan?: FormatPlan;
  /** The vault of an encrypted case, when it is open already. For a new case: encrypts it. */
  vault?: OpenVault;
  /** Clock and identifiers; those of the system unless a test brings its own. */
  clock?: Ports;
  /** File system; the real one unless a test brings a faulty one. */
  disk?: Disk;
}

/** What a new case starts with. */
export interface CreateOptions extends Omit<OpenOptions, 'readOnly' | 'secret'> {
  title: string;
  marking?: Marking;
  codebook: Codebook;
}

/** Bytes after which the journal goes on in a new segment at the next checkpoint. */
const SEGMENT = 4 * 1024 * 1024;

/** What a store is put together from. */
interface Assembly {
  sources: SnapshotSources;
  report: RecoveryReport;
  journal: Journal;
  head: Head;
  /** Number of the record that the snapshots on disk stand for. */
  last: number;
  lock?: Lock;
  /** Why nothing can be written; absent in a writable case. */
  reason?: string;
  /** The open vault of an encrypted case. */
  vault?: OpenVault;
}

/** A case that is open: its state in memory, its files underneath. One writer per case folder. */
export class CaseStore {
  readonly state: CaseState;
  /** Highlights per document and per actor. */
  readonly counts: Counts;
  readonly #parts: CaseParts;
  readonly #lock: Lock | undefined;
  /** How an encrypted case opens, and how to change that. */
  readonly vault: VaultKeeper;
  readonly #journal: Journal;
  readonly #history: HistoryReader;
  readonly #committer: Committer;
  readonly #keeper: SnapshotKeeper;
  readonly #author: string;
  readonly #commits = new Listeners<Committed>();
  readonly #board: StatusBoard;
  #closing: Promise<void> | undefined;

  /**
   * Makes a new case in a folder that is not there yet or empty, and opens it. Throws `case-exists`,
   * `invalid-input`, `no-space`, `no-permission`, `not-found`.
   */
  static async create(folder: string, options: CreateOptions): Promise<CaseStore> {
    const { title, marking, codebook, vault, plan, disk = nodeDisk, clock = systemPorts } = options;
    await buildFolder(disk, folder, async (temporary) => {
      if (vault) await writeVault(disk, temporary, vault.file);
      const parts = caseParts(disk, temporary, vault && codecOf(vault), plan);
      const report = new RecoveryReport(disk, parts.paths, true);
      const sources = blankCase(parts, report);
      const journal = new Journal(disk, parts.paths.journal, undefined);
      const start = { sources, report, journal, head: GENESIS, last: 0 };
      const store = new CaseStore(options, vault ? { ...start, vault } : start);
      const input = { uid: clock.newId(), title, ...(marking && { marking }), codebook };
      try {
        await store.perform({ op: 'case.create', input });
        await store.checkpoint();
      } finally {
        await store.close(); // an open file would keep its space on a full disk
      }
    });
    return CaseStore.open(folder, options);
  }

  /**
   * Opens a case and repairs what a crash left (told in `status.recovery`). Where nothing can be
   * written it is open for reading. Throws `not-found`, `not-a-case`, `case-locked` (details: author,
   * host, pid), `newer-format`, `damaged`, `passphrase-needed`, `wrong-passphrase`.
   */
  static async open(folder: string, options: OpenOptions): Promise<CaseStore> {
    const { author, disk = nodeDisk, readOnly = false } = options;
    if (!readOnly || !disk.exists(folder)) await finishSwap(disk, folder);
    const vault = await vaultFor(disk, folder, options);
    const keyed = vault ? { ...options, vault } : options;
    if (isOlder(folder, keyed)) {
      await rewriteCase((...which) => CaseStore.open(...which), folder, vault, keyed);
    }
    let lock: Lock | undefined;
    try {
      const hold = await holdCase(disk, casePaths(folder), author, readOnly);
      lock = hold.lock;
      return await CaseStore.#load(folder, keyed, hold);
    } catch (thrown) {
      lock?.release();
      const error = storageError(thrown, 'open the case', folder);
      if (lock && unwritable.has(error.code)) {
        return CaseStore.#load(folder, keyed, { reason: cannotRepair(error) });
      }
      throw error;
    }
  }

  static async #load(folder: string, options: OpenOptions, hold: Hold): Promise<CaseStore> {
    const { disk = nodeDisk, readOnly = false, vault, plan } = options;
    const parts = caseParts(disk, folder, vault && codecOf(vault), plan);
    const writable = hold.lock !== undefined;
    const report = new RecoveryReport(disk, parts.paths, writable);
    const sources = openCase(parts, report, readOnly);
    const journal = await mendJournal(parts, sources, report, writable);
    const { head, base, damaged } = sources;
    const last = base.n;
    const store = new CaseStore(options, {
      sources,
      report,
      journal,
      head,
      last,
      ...hold,
      ...(vault && { vault }),
    });
    if (damaged && writable) await store.#keeper.try();
    return store;
  }

  private constructor({ author, clock = systemPorts }: OpenOptions, assembly: Assembly) {
    const { sources, report, journal, head, last, lock, reason } = assembly;
    const { parts, state, counts } = sources;
    const changesOf = (n: number) => parts.reader.record(n).changes;
    const preparing = { state, author, codec: parts.codec, ports: { ...clock, changesOf } };
    this.state = state;
    this.vault = new VaultKeeper(
      parts.disk,
      parts.paths.folder,
      assembly.vault,
      lock !== undefined,
    );
    this.counts = counts;
    this.#parts = parts;
    this.#author = author;
    this.#lock = lock;
    this.#journal = journal;
    this.#history = new HistoryReader(parts.reader, state.history);
    this.#committer = new Committer(preparing, journal, head, {
      committed: (committed, bytes) => this.#committed(committed, bytes),
      failed: (error) => this.#failed(error),
    });
    this.#keeper = new SnapshotKeeper(sources, last, {
      head: () => this.#committer.head,
      writing: async () => {
        await report.settle();
        this.#turnOver();
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
      const why = this.#closing ? 'It is being closed.' : (reason ?? '');
      return Promise.reject(
        new AppError('read-only', `This case cannot be changed. ${why} Nothing was changed.`),
      );
    }
    return this.#committer.perform(request);
  }

  /** Calls back after every change, in order, before its promise resolves. Returns how to stop. */
  onCommit(listener: (committed: Committed) => void): () => void {
    return this.#commits.add(listener);
  }

  /** Calls back whenever {@link status} changes. Returns how to stop. */
  onStatus(listener: (status: StoreState) => void): () => void {
    return this.#board.onChange(listener);
  }

  /** Keeps original bytes; they are durable before an operation can name them. */
  putSource(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    return this.#parts.blobs.putSource(bytes);
  }

  /** Keeps a working text; it is durable before an operation can name it. Throws `empty-file`. */
  putText(text: WorkingText): Promise<WorkingTextRef> {
    return this.#parts.blobs.putText(text);
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
  async verify(options: VerifyOptions = {}): Promise<ProblemReport> {
    const expectation = new Expectation();
    const stop = this.onCommit(({ changes }) => expectation.excuse(changes));
    try {
      const { state, head } = this;
      return await verifyCase({ parts: this.#parts, state, head, expectation }, options);
    } finally {
      stop();
    }
  }

  /** Writes snapshots now, so that the next opening has nothing to replay. */
  async checkpoint(): Promise<void> {
    try {
      await this.#keeper.now();
    } catch (error) {
      throw storageError(error, 'write the snapshot', this.#parts.paths.caseFile);
    }
  }

  /** After a failure: goes back to normal and saves what was unsaved, or rejects and stays failed. */
  async reopen(): Promise<StoreState> {
    if (this.status.mode !== 'failed') return this.status;
    try {
      await this.#committer.mend();
    } catch (error) {
      throw storageError(error, 'go on with this case', this.#parts.paths.folder);
    }
    this.#keeper.resume();
    this.#board.show({ mode: 'writable', reason: null });
    return this.status;
  }

  /**
   * Copies the case, with what could not be saved here, to a new folder. Throws as {@link create}, and
   * `case-locked` while another process edits the case.
   */
  async saveCopy(folder: string): Promise<void> {
    this.#refuseWhileEdited();
    await this.#committer.idle();
    const { disk, paths } = this.#parts;
    await buildFolder(disk, folder, async (temporary) => {
      await this.#keeper.alone(() => copyCase(disk, paths, temporary, this.#journal.end));
      const { vault } = this.vault;
      const options = { author: this.#author, disk, ...(vault && { vault }) };
      const copy = await CaseStore.open(temporary, options);
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
   * Writes the acknowledged case into one verified file. Throws `no-space`, `no-permission` ..., and
   * `case-locked` while another process edits the case.
   */
  async archive(target: string, options: ArchiveOptions = {}): Promise<void> {
    const { disk, paths } = this.#parts;
    this.#refuseWhileEdited();
    try {
      await this.#committer.idle();
      await this.#keeper.alone(() => {
        const state = { n: this.head.n, end: this.#journal.end };
        return writeArchive(disk, paths, target, state, options);
      });
    } catch (error) {
      throw storageError(error, 'write the copy', target);
    }
  }

  /** Waits for what is on its way, writes snapshots when worth it, and gives the case back. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
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
      if (this.status.mode === 'writable') await this.#keeper.close();
    } finally {
      this.#journal.close();
      this.#lock?.release();
    }
  }

  #committed(committed: Committed, bytes: number): void {
    this.counts.apply(committed.changes);
    this.#history.note(committed.n, committed.label);
    this.#keeper.note(bytes);
    this.#board.show({ n: committed.n, savedAt: committed.at });
    this.#commits.tell(committed);
  }

  #failed({ message }: AppError): void {
    this.#keeper.stop();
    this.#board.show({ mode: 'failed', reason: message });
  }

  #turnOver(): void {
    if ((this.#journal.end?.size ?? 0) >= SEGMENT) this.#journal.rotate();
  }

  #snapshotWritten(error: AppError | undefined): void {
    const { mode, reason: before } = this.status;
    const reason = error ? `Your changes are saved, but not the snapshot: ${error.message}` : null;
    if (mode === 'writable' && (before ?? null) !== reason) this.#board.show({ reason });
  }
}

/** Whether a case must be brought to the current format before it is opened. */
function isOlder(folder: string, options: OpenOptions): boolean {
  const { disk = nodeDisk, readOnly, keepFormat, vault, plan = thisFormat } = options;
  if (readOnly || keepFormat) return false;
  const format = formatOf(caseParts(disk, folder, vault && codecOf(vault), plan));
  return format !== undefined && format < plan.current;
}

/** Codes of a disk that does not let itself be repaired. */
const unwritable = new Set<ErrorCode>(['no-space', 'no-permission', 'read-only']);

function cannotRepair({ message }: AppError): string {
  return `The last save was not finished and cannot be put in order, so the case is open for reading only. ${message}`;
}
