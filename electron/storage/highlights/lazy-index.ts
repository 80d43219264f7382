import type { Highlight } from '#data/model/highlight.ts';
import type { HighlightIndex } from './highlight-index.ts';

/** What is asked of an index. */
export type IndexUse = Pick<HighlightIndex, 'documentsOf' | 'documentsWith'>;

/**
 * An index that is fetched when somebody asks it: at 10,000 documents it has ten megabytes, and
 * nobody needs it for the first words on the screen. Changes wait until somebody asks, also once it is
 * there: who asks waits microseconds, where every save would.
 */
export class LazyIndex implements IndexUse {
  readonly #fetch: () => HighlightIndex;
  #found: HighlightIndex | undefined;
  #waiting: [before: Highlight | null, after: Highlight | null, n: number][] = [];

  /** `fetch` is called once, unless it throws; never when an index was {@link give given} before. */
  constructor(fetch: () => HighlightIndex) {
    this.#fetch = fetch;
  }

  /** Whether it is there, fetched or given. */
  get isThere(): boolean {
    return this.#found !== undefined;
  }

  /** The index with everything that waited for it. Throws what fetching throws. */
  get index(): HighlightIndex {
    const index = (this.#found ??= this.#fetch());
    if (this.#waiting.length === 0) return index;
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

  /** Takes an index that was made elsewhere, up to whatever record; one that is there already stays. */
  give(index: HighlightIndex): void {
    this.#found ??= index;
  }

  /** Takes a change into account; with its journal number when the index may know it already. */
  follow(before: Highlight | null, after: Highlight | null, n = Infinity): void {
    this.#waiting.push([before, after, n]);
  }
}
