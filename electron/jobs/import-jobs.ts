import { say } from '#data/words/say.ts';
import type { Send } from '../ipc/ipc.ts';
import type { CaseSession } from '../session/case-session.ts';
import type { Converter } from '../import/converter.ts';
import { findFiles } from '../import/find-files.ts';
import type { Bringing } from '../import/bringing.ts';
import type { Brought } from '../import/import-files.ts';
import { ImportQueue, type QueueEntry } from './import-queue.ts';
import { ImportRun } from './import-run.ts';
import type { JobHandle, Jobs } from './jobs.ts';

/** Passwords that are tried on the files of a case, at most: each costs a try on every protected file. */
const MOST_PASSWORDS = 20;

/** Where the files of one import come from. */
type Source = (signal: AbortSignal) => AsyncIterable<QueueEntry> | Iterable<QueueEntry>;

/** Imports into the open case, one job per choice of the person. */
export class ImportJobs {
  readonly queue = new ImportQueue();
  readonly #cases: Pick<CaseSession, 'current'>;
  readonly #jobs: Jobs;
  readonly #converter: Converter;
  readonly #send: Send;
  /** Given while this case is open; tried on whatever is protected. */
  #passwords: string[] = [];
  /** What was chosen first comes into the case first: jobs queue up behind each other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(cases: Pick<CaseSession, 'current'>, jobs: Jobs, converter: Converter, send: Send) {
    this.#cases = cases;
    this.#jobs = jobs;
    this.#converter = converter;
    this.#send = send;
  }

  /**
   * Imports files, and all files in folders, as a job; answers its id at once, or null when there is
   * nothing to import. `isQuiet`: nobody waits for it. Throws `no-case-open`.
   */
  start(paths: readonly string[], how: Bringing, isQuiet = false): string | null {
    const { queue } = this;
    const found = async function* (signal: AbortSignal) {
      for await (const file of findFiles(paths, signal)) yield queue.add({ ...file, how });
    };
    return paths.length === 0 ? this.#nothing() : this.#begin(found, isQuiet);
  }

  /** Imports bytes that are in memory already, as {@link start} does. */
  startWith(brought: readonly Brought[], how: Bringing): string | null {
    if (brought.length === 0) return this.#nothing();
    return this.#begin(() =>
      brought.map((one) => this.queue.add({ ...one, how: { ...how, ...one.how } })),
    );
  }

  /** Tries files once more, by their keys, with other settings. A password is tried on later files too. */
  retry(keys: readonly string[], settings: Partial<Bringing>): string | null {
    const given = settings.passwords ?? [];
    const others = this.#passwords.filter((one) => !given.includes(one));
    this.#passwords = [...given, ...others].slice(0, MOST_PASSWORDS);
    const entries = this.queue.again(keys, settings);
    return entries.length === 0 ? this.#nothing() : this.#begin(() => entries);
  }

  /** Stops the import of one file. */
  cancel(key: string): void {
    this.queue.get(key)?.abort.abort();
  }

  /** The case is closed: keys and passwords are worth nothing any more. */
  clear(): void {
    this.queue.clear();
    this.#passwords = [];
  }

  /** Refuses all the same when there is no case. */
  #nothing(): null {
    void this.#cases.current;
    return null;
  }

  #begin(source: Source, isQuiet = false): string {
    const { store, stamp } = this.#cases.current;
    const about = { session: stamp.session, ...(isQuiet && { isQuiet }) };
    return this.#jobs.start('import', say('jobs.importing'), (job) => {
      const run = new ImportRun({
        queue: this.queue,
        job,
        tell: (news) => this.#send('import', { ...about, job: job.id, ...news }),
      });
      const work = this.#turn.then(() => this.#import(run, source, store, job));
      this.#turn = work.catch(() => undefined);
      return work;
    });
  }

  async #import(
    run: ImportRun,
    source: Source,
    store: CaseSession['current']['store'],
    { signal }: JobHandle,
  ): Promise<void> {
    try {
      for await (const entry of source(signal)) run.add(entry);
      const passwords = this.#passwords;
      const how = { method: '', collector: '', ...(passwords.length > 0 && { passwords }) };
      await run.run({ store, converter: this.#converter, how });
    } catch (thrown) {
      run.end();
      throw thrown;
    }
  }
}
