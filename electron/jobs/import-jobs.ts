import type { ImportResult } from '#data/api/job.ts';
import { say } from '#data/words/say.ts';
import type { CaseSession } from '../session/case-session.ts';
import type { Converter } from '../import/converter.ts';
import { findFiles, type FoundFile } from '../import/find-files.ts';
import type { Bringing } from '../import/bringing.ts';
import { importFiles } from '../import/import-files.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { JobHandle, JobYield, Jobs } from './jobs.ts';

/** Imports into the open case, one job per choice of the person. */
export class ImportJobs {
  readonly #cases: CaseSession;
  readonly #jobs: Jobs;
  readonly #converter: Converter;
  /** What was chosen first comes into the case first: jobs queue up behind each other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(cases: CaseSession, jobs: Jobs, converter: Converter) {
    this.#cases = cases;
    this.#jobs = jobs;
    this.#converter = converter;
  }

  /**
   * Imports files, and all files in folders, as a job; answers its id at once, or null when there is
   * nothing to import. Throws `no-case-open`.
   */
  start(paths: readonly string[], how: Bringing): string | null {
    const { store } = this.#cases.current;
    if (paths.length === 0) return null;
    return this.#jobs.start('import', say('jobs.importing'), (job) => {
      const work = this.#turn.then(() => this.#importAll(store, paths, how, job));
      this.#turn = work.catch(() => undefined);
      return work;
    });
  }

  /** One bad file never stops the rest; a cancelled job keeps what it has imported. */
  async #importAll(
    store: CaseStore,
    paths: readonly string[],
    how: Bringing,
    { signal, progress }: JobHandle,
  ): Promise<JobYield> {
    const files: FoundFile[] = [];
    for await (const file of findFiles(paths, signal)) files.push(file);
    let done = 0;
    const turn = (nth: number, name: string): void => {
      done = nth;
      progress(done, files.length, say('jobs.importingFile', { file: name }));
    };
    const importing = { store, converter: this.#converter, how, signal, turn };
    const results: ImportResult[] = [];
    for await (const result of importFiles(files, importing)) {
      if (isCancelled(result)) break;
      results.push(result);
      if (signal.aborted) break;
    }
    progress(signal.aborted ? done : files.length, files.length, say('jobs.importing'));
    return { results };
  }
}

const isCancelled = (one: ImportResult): boolean =>
  one.result === 'failed' && one.error.code === 'cancelled';
