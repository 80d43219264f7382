import type { HighlightShelf } from '#data/state/case-state.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { refers } from '#data/state/memory-highlights.ts';
import type { IndexUse } from './lazy-index.ts';

/** Most highlights kept in memory beside those whose files are behind. */
const KEPT = 20_000;

type Marks = Map<string, Highlight>;
type Step = readonly [before: Highlight | null, after: Highlight | null];

/** How highlights get into memory. */
export interface HighlightSource {
  /** Highlights of a document as its file has them; `whole` is false when the file had to be rebuilt. */
  load(document: string): { highlights: readonly Highlight[]; whole: boolean };
  count(document: string): number;
}

/**
 * Highlights that are loaded with their document and forgotten again when they are clean. A change
 * of a document that is not loaded waits until it is. Which document an id belongs to comes from the
 * index, which is told of changes by itself.
 */
export class HighlightCache implements HighlightShelf {
  readonly #source: HighlightSource;
  readonly #index: IndexUse;
  /** Loaded documents, least recently used first. */
  readonly #loaded = new Map<string, Marks>();
  /** Changes of documents that are not loaded, in order. */
  readonly #waiting = new Map<string, Step[]>();
  /** Documents whose file is behind, with a number that rises with every change. */
  readonly #dirty = new Map<string, number>();
  #kept = 0;
  #changes = 0;

  constructor(source: HighlightSource, index: IndexUse) {
    this.#source = source;
    this.#index = index;
  }

  /** Documents whose files are behind. */
  get dirty(): string[] {
    return [...this.#dirty.keys()];
  }

  get(id: string): Highlight | undefined {
    for (const document of this.#index.documentsOf(id)) {
      const mark = this.#marks(document).get(id);
      if (mark) return mark;
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Without reading any file, unless two ids share a hash in the index. */
  documentOf(id: string): string | undefined {
    const [only, ...others] = this.#index.documentsOf(id);
    return others.length === 0 ? only : this.get(id)?.document;
  }

  of(document: string): Iterable<Highlight> {
    return this.#marks(document).values();
  }

  /**
   * As {@link of}, for a single look: kept if they are kept already, but not for the sake of this, so that
   * looking through a whole case forgets nothing.
   */
  once(document: string): Iterable<Highlight> {
    if (this.#loaded.has(document) || this.#waiting.has(document)) return this.of(document);
    const { highlights, whole } = this.#source.load(document);
    return whole ? highlights : this.of(document);
  }

  count(document: string): number {
    return this.#source.count(document);
  }

  *with(reference: { entity: string } | { tag: string }): Iterable<Highlight> {
    for (const document of [...this.#index.documentsWith(reference)]) {
      for (const mark of this.#marks(document).values()) if (refers(mark, reference)) yield mark;
    }
  }

  /** Changes of a file that is ahead may come again, in order. */
  apply(before: Highlight | null, after: Highlight | null): void {
    const stays = before?.document === after?.document;
    if (before && !stays) this.#step(before.document, before, null);
    if (after) this.#step(after.document, stays ? before : null, after);
  }

  /**
   * The highlights of a document for writing, and how to say that they were written: the document is
   * clean then, unless it was changed meanwhile.
   */
  capture(document: string): { highlights: Highlight[]; written: () => void } {
    const highlights = [...this.of(document)];
    const version = this.#dirty.get(document);
    const written = (): void => {
      if (this.#dirty.get(document) !== version) return;
      this.#dirty.delete(document);
      this.#forget();
    };
    return { highlights, written };
  }

  #step(document: string, before: Highlight | null, after: Highlight | null): void {
    this.#dirty.set(document, ++this.#changes);
    const marks = this.#loaded.get(document);
    if (marks) {
      const size = marks.size;
      put(marks, before, after);
      this.#kept += marks.size - size;
      return;
    }
    const waiting = this.#waiting.get(document);
    if (waiting) waiting.push([before, after]);
    else this.#waiting.set(document, [[before, after]]);
  }

  #marks(document: string): Marks {
    const loaded = this.#loaded.get(document);
    if (loaded) {
      this.#loaded.delete(document);
      this.#loaded.set(document, loaded);
      return loaded;
    }
    const { highlights, whole } = this.#source.load(document);
    const marks: Marks = new Map(highlights.map((mark) => [mark.id, mark]));
    for (const [before, after] of this.#waiting.get(document) ?? []) put(marks, before, after);
    this.#waiting.delete(document);
    if (!whole) this.#dirty.set(document, ++this.#changes);
    this.#loaded.set(document, marks);
    this.#kept += marks.size;
    this.#forget(document);
    return marks;
  }

  /** Lets go of clean documents that were not used for long. */
  #forget(except?: string): void {
    if (this.#kept <= KEPT) return;
    for (const [document, marks] of this.#loaded) {
      if (document === except || this.#dirty.has(document)) continue;
      this.#loaded.delete(document);
      this.#kept -= marks.size;
      if (this.#kept <= KEPT) return;
    }
  }
}

function put(marks: Marks, before: Highlight | null, after: Highlight | null): void {
  if (before && before.id !== after?.id) marks.delete(before.id);
  if (after) marks.set(after.id, after);
}
