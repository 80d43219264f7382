import { randomUUID } from 'node:crypto';
import type { QueuedFile, QueueState } from '#data/api/import.ts';
import type { Bringing } from '../import/bringing.ts';
import type { Brought } from '../import/import-files.ts';

/** A file that is to be imported, or was tried. */
export interface QueueEntry {
  readonly key: string;
  readonly brought: Brought;
  /** Stops this file alone. */
  readonly abort: AbortController;
}

/**
 * The files of the imports into one case by opaque keys: the window names them so, and never learns where
 * they are. Those that came in whole are forgotten; the others are kept, to be tried again.
 */
export class ImportQueue {
  readonly #entries = new Map<string, QueueEntry>();

  /** A file takes its place. `key`: that of an earlier try. */
  add(brought: Brought, key: string = randomUUID()): QueueEntry {
    const abort = new AbortController();
    const entry = { key, brought: { ...brought, signal: abort.signal }, abort };
    this.#entries.set(key, entry);
    return entry;
  }

  /** The files of these keys with other settings; keys of files that are gone are left out. */
  again(keys: readonly string[], settings: Partial<Bringing>): QueueEntry[] {
    const known = keys.map((key) => this.#entries.get(key)).filter((one) => one !== undefined);
    return known.map(({ key, brought }) =>
      this.add({ ...brought, how: { ...brought.how, ...settings } }, key),
    );
  }

  get(key: string): QueueEntry | undefined {
    return this.#entries.get(key);
  }

  /** A file came in whole. */
  forget(key: string): void {
    this.#entries.delete(key);
  }

  /** The case is closed. */
  clear(): void {
    this.#entries.clear();
  }
}

/** A file as the window is told of it. */
export function told({ key, brought }: QueueEntry, state: QueueState): QueuedFile {
  const size =
    'bytes' in brought ? brought.bytes.length : 'size' in brought ? brought.size : undefined;
  return { key, name: brought.name, state, ...(size !== undefined && { size }) };
}
