import type { QueueNews, WatchedFolder } from '#data/api/import.ts';
import { EventQueue } from './event-queue.ts';
import { countsOf, isOver, queueLines, type QueueFile } from './queue-lines.ts';
import { timeLeft, workOf } from './time-left.ts';

/** A file, in which go it was brought, and by which job. */
interface Held {
  file: QueueFile;
  round: number;
  job: string;
}

/**
 * The imports into one opening of a case. A go lasts from the first file that waits until none is left; the
 * list shows the last one. Files that were refused stay known after it: they need a look.
 */
export class ImportQueue {
  /** Files of the last go, in their order. */
  files: readonly QueueFile[] = $state.raw([]);
  /** Files of any go that came in not at all, or not in whole. */
  refused: readonly QueueFile[] = $state.raw([]);
  /** Jobs that work on the files. */
  jobs: readonly string[] = $state.raw([]);
  /** Whether the list is to be seen. */
  isOpen = $state(false);
  /** Milliseconds that are left, as far as anybody can tell. */
  left: number | undefined = $state.raw();
  watched: WatchedFolder | null = $state.raw(null);
  /** Rises when files of a watched folder came in that nobody is looking at. */
  quietGoes = $state(0);
  readonly lines = $derived(queueLines(this.files));
  readonly counts = $derived(countsOf(this.files));
  readonly done = $derived(this.files.filter(isOver).length);
  readonly isRunning = $derived(this.done < this.files.length);

  readonly #held = new Map<string, Held>();
  #session: string | undefined;
  #round = 0;
  #begun = 0;
  #isQuiet = false;
  readonly #news = new EventQueue<QueueNews>(
    (news) => this.#take(news),
    () => false,
  );

  /** Takes news; those of an earlier opening are of no use. `session`: the opening that is shown. */
  hear(news: QueueNews, session: string | undefined): void {
    if (news.session !== session) return;
    this.follow(session);
    this.#news.add(news);
  }

  /** Forgets everything when another case, or none, is open. */
  follow(session: string | undefined): void {
    if (this.#session === session) return;
    this.#session = session;
    this.#news.clear();
    this.#held.clear();
    this.watched = null;
    this.isOpen = false;
    this.#show();
  }

  /** A refused file needs no look any more. */
  dismiss(keys: readonly string[]): void {
    for (const key of keys) this.#held.delete(key);
    this.#show();
  }

  #take(all: readonly QueueNews[]): void {
    if (!this.isRunning) this.#beginGo(all.every(({ isQuiet }) => isQuiet));
    for (const { files, results, job } of all) {
      if (!this.jobs.includes(job)) this.jobs = [...this.jobs, job];
      for (const file of files) this.#stand(file, job);
      this.#add(results);
    }
    this.#show();
    const works = this.files.map((file) => ({ work: workOf(file.size), isDone: isOver(file) }));
    const total = works.reduce((sum, { work }) => sum + work, 0);
    const done = works.reduce((sum, { work, isDone }) => sum + (isDone ? work : 0), 0);
    this.left = this.isRunning ? timeLeft(done, total, performance.now() - this.#begun) : undefined;
    if (this.isRunning) return;
    this.jobs = [];
    if (this.#isQuiet && !this.isOpen) this.quietGoes++;
  }

  /** A new go takes the place of the one before. */
  #beginGo(isQuiet: boolean): void {
    this.#round++;
    this.#begun = performance.now();
    this.jobs = [];
    this.#isQuiet = isQuiet;
    this.isOpen ||= !isQuiet;
    for (const [key, { file }] of this.#held) if (!isRefused(file)) this.#held.delete(key);
  }

  /** Another job tries the file once more: what became of it before is over. */
  #stand(file: QueueNews['files'][number], job: string): void {
    const before = this.#held.get(file.key);
    const results = before?.job === job ? before.file.results : [];
    this.#held.set(file.key, { file: { ...file, results }, round: this.#round, job });
  }

  /** A file may have thousands of documents: its list is copied once for all that is told together. */
  #add(results: QueueNews['results']): void {
    const byKey = new Map<string, QueueNews['results']>();
    for (const one of results) listOf(byKey, one.key).push(one);
    for (const [key, more] of byKey) {
      const held = this.#held.get(key);
      if (!held) continue;
      const file = { ...held.file, results: [...held.file.results, ...more] };
      this.#held.set(key, { ...held, file });
    }
  }

  #show(): void {
    const all = [...this.#held.values()];
    this.files = all.filter(({ round }) => round === this.#round).map(({ file }) => file);
    this.refused = all.map(({ file }) => file).filter((file) => isOver(file) && isRefused(file));
  }
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const isRefused = ({ results }: QueueFile): boolean =>
  results.some(({ result }) => result === 'failed');
