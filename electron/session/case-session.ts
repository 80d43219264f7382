import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { NewForm } from '#data/api/protection.ts';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { createCase } from '../storage/open/create-case.ts';
import { saveCopy } from '../storage/open/save-copy.ts';
import { changeOf, snapshotOf } from './case-messages.ts';
import type { CaseSessionParts, OpenCase } from './session-parts.ts';
import { openFiles } from './open-files.ts';
import { StartAnswer } from './start-answer.ts';
import { Turns } from './turns.ts';
import type { SerializedSnapshot } from '../ipc/serialized-snapshot.ts';
import { checkSession, otherCase } from '../ipc/session-check.ts';
import { sweepAnnouncedLeftovers } from '../storage/disk/announce-leftover.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { CreateOptions, OpenOptions } from '../storage/store-options.ts';
import type { Lock } from '../storage/lock/lock.ts';
import { recodeCase } from '../storage/recode-case.ts';
import type { OpenVault, Secret } from '../storage/vault/vault.ts';
import type { WorkOptions } from '../storage/disk/work-options.ts';
import type { View } from '../user-data/view-files.ts';

/** A case that was opened and is about to take the place of the one before. */
type Opened = Omit<OpenCase, 'stamp'>;

/** A case that was written in another form. */
export type Recoded = Required<Pick<NewForm, 'snapshot' | 'unknownFiles'>>;

/**
 * One case is open at a time: opening another closes the first. Opening, making and closing take turns, so
 * two of them never meet half-way.
 */
export class CaseSession {
  readonly #parts: CaseSessionParts;
  #open: OpenCase | undefined;
  /** Stores whose unsaved changes are safe in a copy. */
  readonly #rescued = new WeakSet<CaseStore>();
  readonly #turns = new Turns();
  /** Stops the encryption or decryption that is under way. */
  #rewriting: AbortController | undefined;
  readonly #start = new StartAnswer();

  constructor(parts: CaseSessionParts) {
    this.#parts = parts;
  }

  /** The session of the open case. */
  get session(): string | undefined {
    return this.#open?.stamp.session;
  }

  /**
   * Answers how to make sure that the case which is open now is open still, after a dialog stood: a second
   * start of the program may have opened another one. That throws `other-case`, this `no-case-open`.
   */
  hold(): () => void {
    const { session } = this.current.stamp;
    return () => checkSession(session, this.session);
  }

  /** The open case. Throws `no-case-open`. */
  get current(): OpenCase {
    if (this.#open) return this.#open;
    throw new AppError('no-case-open', say('desktop.noCaseOpen'));
  }

  /**
   * Opens a case that the page has not asked for, and gets ready what it will ask first; a failure is
   * told by {@link shown}.
   */
  start(path: string): Promise<void> {
    return this.#turns.take(() => this.#start.get(() => this.#openPath(path)));
  }

  /** The case that is open once all opening and closing is done; null when there is none. */
  shown(): Promise<CaseSnapshot | SerializedSnapshot | null> {
    return this.#turns.take(async () => {
      const answer = this.#start.take(this.#open?.stamp.event);
      if (!this.#open) return null;
      return answer ?? this.#snapshot(this.#open);
    });
  }

  /**
   * Opens a case instead of the one that is open. When it cannot be opened, that one stays. An
   * encrypted case without its secret is refused with `passphrase-needed` (details: key, folder).
   */
  open(path: string, secret?: Secret): Promise<CaseSnapshot> {
    return this.#turns.take(() => this.#openPath(path, secret));
  }

  /** Tries to go back to normal; null when the open case goes on, else it was opened anew. */
  retry(): Promise<CaseSnapshot | null> {
    return this.#inTurnOfOpen(async () => {
      const { store, path } = this.current;
      if (store.status.mode === 'read-only') return this.#openPath(path);
      await store.reopen();
      return null;
    });
  }

  /**
   * Encrypts the open case with what `keyed` gives, or decrypts it (undefined). It can be stopped from the
   * call on, and is open again afterwards, also when that failed or was stopped. Answers which files were
   * left alone, because the program does not know them.
   */
  recode(keyed: () => Promise<OpenVault | undefined>): Promise<Recoded> {
    const stop = new AbortController();
    this.#rewriting = stop;
    const recoded = this.#inTurnOfOpen(async () => {
      needWritable(this.current.store);
      const to = await keyed();
      stop.signal.throwIfAborted();
      return this.#recode(to, stop.signal);
    });
    return recoded.finally(() => {
      if (this.#rewriting === stop) this.#rewriting = undefined;
    });
  }

  async #recode(to: OpenVault | undefined, signal: AbortSignal): Promise<Recoded> {
    const { store, path } = this.current;
    const keys = [store.vault.vault, to].filter((one) => one !== undefined);
    const author = this.#parts.author();
    const view = await this.#parts.views.of(store);
    let unknownFiles: readonly string[] = [];
    const lock = await this.#letGo();
    const held = lock ? { lock } : {};
    try {
      await recodeCase(path, to, {
        author,
        keys,
        ...held,
        signal,
        progress: (done, total) => this.#parts.send('rewriting', { done, total }),
        carried: (names) => (unknownFiles = names),
      });
    } catch (error) {
      await this.#openAgain(path, { keys, ...held }, view);
      throw error;
    }
    return { snapshot: await this.#openAgain(path, { keys, ...held }, view), unknownFiles };
  }

  /** Stops what {@link recode} is at, as long as the case is what it was; then it goes on as it was. */
  stopRewriting(): void {
    const words = say('jobs.cancelledRewriting');
    this.#rewriting?.abort(new AppError('cancelled', words));
  }

  /** Makes a case in a new folder and opens it. */
  create(path: string, about: Omit<CreateOptions, 'author'>): Promise<CaseSnapshot> {
    return this.#turns.take(async () => {
      const { work } = this.#parts;
      const store = await createCase(path, {
        ...about,
        author: this.#parts.author(),
        work,
        later: true,
      });
      return this.#take({ store, path: await realpath(path) });
    });
  }

  /** Copies the open case, with what could not be saved, to a new folder. */
  async saveCopy(path: string, options: WorkOptions): Promise<void> {
    const { store } = this.current;
    await saveCopy(store, path, options);
    this.#rescued.add(store);
  }

  /**
   * Closes the case that is open now: waits for what is being saved and writes the snapshots. Throws
   * `cancelled` when changes would be lost and the person does not want that.
   */
  close(): Promise<void> {
    return this.#inTurnOfOpen(() => this.#close());
  }

  /** Closes whatever case is open when it comes to that, as the program ends. Throws as {@link close}. */
  closeAny(): Promise<void> {
    this.stopRewriting();
    return this.#turns.take(() => this.#close());
  }

  /** Keeps what the window shows of the open case; sealed when the case is encrypted. */
  saveView(view: View): Promise<void> {
    return this.#parts.views.save(this.current.store, view);
  }

  async #openPath(given: string, secret?: Secret): Promise<CaseSnapshot> {
    await Promise.all([this.#parts.prepare(given), sweepAnnouncedLeftovers()]);
    const path = await realpath(given).catch(() => given);
    const same = this.#open?.path === path ? this.#open : undefined;
    const vault = same?.store.vault.vault;
    // Its lock would keep us from opening the same case twice.
    if (same) await this.#close();
    const how = { ...(secret && { secret }), ...(vault && { keys: [vault] }) };
    return this.#take({ store: await openFiles(this.#parts, path, how), path });
  }

  /** Opens the case that was let go, to be shown as it was; the lock is given back when that fails. */
  async #openAgain(path: string, how: Partial<OpenOptions>, view: View): Promise<CaseSnapshot> {
    try {
      const store = await openFiles(this.#parts, path, how);
      await this.#parts.views.save(store, view).catch(this.#parts.onTrouble);
      return await this.#take({ store, path });
    } catch (error) {
      how.lock?.release();
      throw error;
    }
  }

  /** Puts an opened case in the place of the one before, and tells the window what becomes of it. */
  async #take({ store, path }: Opened): Promise<CaseSnapshot> {
    try {
      await this.#close();
    } catch (error) {
      await store.close();
      throw error;
    }
    const stamp = { session: randomUUID(), event: 0 };
    const next = { store, path, stamp };
    this.#open = next;
    this.#start.forget();
    store.onCommit((committed) => {
      stamp.event++;
      this.#parts.send('change', { ...changeOf(store, committed), ...stamp });
      if (committed.changes.some(({ kind }) => kind === 'case')) void this.#tellTitle(next);
    });
    store.onStatus((status) => {
      stamp.event++;
      this.#parts.send('store', { ...status, ...stamp });
    });
    await this.#tellTitle(next);
    this.#parts.onOpened(store, path);
    return this.#snapshot(next);
  }

  async #close(): Promise<void> {
    (await this.#letGo())?.release();
  }

  /** Closes the case but for its lock, which is the caller's then. */
  async #letGo(): Promise<Lock | undefined> {
    const open = this.#open;
    if (!open) return undefined;
    await this.#needSaved(open.store);
    await this.#parts.beforeClose();
    await this.#parts.views.settled();
    this.#open = undefined;
    this.#parts.onNoCase();
    return open.store.handOver();
  }

  /** What a failed disk did not take has its last chance now, and then it is the person's to decide. */
  async #needSaved(store: CaseStore): Promise<void> {
    await store.reopen().catch(() => undefined);
    const { length } = store.unsaved;
    if (length === 0 || this.#rescued.has(store) || (await this.#parts.mayLose(length))) return;
    throw new AppError('cancelled', say('desktop.staysOpen'));
  }

  async #snapshot({ store, stamp }: OpenCase): Promise<CaseSnapshot> {
    return snapshotOf(store, await this.#parts.views.of(store), { ...stamp });
  }

  /** The list of recent cases is a help: a case is open also where it cannot be kept. */
  async #tellTitle({ store, path }: OpenCase): Promise<void> {
    const { title } = headerOf(store);
    await this.#parts.onCase(path, title).catch(this.#parts.onTrouble);
  }

  /**
   * Work on the case that is open now, or else the first that will be: another one may be open by the time
   * it comes to it.
   */
  #inTurnOfOpen<T>(work: () => Promise<T>): Promise<T> {
    const meant = this.session;
    return this.#turns.take(() => {
      if (meant !== undefined && meant !== this.session) throw otherCase();
      return work();
    });
  }
}

function needWritable({ status }: CaseStore): void {
  if (status.mode === 'writable') return;
  throw new AppError('read-only', say('store.unchangeable', { why: status.reason ?? '' }));
}

function headerOf(store: CaseStore): { title: string } {
  const header = store.state.get('case', 'case');
  if (header) return header;
  throw new AppError('damaged', say('desktop.noHeader'));
}
