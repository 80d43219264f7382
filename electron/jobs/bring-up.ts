import { say } from '#data/words/say.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Jobs } from './jobs.ts';

/** Makes what is derived from a case that was opened, where it is not there: as a job, beside edits. */
export function bringUpDerived(jobs: Jobs, store: CaseStore): void {
  if (store.derived.areCurrent) return;
  jobs.start('index', say('jobs.indexing'), async (job) => {
    await store.bringUp(job);
  });
}
