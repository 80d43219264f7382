import { asAppError, type AppError } from '#data/errors.ts';
import type { Head } from '#data/storage/format.ts';
import { writeSnapshots, type SnapshotSources } from './checkpoint.ts';

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
  readonly #sources: SnapshotSources;
  readonly #hooks: KeeperHooks;
  #last: number;
  #bytes = 0;
  #quiet: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** Records to wait for; more after a failure, so that a full disk is not asked at every change. */
  #wait = MANY;

  /** `last`: number of the record that the snapshots on disk stand for. */
  constructor(sources: SnapshotSources, last: number, hooks: KeeperHooks) {
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
    const bytes = this.#bytes;
    try {
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
