import { randomUUID } from 'node:crypto';

/** How many pages are kept; the oldest goes first. One is looked at and one may be printing. */
const KEPT = 4;

/** Finished reports that can be looked at or printed under an address nobody can guess. */
export class Pages {
  readonly #pages = new Map<string, string>();

  /** Keeps a page and answers its name, the last part of its address. */
  add(html: string): string {
    const name = randomUUID();
    this.#pages.set(name, html);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) break;
      this.#pages.delete(oldest);
    }
    return name;
  }

  get(name: string): string | undefined {
    return this.#pages.get(name);
  }

  remove(name: string): void {
    this.#pages.delete(name);
  }
}
