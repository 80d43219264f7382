import type { QueuedFile, QueueNews, QueueResult } from '#data/api/import.ts';

/** Milliseconds between two tellings: the window is not asked to paint more often than it can. */
const PAUSE = 50;

/** Calls back after some milliseconds; returns how to call that off. */
export type Later = (work: () => void, milliseconds: number) => () => void;

const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Gathers what becomes of the files of an import, and tells it in one go now and then: a thousand files are
 * some dozen tellings, and none repeats what was told.
 */
export class QueueTelling {
  readonly #tell: (news: Pick<QueueNews, 'files' | 'results'>) => void;
  readonly #later: Later;
  /** How files stand now that are to be told: of several states the last. */
  #files = new Map<string, QueuedFile>();
  #results: QueueResult[] = [];
  #callOff: (() => void) | undefined;

  constructor(tell: (news: Pick<QueueNews, 'files' | 'results'>) => void, later_: Later = later) {
    this.#tell = tell;
    this.#later = later_;
  }

  /** How a file stands. */
  file(file: QueuedFile): void {
    this.#files.set(file.key, file);
    this.#soon();
  }

  /** What became of a document. */
  result(result: QueueResult): void {
    this.#results.push(result);
    this.#soon();
  }

  /** Tells at once what was not told. */
  flush(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (this.#files.size + this.#results.length === 0) return;
    const news = { files: [...this.#files.values()], results: this.#results };
    this.#files = new Map();
    this.#results = [];
    this.#tell(news);
  }

  #soon(): void {
    this.#callOff ??= this.#later(() => {
      this.#callOff = undefined;
      this.flush();
    }, PAUSE);
  }
}
