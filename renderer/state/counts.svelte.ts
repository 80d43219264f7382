import { SvelteMap } from 'svelte/reactivity';

/** Counts by id, each behind a signal of its own: a new highlight wakes nobody but who shows its count. */
export class Counts {
  readonly #byId = new SvelteMap<string, number>();

  constructor(counts: Readonly<Record<string, number>>) {
    this.fill(counts);
  }

  /** The count of an id; reading it in a derived or effect follows that id. */
  of(id: string): number {
    return this.#byId.get(id) ?? 0;
  }

  /** Takes new counts of some ids. */
  take(counts: Readonly<Record<string, number>>): void {
    for (const [id, count] of Object.entries(counts)) this.#byId.set(id, count);
  }

  /** Takes these counts for all there are. */
  fill(counts: Readonly<Record<string, number>>): void {
    for (const id of [...this.#byId.keys()]) if (!(id in counts)) this.#byId.delete(id);
    this.take(counts);
  }
}
