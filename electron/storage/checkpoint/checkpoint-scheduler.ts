import type { AppError } from '#data/errors.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import { storageError } from '../disk/storage-error.ts';
import { keepDerived, writeSnapshots, type SnapshotSources } from './checkpoint.ts';

/** Records, or bytes of journal, after which snapshots are written. */
const MANY = 1000;
const LARGE = 8 * 1024 * 1024;
/** Quiet milliseconds after which snapshots are written. */
const QUIET = 10_000;
/** Records that are worth a snapshot when the case is closed: fewer are replayed faster. */
const WORTH = 50;

/** What the scheduler asks of its store. */
export interface SchedulerHooks {
  head(): Head;
  /** A snapshot is about to be written over the one before: the moment to secure and to tidy. */
  writing(): Promise<void>;
  /** A snapshot was written, or could not be. The changes themselves are safe in the journal. */
  written(error: AppError | undefined): void;
}

/** Decides when snapshots are written. One runs at a time; a failed one is tried again later. */
export class CheckpointScheduler {
  readonly #sources: SnapshotSources;
  readonly #hooks: SchedulerHooks;
  #last: number;
  #bytes = 0;
  #quiet: NodeJS.Timeout | undefined;
  /** When the last change was made, in milliseconds of the monotonic clock. */
  #changed = 0;
  #running: Promise<void> | undefined;
  #stopped = false;
  /** Records to wait for; more after a failure, so that a full disk is not asked at every change. */
  #wait = MANY;

  /** `last`: number of the record that the snapshots on disk stand for. */
  constructor(sources: SnapshotSources, last: number, hooks: SchedulerHooks) {
    this.#sources = sources;
    this.#last = last;
    this.#hooks = hooks;
  }

  /** Records since the last snapshot. */
  get behind(): number {
    return this.#hooks.head().n - this.#last;
  }

  /** Takes a durable change of so many bytes into account. */
  note(bytes: number): void {
    this.#bytes += bytes;
    if (this.behind >= this.#wait || this.#bytes >= LARGE) this.#background();
    this.#changed = performance.now();
    this.#quiet ??= this.#later(QUIET);
  }

  /** Writes snapshots now; rejects when the disk refuses. */
  now(): Promise<void> {
    return this.alone(() => this.#write());
  }

  /** Writes snapshots now; a refusal is told to the store and does not reject. */
  async try(): Promise<void> {
    try {
      await this.now();
      this.#hooks.written(undefined);
    } catch (error) {
      this.#hooks.written(storageError(error, say('doing.writeSnapshot'), 'case.json'));
    }
  }

  /** Writes what is derived, as it is now. */
  keepDerived(): Promise<void> {
    return this.alone(() => keepDerived(this.#sources, this.#hooks.head().n));
  }

  /** Runs something while no snapshot is being written. */
  async alone(work: () => Promise<void>): Promise<void> {
    while (this.#running) await this.#running.catch(() => undefined);
    this.#running = work();
    try {
      await this.#running;
    } finally {
      this.#running = undefined;
    }
  }

  /** Writes nothing by itself any more. */
  stop(): void {
    clearTimeout(this.#quiet);
    this.#quiet = undefined;
    this.#stopped = true;
  }

  /** Takes up work again after {@link stop}. */
  resume(): void {
    this.#stopped = false;
  }

  /** Stops; writes last snapshots if they are worth it. */
  async close(): Promise<void> {
    this.stop();
    if (this.behind >= WORTH) await this.try();
    else await this.alone(async () => undefined);
  }

  /**
   * Writes when it has been quiet for long enough, else looks again. It looks at the clock, because
   * setting a timer back at every change would cost each save a few µs.
   */
  #later(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      const left = this.#running ? QUIET : this.#changed + QUIET - performance.now();
      this.#quiet = left > 0 ? this.#later(left) : undefined;
      if (left <= 0 && this.behind > 0) this.#background();
    }, milliseconds).unref();
  }

  #background(): void {
    if (!this.#running && !this.#stopped) void this.try();
  }

  async #write(): Promise<void> {
    const bytes = this.#bytes;
    try {
      await this.#hooks.writing();
      const head = await writeSnapshots(this.#sources, () => this.#hooks.head());
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
