import { randomUUID } from 'node:crypto';
import type { JobState } from '#data/api/job.ts';
import { AppError, asAppError } from '#data/errors.ts';
import type { CodeOf } from '#data/words/catalogue.ts';
import { say } from '#data/words/say.ts';
import type { Send } from '../ipc/ipc.ts';
import type { Log } from '../log.ts';

/** What a job sees of itself while it works. */
export interface JobHandle {
  readonly id: string;
  /** Aborted when the person cancels or the case closes: the job stops at the next good place. */
  readonly signal: AbortSignal;
  /** Says how far the work is; `label` says what is being worked on. */
  readonly progress: (done: number, total: number, label?: string) => void;
}

/** `isWhole`: all of it was done, whatever somebody wished meanwhile. */
type End = { isWhole?: true } | void;

interface Running {
  cancel: () => void;
  ended: Promise<void>;
}

/** Work in the background, told to the window as it goes on. */
export class Jobs {
  readonly #send: Send;
  readonly #log: Log;
  readonly #session: () => string | undefined;
  readonly #running = new Map<string, Running>();

  /** `session`: that of the case that is open. */
  constructor(send: Send, log: Log, session: () => string | undefined = () => undefined) {
    this.#send = send;
    this.#log = log;
    this.#session = session;
  }

  /** Starts work and answers its id at once; how it goes is told by `job` events. */
  start(kind: JobState['kind'], label: string, work: (job: JobHandle) => Promise<void>): string {
    return this.#begin(kind, label, work).id;
  }

  /**
   * Runs work that is done as a whole or not at all, and answers its result; a refusal is told and thrown
   * on. What is done by the time somebody cancels is done.
   */
  async run<T>(
    kind: JobState['kind'],
    label: string,
    work: (job: JobHandle) => Promise<T>,
  ): Promise<T> {
    let result: { value: T } | undefined;
    let failure: unknown;
    const job = this.#begin(kind, label, async (handle) => {
      try {
        result = { value: await work(handle) };
      } catch (error) {
        failure = error;
        throw error;
      }
      return { isWhole: true };
    });
    await job.ended;
    if (result) return result.value;
    throw failure;
  }

  /** Asks a job to stop; a job that has ended already is no mistake. */
  cancel(id: string): void {
    this.#running.get(id)?.cancel();
  }

  /** Stops everything and waits until it has stopped. */
  async stopAll(): Promise<void> {
    for (const { cancel } of this.#running.values()) cancel();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  #begin(kind: JobState['kind'], label: string, work: (job: JobHandle) => Promise<End>) {
    const id = randomUUID();
    const abort = new AbortController();
    const session = this.#session();
    const about = session === undefined ? {} : { session };
    let state: JobState = { id, kind, ...about, label, done: 0, total: 0, state: 'running' };
    const tell = (change: Partial<JobState>) => {
      state = { ...state, ...change };
      this.#send('job', state);
    };
    const handle: JobHandle = {
      id,
      signal: abort.signal,
      progress: (done, total, words = state.label) => tell({ done, total, label: words }),
    };
    tell({});
    const ended = work(handle)
      .then((end) => {
        const isCancelled = abort.signal.aborted && !end?.isWhole;
        tell({ state: isCancelled ? 'cancelled' : 'finished' });
      })
      .catch((thrown: unknown) => tell(this.#endOf(thrown)))
      .finally(() => this.#running.delete(id));
    this.#running.set(id, { cancel: () => abort.abort(cancelled(kind)), ended });
    return { id, ended };
  }

  #endOf(thrown: unknown): Partial<JobState> {
    const error = asAppError(thrown);
    if (error.code === 'cancelled') return { state: 'cancelled' };
    if (!(thrown instanceof AppError)) this.#log.error('job', thrown);
    return { state: 'failed', error: error.toJSON() };
  }
}

/** What is said of a job that was cancelled: it tells what is left of it. */
const ends = {
  import: 'jobs.cancelledImport',
  export: 'jobs.cancelledWriting',
  preview: 'jobs.cancelledPreview',
  backup: 'jobs.cancelledWriting',
  copy: 'jobs.cancelledWriting',
  verify: 'jobs.cancelledChecking',
  index: 'jobs.cancelledIndexing',
  recognise: 'ocr.cancelledReading',
  version: 'jobs.cancelledVersion',
} as const satisfies Record<JobState['kind'], CodeOf<'jobs' | 'ocr'>>;

const cancelled = (kind: JobState['kind']): AppError => new AppError('cancelled', say(ends[kind]));
