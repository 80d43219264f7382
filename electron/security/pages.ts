import { randomUUID } from 'node:crypto';
import { PREVIEW_ORIGIN } from './content-policy.ts';

/** HTML, as text or in UTF-8. */
export type Page = string | Uint8Array<ArrayBuffer>;

/** Finished reports that can be looked at or printed under an address nobody can guess. */
export class Pages {
  readonly #pages = new Map<string, Page>();
  readonly #preview = randomUUID();

  /** Where the report that is looked at is served. */
  get previewAddress(): string {
    return `${PREVIEW_ORIGIN}/${this.#preview}`;
  }

  /** The report that is looked at; undefined when there is none. */
  set preview(html: Page | undefined) {
    if (html === undefined) this.#pages.delete(this.#preview);
    else this.#pages.set(this.#preview, html);
  }

  /** Keeps a page until it is removed; answers its name, the last part of its address. */
  add(html: Page): string {
    const name = randomUUID();
    this.#pages.set(name, html);
    return name;
  }

  get(name: string): Page | undefined {
    return this.#pages.get(name);
  }

  remove(name: string): void {
    this.#pages.delete(name);
  }
}
