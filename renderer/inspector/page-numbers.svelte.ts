import type { Highlight } from '#data/model/highlight.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { pageCache, type MarkCache } from '../state/mark-cache.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';

/** On which pages of their originals quotes stand, as far as those have pages. */
export class PageNumbers {
  readonly #model: CaseModel;
  readonly #notices: Notices;
  readonly #cache: MarkCache<string>;
  /** Quotes that are going to be asked for together. */
  #wanted = new Set<string>();

  constructor(model: CaseModel, notices: Notices) {
    this.#model = model;
    this.#notices = notices;
    this.#cache = pageCache(model);
  }

  /** Fetches the page of a quote if it has one; call from an effect. */
  want({ id, document }: Highlight): void {
    if (this.#model.table('document').get(document)?.reading?.pages === undefined) return;
    if (this.#wanted.size === 0) queueMicrotask(() => this.#ask());
    this.#wanted.add(id);
  }

  /** The number of the page, once it is here. */
  of({ id }: Highlight): string | undefined {
    return this.#cache.get(id);
  }

  /** Stops following the case. */
  close(): void {
    this.#cache.close();
  }

  #ask(): void {
    const ids = this.#wanted;
    this.#wanted = new Set();
    void this.#notices.attempt(() => this.#cache.want(ids));
  }
}
