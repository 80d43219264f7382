import { say } from '#data/words/say.ts';
import { Backups } from '../storage/archive/backups.ts';
import type { CaseStore } from '../storage/case-store.ts';
import type { Jobs } from './jobs.ts';

/** Milliseconds after opening before the first look, so that opening itself stays quick. */
const FIRST = 2 * 60 * 1000;
/** Milliseconds between looks while the case stays open. */
const NEXT = 60 * 60 * 1000;

/**
 * Backs the open case up by itself when it is time. Edits go on meanwhile; a case that is closed
 * stops the backup, which then comes at another time.
 */
export class AutoBackup {
  readonly #jobs: Jobs;
  #timer: NodeJS.Timeout | undefined;

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  /** Watches over a case that was opened. */
  watch(store: CaseStore, path: string): void {
    this.stop();
    this.#lookIn(FIRST, store, new Backups(path));
  }

  /** The case is closed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #lookIn(time: number, store: CaseStore, backups: Backups): void {
    this.#timer = setTimeout(() => {
      this.#lookIn(NEXT, store, backups);
      if (store.status.mode !== 'writable' || !backups.isDue(store)) return;
      this.#jobs.start('backup', say('jobs.backingUp'), async (job) => {
        await backups.make(store, job);
      });
    }, time);
    this.#timer.unref();
  }
}
