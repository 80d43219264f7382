import type { ImportResult } from '#data/api.ts';
import type { CaseDesk } from '../case-desk.ts';
import { findFiles, type FoundFile } from '../find-files.ts';
import { importFound, type Convert } from '../import-files.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Converter } from './converter.ts';
import type { JobHandle, JobYield, Jobs } from './jobs.ts';

/** How files came into the program and who brought them, for the chain of custody. */
export interface Bringing {
  method: 'file dialog' | 'drag and drop';
  collector: string;
}

/** Imports into the open case, one job per choice of the person. */
export class ImportJobs {
  readonly #cases: CaseDesk;
  readonly #jobs: Jobs;
  readonly #converter: Converter;
  /** The converter reads one file at a time: jobs queue up behind each other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(cases: CaseDesk, jobs: Jobs, converter: Converter) {
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
    return this.#jobs.start('import', 'Importing', (job) => {
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
    job: JobHandle,
  ): Promise<JobYield> {
    const { signal } = job;
    const convert: Convert = (file) => this.#converter.convert(file, signal);
    const files: FoundFile[] = [];
    for await (const file of findFiles(paths, signal)) files.push(file);
    const results: ImportResult[] = [];
    for (const [done, file] of files.entries()) {
      if (signal.aborted) break;
      job.progress(done, files.length, `Importing ${file.name}`);
      const result = await importFound(store, file, how, convert);
      if (!isCancelled(result)) results.push(result);
    }
    job.progress(results.length, files.length, 'Importing');
    return { results };
  }
}

const isCancelled = (one: ImportResult): boolean =>
  one.result === 'failed' && one.error.code === 'cancelled';
