import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportResult } from '#data/api.ts';
import { asAppError } from '#data/errors.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Converter } from './converter.ts';
import type { JobHandle, JobYield, Jobs } from './jobs.ts';

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
   * Imports files and everything in folders as a job; answers its id at once, or null when there is
   * nothing to import. Throws `no-case-open`.
   */
  async start(paths: readonly string[]): Promise<string | null> {
    const { store } = this.#cases.current;
    if (paths.length === 0) return null;
    return this.#jobs.start('import', 'Importing', (job) => {
      const work = this.#turn.then(() => this.#importAll(store, paths, job));
      this.#turn = work.catch(() => undefined);
      return work;
    });
  }

  /** One bad file never stops the rest; a cancelled job keeps what it has imported. */
  async #importAll(store: CaseStore, paths: readonly string[], job: JobHandle): Promise<JobYield> {
    const results: ImportResult[] = [];
    for (const [done, path] of paths.entries()) {
      if (job.signal.aborted) break;
      job.progress(done, paths.length, `Importing ${basename(path)}`);
      results.push(await this.#importOne(store, path, job.signal));
    }
    job.progress(results.length, paths.length, 'Importing');
    return { results };
  }

  async #importOne(store: CaseStore, path: string, signal: AbortSignal): Promise<ImportResult> {
    const name = basename(path);
    try {
      const bytes = await readFile(path);
      const converted = await this.#converter.convert({ name, bytes }, signal);
      const { title, text, blocks, mediaType } = converted;
      const source = {
        ...(await store.putSource(bytes)),
        mediaType,
        origin: name,
        collectedAt: new Date().toISOString(),
        collector: 'x',
        method: 'file',
      };
      const { id } = await store.perform({
        op: 'document.add',
        input: { title, source, text: await store.putText({ text, blocks }) },
      });
      return { file: name, result: 'imported', id, title };
    } catch (error) {
      return { file: name, result: 'failed', error: asAppError(error).toJSON() };
    }
  }
}
