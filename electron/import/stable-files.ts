/** A file as it stands in a folder. */
export interface StandingFile {
  /** Its path in the folder, as far as it can be said in text. */
  name: string;
  /** In bytes. */
  size: number;
  /** When it was written last, in milliseconds. */
  modified: number;
}

/**
 * Which files of a folder are new and finished: one that is the same at two looks is not being written any
 * more. A file is given once; what its name holds later is not looked at.
 */
export class StableFiles {
  readonly #known: Set<string>;
  /** New files as they were at the last look. */
  #growing = new Map<string, string>();

  /** `known`: names that were there before. */
  constructor(known: Iterable<string> = []) {
    this.#known = new Set(known);
  }

  /** Names that are not given any more. */
  get known(): string[] {
    return [...this.#known];
  }

  /** Whether there are new files that may not be finished. */
  get isWaiting(): boolean {
    return this.#growing.size > 0;
  }

  /** Takes what is there for known. */
  know(files: Iterable<StandingFile>): void {
    for (const { name } of files) this.#known.add(name);
  }

  /** Those of the files that are new, and as they were at the last look. */
  look<F extends StandingFile>(files: Iterable<F>): F[] {
    const growing = new Map<string, string>();
    const finished: F[] = [];
    for (const file of files) {
      if (this.#known.has(file.name)) continue;
      const stamp = `${file.size} ${file.modified}`;
      if (this.#growing.get(file.name) === stamp) finished.push(file);
      else growing.set(file.name, stamp);
    }
    this.#growing = growing;
    this.know(finished);
    return finished;
  }
}
