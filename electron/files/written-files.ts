import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/**
 * Files that were written where the person chose, by their names: the window asks for one to be shown and
 * never learns where it is. Kept until the program ends; of two of one name the later.
 */
export class WrittenFiles {
  readonly #paths = new Map<string, string>();

  /** Remembers a file; answers its name, as the window gets it. */
  add(path: string): string {
    const name = basename(path);
    this.#paths.set(name, path);
    return name;
  }

  /** Where a file is. Throws `not-found` for one that was not written here, or is gone. */
  pathOf(name: string): string {
    const path = this.#paths.get(name);
    if (path !== undefined && existsSync(path)) return path;
    throw new AppError('not-found', say('files.gone', { file: name }), { file: name });
  }
}
