import type { Highlight } from '#data/model/highlight.ts';
import { desktop } from '../desktop.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';

/** Asked for at a time: each may lie in another document, which the desktop has to read first. */
const BATCH = 200;
/** New quotes are shown this many at a time: the network is built anew each time. */
const SHOWN = 5000;

/**
 * Highlights that carry evidence, fetched when somebody wants them and kept up to date with the
 * case. Reading {@link get} in a derived or effect follows them.
 */
export class QuoteCache {
  #marks: ReadonlyMap<string, Highlight> = $state.raw(new Map());
  readonly #asked = new Set<string>();
  readonly #stop: () => void;

  constructor(model: CaseModel) {
    this.#stop = model.onHighlights(({ put, remove }) => {
      const changed = put.filter(({ id }) => this.#asked.has(id));
      const gone = remove.filter(({ id }) => this.#asked.delete(id));
      if (changed.length + gone.length === 0) return;
      const next = new Map(this.#marks);
      for (const mark of changed) next.set(mark.id, mark);
      for (const { id } of gone) next.delete(id);
      this.#marks = next;
    });
  }

  /** The highlight, once it is here. */
  get(id: string): Highlight | undefined {
    return this.#marks.get(id);
  }

  /** Fetches those that are not here yet. Throws what the desktop refuses; then they can be asked again. */
  async want(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#asked.has(id));
    for (const id of missing) this.#asked.add(id);
    for (let at = 0; at < missing.length; at += SHOWN) {
      try {
        await this.#fetch(missing.slice(at, at + SHOWN));
      } catch (thrown) {
        for (const id of missing.slice(at)) this.#asked.delete(id);
        throw thrown;
      }
    }
  }

  async #fetch(ids: readonly string[]): Promise<void> {
    const found: Highlight[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const quotes = await desktop('highlight.quotes', { ids: ids.slice(at, at + BATCH) });
      found.push(...quotes.map(({ highlight }) => highlight));
    }
    const next = new Map(this.#marks);
    for (const mark of found) {
      // What changed or went while the others were fetched is known better here.
      if (this.#asked.has(mark.id) && !next.has(mark.id)) next.set(mark.id, mark);
    }
    this.#marks = next;
  }

  /** Stops following the case. */
  close(): void {
    this.#stop();
  }
}
