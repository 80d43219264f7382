import type { Highlight } from '#data/model/highlight.ts';
import type { Passage } from '#data/queries/passage.ts';
import type { CaseModel } from './case-model.svelte.ts';

/** New values are shown this many at a time: the network is built anew each time. */
const SHOWN = 5000;

/** What is kept of highlights, and where it comes from. */
interface Kept<V> {
  /** Highlights asked for at a time. */
  batch: number;
  /** Asks the desktop; highlights that are gone may be left out. */
  fetch: (ids: string[]) => Promise<(readonly [id: string, value: V])[]>;
  /** The same of a highlight that changed. */
  valueOf: (mark: Highlight) => V;
}

/**
 * What somebody wants to know of single highlights, fetched when it is wanted and kept up to date with
 * the case. Reading {@link get} in a derived or effect follows it.
 */
export class MarkCache<V> {
  #values: ReadonlyMap<string, V> = $state.raw(new Map());
  readonly #kept: Kept<V>;
  readonly #asked = new Set<string>();
  readonly #stop: () => void;

  constructor(model: CaseModel, kept: Kept<V>) {
    this.#kept = kept;
    const stopRenewing = model.onRenewed(() => void this.#fetchAgain());
    const stop = model.onHighlights(({ put, remove }) => {
      const changed = put
        .filter(({ id }) => this.#asked.has(id))
        .map((mark) => [mark.id, kept.valueOf(mark)] as const)
        .filter(([id, value]) => this.#values.get(id) !== value);
      const gone = remove.filter(({ id }) => this.#asked.delete(id));
      if (changed.length + gone.length === 0) return;
      const next = new Map(this.#values);
      for (const [id, value] of changed) next.set(id, value);
      for (const { id } of gone) next.delete(id);
      this.#values = next;
    });
    this.#stop = () => {
      stop();
      stopRenewing();
    };
  }

  /** Changes were missed. What cannot be fetched now is fetched when it is wanted the next time. */
  async #fetchAgain(): Promise<void> {
    const ids = [...this.#asked];
    this.#asked.clear();
    this.#values = new Map();
    await this.want(ids).catch(() => undefined);
  }

  /** The value of a highlight, once it is here. */
  get(id: string): V | undefined {
    return this.#values.get(id);
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
    const { batch, fetch } = this.#kept;
    const found: (readonly [string, V])[] = [];
    for (let at = 0; at < ids.length; at += batch) {
      found.push(...(await fetch(ids.slice(at, at + batch))));
    }
    const next = new Map(this.#values);
    for (const [id, value] of found) {
      // What changed or went while the others were fetched is known better here.
      if (this.#asked.has(id) && !next.has(id)) next.set(id, value);
    }
    this.#values = next;
  }

  /** Stops following the case. */
  close(): void {
    this.#stop();
  }
}

/** Whole highlights. Few at a time: each may lie in another document, which the desktop has to read first. */
export function quoteCache(model: CaseModel): MarkCache<Highlight> {
  return new MarkCache(model, {
    batch: 200,
    fetch: async (ids) => {
      const quotes = await model.ask('highlight.quotes', { ids });
      return quotes.map(({ highlight }) => [highlight.id, highlight] as const);
    },
    valueOf: (mark) => mark,
  });
}

/** The words around highlights, up to the ends of their sentences. */
export function passageCache(model: CaseModel): MarkCache<Passage> {
  return new MarkCache(model, {
    batch: 200,
    fetch: async (ids) => {
      const passages = await model.ask('highlight.passages', { ids });
      return passages.flatMap((passage, at) =>
        passage === null ? [] : [[ids[at] ?? '', passage] as const],
      );
    },
    valueOf: ({ prefix, suffix }) => ({ before: prefix, after: suffix }),
  });
}

/** Numbers of the pages that highlights begin on; those without a page are left out. */
export function pageCache(model: CaseModel): MarkCache<string> {
  const cache: MarkCache<string> = new MarkCache(model, {
    batch: 200,
    fetch: async (ids) => {
      const pages = await model.ask('highlight.pages', { ids });
      return pages.flatMap((page, at) => (page === null ? [] : [[ids[at] ?? '', page] as const]));
    },
    // Its words stay where they are, whatever is said of them.
    valueOf: ({ id }) => cache.get(id) ?? '',
  });
  return cache;
}

/** Documents of highlights, which the desktop knows without reading any. */
export function placeCache(model: CaseModel): MarkCache<string> {
  return new MarkCache(model, {
    batch: 5000,
    fetch: async (ids) => {
      const documents = await model.ask('highlight.documents', { ids });
      return documents.flatMap((document, at) =>
        document === null ? [] : [[ids[at] ?? '', document] as const],
      );
    },
    valueOf: ({ document }) => document,
  });
}
