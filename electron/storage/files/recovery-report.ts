import { basename, join } from 'node:path';
import { say } from '#data/words/say.ts';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { writeAll } from '../disk/durable-file.ts';

const KEPT = say('repairs.kept');
/** Where damaged bytes are in a case that is open for reading only. */
export const LEFT = say('repairs.left');

/** Says that the journal ends in a save that was not finished: opening and checking say the same. */
export function unfinishedWords(bytes: number, where: string): string {
  return say('repairs.unfinished', { bytes, where });
}

/**
 * What opening a case had to repair: sentences for the analyst, and damaged bytes put aside. A case
 * opened for reading only is left as it is; then nothing is put aside, and the sentences say so. Nothing
 * is moved before {@link carryOut}: a case of which nothing can be read stays exactly as it was found.
 */
export class RecoveryReport {
  /** Told at once when something is found later, in a file that is read on demand. */
  onSay: (() => void) | undefined;
  #sentences: readonly string[] = [];
  readonly #disk: Disk;
  readonly #paths: CasePaths;
  readonly #writable: boolean;
  /** Files put aside that the disk was not yet asked to keep. */
  #fresh: string[] = [];
  /** What is to be moved, by its path, while it is not known whether the case opens. */
  #planned: Map<string, () => void> | undefined = new Map();

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
    if (!this.#writable) return LEFT;
    for (const path of this.#names(name)) {
      if (!this.#disk.exists(path)) {
        this.#write(path, bytes);
        return KEPT;
      }
      if (Buffer.compare(this.#disk.read(path), bytes) === 0) return KEPT;
    }
    return KEPT;
  }

  /** Moves a damaged file to `quarantine/`; returns words that tell where it is. */
  moveAside(file: string): string {
    if (!this.#writable) return LEFT;
    if (this.#planned) this.#planned.set(file, () => this.#move(file));
    else this.#move(file);
    return KEPT;
  }

  /** The case opens: moves what was found to be damaged, and from now on at once. */
  carryOut(): void {
    const planned = this.#planned ?? new Map<string, () => void>();
    this.#planned = undefined;
    for (const move of planned.values()) move();
  }

  /**
   * Returns when what was put aside is on the disk itself. To be awaited before the place that it was
   * taken from is cut or written over, or a power cut then would take both.
   */
  async settle(): Promise<void> {
    if (this.#fresh.length === 0) return;
    for (const path of this.#fresh.splice(0)) {
      const file = this.#disk.open(path, 'edit');
      try {
        await file.sync();
      } finally {
        file.close();
      }
    }
    await this.#disk.syncFolder(this.#paths.quarantine);
    await this.#disk.syncFolder(this.#paths.folder);
  }

  /** Paths under `quarantine/` that a file may have: its name, then `2-` and so on before it. */
  *#names(name: string): Generator<string> {
    this.#disk.makeFolder(this.#paths.quarantine);
    yield join(this.#paths.quarantine, name);
    for (let copy = 2; ; copy++) yield join(this.#paths.quarantine, `${copy}-${name}`);
  }

  #move(file: string): void {
    for (const path of this.#names(basename(file))) {
      if (this.#disk.exists(path)) continue;
      this.#disk.rename(file, path);
      this.#fresh.push(path);
      return;
    }
  }

  #write(path: string, bytes: Uint8Array): void {
    const file = this.#disk.open(path, 'create');
    try {
      writeAll(file, bytes, 0);
    } finally {
      file.close();
    }
    this.#fresh.push(path);
  }
}
