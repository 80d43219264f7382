import { AppError, asAppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { joined } from '../storage/disk/sliced-bytes.ts';
import type { CasePlace, StoreWork, Packing, Unpacking } from '../storage/store-work.ts';
import { TimeSlice } from '../storage/disk/time-slice.ts';
import type { WorkOptions } from '../storage/disk/work-options.ts';
import { TaskPool } from './task-pool.ts';
import type { Failure } from './task-run.ts';
import type { Tasks } from './tasks.ts';
import type { Limits } from './watch.ts';
import type { Launch } from './wire.ts';

const GB = 1024 ** 3;

/**
 * What work on a case may cost. The limits only end what went wrong: a case may be of any size, one file of
 * 2 GB is in memory up to three times, and a slow disk may take long to sync it. What a packed case from
 * elsewhere may cost is looked at before its first file (`archiveLimits`).
 */
const usual: Limits = { silence: 60_000, time: 24 * 60 * 60_000, memory: 6 * GB };

/** Does long work on the files of a case in processes of its own, so that no save waits for it. */
export class CaseWork implements StoreWork {
  readonly #packing: TaskPool;
  /** Another one: who waits for an index does not wait for a backup. */
  readonly #deriving: TaskPool;
  readonly #limits: Limits;

  /** `limits`: others than usual, for tests. */
  constructor(launch: Launch, limits: Partial<Limits> = {}) {
    this.#packing = new TaskPool(launch, 1);
    this.#deriving = new TaskPool(launch, 1);
    this.#limits = { ...usual, ...limits };
  }

  async archive(packing: Packing, options: WorkOptions): Promise<void> {
    await this.#itemsOf(this.#packing, 'archive', packing, options);
  }

  async unpack(unpacking: Unpacking, options: WorkOptions): Promise<void> {
    await this.#itemsOf(this.#packing, 'unpack', unpacking, options);
  }

  async derive(place: CasePlace, name: string, options: WorkOptions): Promise<Uint8Array> {
    try {
      const pieces = await this.#itemsOf(this.#deriving, 'derive', { ...place, name }, options);
      return await joined(pieces, new TimeSlice());
    } finally {
      this.#deriving.stop(); // it had the whole case in memory, and nothing more to do soon
    }
  }

  /** Ends the processes, and with them what they were at. Later work starts others. */
  stop(): void {
    this.#packing.stop();
    this.#deriving.stop();
  }

  /** Does a task, and answers all that it gives. */
  async #itemsOf<N extends keyof typeof failures>(
    pool: TaskPool,
    task: N,
    input: Tasks[N]['input'],
    { progress, signal = new AbortController().signal }: WorkOptions,
  ): Promise<Tasks[N]['item'][]> {
    const run = pool.run(task, input, {
      limits: this.#limits,
      signal,
      // A stop signal of the system ends the other process as well, maybe before ours is heard.
      failure: (why) =>
        why === 'cancelled' || signal.aborted ? asAppError(signal.reason) : failed(task, why),
      // Between two steps it only says that it lives.
      progress: (done, total) => progress?.(Math.floor(done), total),
    });
    const items: Tasks[N]['item'][] = [];
    try {
      for await (const item of run) items.push(item);
    } finally {
      await run.gone;
    }
    return items;
  }
}

/** What is said when a case is not packed or unpacked, or an index is not made, by the reason. */
const failures = {
  archive: {
    silence: 'jobs.archiveSilence',
    time: 'jobs.archiveTime',
    memory: 'jobs.archiveMemory',
    death: 'jobs.archiveDeath',
  },
  unpack: {
    silence: 'jobs.unpackSilence',
    time: 'jobs.unpackTime',
    memory: 'jobs.unpackMemory',
    death: 'jobs.unpackDeath',
  },
  derive: {
    silence: 'jobs.indexSilence',
    time: 'jobs.indexTime',
    memory: 'jobs.indexMemory',
    death: 'jobs.indexDeath',
  },
} as const;

function failed(task: keyof typeof failures, why: Exclude<Failure, 'cancelled'>): AppError {
  return new AppError(
    task === 'unpack' ? 'import-failed' : 'export-failed',
    say(failures[task][why]),
    { reason: why },
  );
}
