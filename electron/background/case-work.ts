import { AppError, asAppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { Packing } from '../storage/archive/pack-archive.ts';
import type { StoreWork } from '../storage/store-work.ts';
import type { WorkOptions } from '../storage/work-options.ts';
import { TaskPool } from './task-pool.ts';
import type { Failure } from './task-run.ts';
import type { TaskName, Tasks } from './tasks.ts';
import type { Limits } from './watch.ts';
import type { Launch } from './wire.ts';

const GB = 1024 ** 3;

/**
 * What work on a case may cost. It reads nothing foreign, so the limits only end what went wrong: a case may
 * be of any size, and one file of 2 GB is in memory up to three times.
 */
const usual: Limits = { silence: 60_000, time: 24 * 60 * 60_000, memory: 6 * GB };

/** Does long work on the files of a case in one process of its own, so that no save waits for it. */
export class CaseWork implements StoreWork {
  readonly #pool: TaskPool;
  readonly #limits: Limits;

  /** `limits`: others than usual, for tests. */
  constructor(launch: Launch, limits: Partial<Limits> = {}) {
    this.#pool = new TaskPool(launch, 1);
    this.#limits = { ...usual, ...limits };
  }

  archive(packing: Packing, options: WorkOptions): Promise<void> {
    return this.#perform('archive', packing, options, (why) => {
      return new AppError('export-failed', say(archiveFailures[why]), { reason: why });
    });
  }

  /** Ends the process, and with it what it was at. Later work starts another one. */
  stop(): void {
    this.#pool.stop();
  }

  /** Does a task that gives nothing but its end. */
  async #perform<N extends TaskName>(
    task: N,
    input: Tasks[N]['input'],
    { progress, signal = new AbortController().signal }: WorkOptions,
    failed: (why: Exclude<Failure, 'cancelled'>) => AppError,
  ): Promise<void> {
    const run = this.#pool.run(task, input, {
      limits: this.#limits,
      signal,
      // A stop signal of the system ends the other process as well, maybe before ours is heard.
      failure: (why) =>
        why === 'cancelled' || signal.aborted ? asAppError(signal.reason) : failed(why),
      // Between two steps it only says that it lives.
      progress: (done, total) => progress?.(Math.floor(done), total),
    });
    try {
      await run.next();
    } finally {
      await run.gone;
    }
  }
}

/** What is said when a case is not packed, by the reason. */
const archiveFailures = {
  silence: 'jobs.archiveSilence',
  time: 'jobs.archiveTime',
  memory: 'jobs.archiveMemory',
  death: 'jobs.archiveDeath',
} as const;
