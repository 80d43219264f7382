import { randomUUID } from 'node:crypto';

/**
 * Folders that the window may open without knowing where they are: encrypted cases that wait for
 * their passphrase and copies just made. Kept until the program ends.
 */
export class FolderKeys {
  readonly #keys = new Map<string, string>();

  /** The opaque key of a folder; the same folder keeps its key. */
  keyFor(path: string): string {
    const known = [...this.#keys].find(([, one]) => one === path);
    if (known) return known[0];
    const key = randomUUID();
    this.#keys.set(key, path);
    return key;
  }

  /** The folder behind a key, if it is one of these. */
  pathOf(key: string): string | undefined {
    return this.#keys.get(key);
  }
}
