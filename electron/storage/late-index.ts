import type { Highlight } from '#data/model/highlight.ts';
import type { HighlightIndex } from './highlight-index.ts';

/** What is asked of an index. */
export interface IndexUse extends Pick<HighlightIndex, 'documentsOf' | 'documentsWith'> {
  /** Takes a change into account; with its journal number when the index may know it already. */
  follow(before: Highlight | null, after: Highlight | null, n?: number): void;
}

/**
 * An index that is fetched when somebody asks it: at 10,000 documents it has ten megabytes, and
 * nobody needs it for the first words on the screen. Changes wait for it.
 */
export class LateIndex implements IndexUse {
  readonly #fetch: () => HighlightIndex;
  #found: HighlightIndex | undefined;
  #waiting: [before: Highlight | null, after: Highlight | null, n: number][] = [];

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
}
