import type { Highlight } from '../model/highlight.ts';
import type { HighlightShelf } from './case-state.ts';

/** Highlights of a case held in memory, by id and by document. */
export class MemoryHighlights implements HighlightShelf {
  readonly #byId = new Map<string, Highlight>();
  readonly #byDocument = new Map<string, Map<string, Highlight>>();

  get(id: string): Highlight | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  documentOf(id: string): string | undefined {
    return this.#byId.get(id)?.document;
  }

  of(document: string): Iterable<Highlight> {
    return this.#byDocument.get(document)?.values() ?? [];
  }

  count(document: string): number {
    return this.#byDocument.get(document)?.size ?? 0;
  }

  *with(reference: { entity: string } | { tag: string }): Iterable<Highlight> {
    for (const highlight of this.#byId.values()) if (refers(highlight, reference)) yield highlight;
  }

  apply(before: Highlight | null, after: Highlight | null): void {
    if (before) {
      this.#byId.delete(before.id);
      this.#byDocument.get(before.document)?.delete(before.id);
    }
    if (after) {
      this.#byId.set(after.id, after);
      const shelf = this.#byDocument.get(after.document) ?? new Map<string, Highlight>();
      shelf.set(after.id, after);
      this.#byDocument.set(after.document, shelf);
    }
  }
}

/** Whether a highlight names the actor or carries the tag. */
export function refers(
  highlight: Highlight,
  reference: { entity: string } | { tag: string },
): boolean {
  return 'entity' in reference
    ? highlight.entities.includes(reference.entity)
    : highlight.tags.includes(reference.tag);
}
