import { join } from 'node:path';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { writeAll } from './durable-file.ts';

/**
 * What opening a case had to repair: sentences for the analyst, and damaged bytes put aside. A case
 * opened for reading only is left as it is; then nothing is put aside, and the sentences say so.
 */
export class RecoveryReport {
  /** Told at once when something is found later, in a file that is read on demand. */
  onSay: (() => void) | undefined;
  #sentences: readonly string[] = [];
  readonly #disk: Disk;
  readonly #paths: CasePaths;
  readonly #writable: boolean;

  constructor(disk: Disk, paths: CasePaths, writable: boolean) {
    this.#disk = disk;
    this.#paths = paths;
    this.#writable = writable;
  }

  get sentences(): readonly string[] {
    return this.#sentences;
  }

  /** Notes a sentence, once. */
  say(sentence: string): void {
    if (this.#sentences.includes(sentence)) return;
    this.#sentences = [...this.#sentences, sentence];
    this.onSay?.();
  }

  /** Keeps damaged bytes under `quarantine/`, once per name; returns words that tell where they are. */
  setAside(name: string, bytes: Uint8Array): string {
    if (!this.#writable) return 'left in place, because the case is open for reading only';
    this.#disk.makeFolder(this.#paths.quarantine);
    const path = this.#free(name, bytes);
    if (path !== undefined) {
      const file = this.#disk.open(path, 'create');
      try {
        writeAll(file, bytes, 0);
      } finally {
        file.close();
      }
    }
    return 'kept under quarantine/';
  }

  /** A path that is free; undefined when the same bytes are kept already. */
  #free(name: string, bytes: Uint8Array): string | undefined {
    for (let copy = 1; ; copy++) {
      const path = join(this.#paths.quarantine, copy === 1 ? name : `${copy}-${name}`);
      if (!this.#disk.exists(path)) return path;
      if (Buffer.compare(this.#disk.read(path), bytes) === 0) return undefined;
    }
  }
}
