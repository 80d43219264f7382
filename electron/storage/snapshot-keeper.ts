import { asAppError, type AppError } from '#data/errors.ts';
import type { CaseState } from '#data/state/case-state.ts';
import type { Head } from '#data/storage/format.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Committed } from './committer.ts';

/** Records, or bytes of journal, after which snapshots are written. */
const MANY = 1000;
const LARGE = 8 * 1024 * 1024;
/** Quiet milliseconds after which snapshots are written. */
const QUIET = 10_000;
/** Records that are worth a snapshot when the case is closed: fewer are replayed faster. */
const WORTH = 50;

/** What the keeper asks of its store. */
export interface KeeperHooks {
  head(): Head;
  /** A snapshot was written, or could not be. The changes themselves are safe in the journal. */
  written(error: AppError | undefined): void;
}

/** Decides when snapshots are written. One runs at a time; a failed one is tried again later. */
export class SnapshotKeeper {
  readonly #checkpoint: Checkpoint;
  readonly #state: CaseState;
  readonly #hooks: KeeperHooks;
  #last: number;
  #bytes = 0;
  #quiet: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** After a failure only a call for a snapshot, or that many more records, try again. */
  #wait = MANY;

  constructor(checkpoint: Checkpoint, state: CaseState, last: number, hooks: KeeperHooks) {
    this.#checkpoint = checkpoint;
    this.#state = state;
    this.#last = last;
    this.#hooks = hooks;
  }

  /** Records since the last snapshot. */
  get behind(): number {
    return this.#hooks.head().n - this.#last;
  }

  /** Takes a durable change into account. */
  note({ changes }: Committed, bytes: number): void {
    for (const change of changes) {
      if (change.kind !== 'highlight') continue;
      for (const mark of [change.before, change.after]) {
        if (mark) this.#checkpoint.touch(mark.document);
      }
    }
    this.#bytes += bytes;
    if (this.behind >= this.#wait || this.#bytes >= LARGE) this.#background();
    else this.#whenQuiet();
  }

  /** Writes snapshots now; rejects when the disk refuses. */
  async now(): Promise<void> {
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = this.#write();
    try {
      await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  /** Stops; writes last snapshots if they are worth it. */
  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    if (this.behind >= WORTH) await this.now();
    else await this.#running?.catch(() => undefined);
  }

  #whenQuiet(): void {
    if (this.#quiet) this.#quiet.refresh();
    else {
      this.#quiet = setTimeout(() => {
        if (this.behind > 0) this.#background();
      }, QUIET).unref();
    }
  }

  #background(): void {
    if (this.#running) return;
    this.now().then(
      () => this.#hooks.written(undefined),
      (error: unknown) => this.#hooks.written(asAppError(error)),
    );
  }

  async #write(): Promise<void> {
    const head = this.#hooks.head();
    const bytes = this.#bytes;
    try {
      await this.#checkpoint.write(this.#state, head, () => this.#hooks.head());
      this.#last = head.n;
      this.#bytes -= bytes;
      this.#wait = MANY;
    } catch (error) {
      this.#bytes = 0;
      this.#wait = this.behind + MANY;
      throw error;
    }
  }
}
