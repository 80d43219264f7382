import { Low, type Adapter } from 'lowdb';
import { readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { putFile } from '../storage/disk/durable-file.ts';

/**
 * A small file of the person (settings, recent cases, views) in lowdb. It holds nothing of a case
 * that is not in the case too, so a file that cannot be read is put aside and begun again.
 */
export async function userFile<T>(
  path: string,
  schema: z.ZodType<T>,
  initial: T,
  log: Log,
): Promise<Low<T>> {
  const file = new Low<T>(new UserFileAdapter(path, schema, log), initial);
  await file.read();
  return file;
}

/** Writes one after the other, each by temporary file, fsync and rename. */
class UserFileAdapter<T> implements Adapter<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #log: Log;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, schema: z.ZodType<T>, log: Log) {
    this.#path = path;
    this.#schema = schema;
    this.#log = log;
  }

  async read(): Promise<T | null> {
    try {
      return this.#schema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      this.#log.error(`user file ${this.#path}`, error);
      // One that cannot be put aside either is told when it is to be written.
      await rename(this.#path, `${this.#path}.damaged`).catch(() => undefined);
      return null;
    }
  }

  write(data: T): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(data, null, 2));
    this.#last = this.#last.catch(() => undefined).then(() => this.#put(bytes));
    return this.#last;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    nodeDisk.makeFolder(dirname(this.#path));
    await putFile(nodeDisk, this.#path, bytes, 0o600);
  }
}
