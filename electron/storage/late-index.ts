import type { Highlight } from '#data/model/highlight.ts';
import type { HighlightIndex } from './highlight-index.ts';

/** What is asked of an index. */
export interface IndexUse extends Pick<HighlightIndex, 'documentsOf' | 'documentsWith'> {
  /** Takes a change into account; with its journal number when the index may know it already. */
  follow(before: Highlight | null, after: Highlight | null, n?: number): void;
}

/** Milliseconds after which an index is fetched that nobody has asked for. */
const SOON = 300;

/**
 * An index that is fetched when somebody asks it, or soon after the case was opened: at 10,000
 * documents it has ten megabytes, and nobody needs it for the first words on the screen. Changes
 * wait for it.
 */
export class LateIndex implements IndexUse {
  readonly #fetch: () => HighlightIndex;
  #found: HighlightIndex | undefined;
  #waiting: [before: Highlight | null, after: Highlight | null, n: number][] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `fetch` is called once, unless it throws. */
  constructor(fetch: () => HighlightIndex) {
    this.#fetch = fetch;
  }

  /** The index with everything that waited for it. Throws what fetching throws. */
  get index(): HighlightIndex {
    if (this.#found) return this.#found;
    const index = this.#fetch();
    this.#found = index;
    for (const [before, after, n] of this.#waiting) {
      if (n > index.seq) index.follow(before, after);
    }
    this.#waiting = [];
    this.stop();
    return index;
  }

  documentsOf(id: string): string[] {
    return this.index.documentsOf(id);
  }

  documentsWith(reference: Parameters<HighlightIndex['documentsWith']>[0]): Iterable<string> {
    return this.index.documentsWith(reference);
  }

  follow(before: Highlight | null, after: Highlight | null, n = Infinity): void {
    if (!this.#found) this.#waiting.push([before, after, n]);
    else if (n > this.#found.seq) this.#found.follow(before, after);
  }

  /** Fetches it soon. A failure is for those who ask: they are told. */
  soon(): void {
    this.#timer = setTimeout(() => {
      try {
        void this.index;
      } catch {
        this.stop();
      }
    }, SOON).unref();
  }

  /** Fetches nothing by itself any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
