import type { ImportTools } from '#data/formats/import/tools.ts';

/** Times that each page is told of: read, put together, written, and perhaps looked at for pictures. */
const ROUNDS = 4;
/** Steps that reading the words of a page takes, beside those. */
const STEPS = 100;

/** Says how far the reading of a PDF is. It never goes back. */
export class PageProgress {
  readonly #tools: Pick<ImportTools, 'progress' | 'signal'>;
  #done = 0;
  #total: number;

  constructor(tools: Pick<ImportTools, 'progress' | 'signal'>, pages: number) {
    this.#tools = tools;
    this.#total = ROUNDS * pages;
  }

  /** One page has come one round further. Throws the reason of the signal once nobody wants the result. */
  readonly passed = (): void => {
    this.#done++;
    this.#tell(0);
  };

  /** The words of so many pages are going to be read. */
  expect(pages: number): void {
    this.#total += STEPS * pages;
  }

  /** So much of the words of a page is read, 0 to 1. */
  readonly within = (share: number): void => this.#tell(STEPS * share);

  /** The words of a page are read. */
  pageRead(): void {
    this.#done += STEPS;
    this.#tell(0);
  }

  #tell(beyond: number): void {
    this.#tools.signal.throwIfAborted();
    const done = this.#done + beyond;
    this.#tools.progress(done, Math.max(done, this.#total));
  }
}
