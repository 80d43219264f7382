import type { QueueNews, QueueResult, QueueState } from '#data/api/import.ts';
import type { ImportResult } from '#data/api/job.ts';
import { say } from '#data/words/say.ts';
import { importFiles, type Importing } from '../import/import-files.ts';
import { told, type ImportQueue, type QueueEntry } from './import-queue.ts';
import type { JobHandle } from './jobs.ts';
import { QueueTelling } from './queue-telling.ts';

/** What one import works with. */
export interface ImportRunParts {
  queue: ImportQueue;
  job: JobHandle;
  /** Tells the window how the files stand. */
  tell: (news: Pick<QueueNews, 'files' | 'results'>) => void;
}

/** One import: takes its files into the case, one after the other, and tells how each stands. */
export class ImportRun {
  readonly #queue: ImportQueue;
  readonly #job: JobHandle;
  readonly #telling: QueueTelling;
  readonly #entries: QueueEntry[] = [];
  /** The file in turn, and what keeps it from being in whole. */
  #current: { entry: QueueEntry; refused?: 'failed' | 'cancelled' } | undefined;
  #done = 0;

  constructor({ queue, job, tell }: ImportRunParts) {
    this.#queue = queue;
    this.#job = job;
    this.#telling = new QueueTelling((news) => {
      tell(news);
      this.#sayHowFar();
    });
  }

  /** A file that is to be imported is told at once. */
  add(entry: QueueEntry): void {
    this.#entries.push(entry);
    this.#telling.file(told(entry, 'waiting'));
  }

  /** One bad file never stops the rest; once it is cancelled, what came in by then stays. */
  async run(importing: Pick<Importing, 'store' | 'converter' | 'how'>): Promise<void> {
    const { signal } = this.#job;
    const results = importFiles(
      this.#entries.map(({ brought }) => brought),
      { ...importing, signal, begun: (nth) => this.#begun(nth), turn: (nth) => this.#turn(nth) },
    );
    for await (const result of results) {
      this.#take(result);
      if (!signal.aborted) continue;
      // Of a file that holds several documents the rest is missing.
      if (this.#current && result.file !== this.#current.entry.brought.name) {
        this.#current.refused ??= 'cancelled';
      }
      break;
    }
    this.end();
  }

  /** Nothing more is imported: what was not reached is told as cancelled. */
  end(): void {
    this.#finish();
    for (const entry of this.#entries.slice(this.#done)) {
      this.#telling.file(told(entry, 'cancelled'));
    }
    this.#telling.flush();
    this.#sayHowFar();
  }

  #sayHowFar(): void {
    const name = this.#current?.entry.brought.name;
    const words =
      name === undefined ? say('jobs.importing') : say('jobs.importingFile', { file: name });
    this.#job.progress(this.#done, this.#entries.length, words);
  }

  #begun(nth: number): void {
    const entry = this.#entries[nth];
    if (entry) this.#telling.file(told(entry, 'reading'));
  }

  #turn(nth: number): void {
    this.#finish();
    const entry = this.#entries[nth];
    if (entry) this.#current = { entry };
  }

  #take(result: ImportResult): void {
    const current = this.#current;
    if (!current) return;
    if (result.result === 'failed' && result.error.code === 'cancelled') {
      current.refused = 'cancelled';
      return;
    }
    if (result.result === 'failed') current.refused ??= 'failed';
    this.#telling.result(resultOf(current.entry.key, result));
  }

  /** The file in turn is over. */
  #finish(): void {
    const current = this.#current;
    if (!current) return;
    this.#current = undefined;
    this.#done++;
    if (current.refused === undefined) this.#queue.forget(current.entry.key);
    const state: QueueState = current.refused === 'cancelled' ? 'cancelled' : 'over';
    this.#telling.file(told(current.entry, state));
  }
}

/** A result as the window needs it: what a document is, it knows by itself. */
function resultOf(key: string, one: ImportResult): QueueResult {
  const { file } = one;
  if (one.result === 'failed') return { key, file, result: 'failed', error: one.error };
  return { key, file, result: one.result, id: one.id, title: one.title };
}
