import type { Low } from 'lowdb';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { userFile } from './user-file.ts';

/** What a window shows, as JSON that only the window understands. */
const View = z.json().nullable();
export type View = z.infer<typeof View>;

/** What the window showed of each case when it was open last: one small file per case. */
export class ViewFiles {
  readonly #folder: string;
  readonly #log: Log;
  /** One per case, so that writes of one file queue up behind each other. */
  readonly #files = new Map<string, Promise<Low<View>>>();

  constructor(userData: string, log: Log) {
    this.#folder = join(userData, 'views');
    this.#log = log;
  }

  /** The view of the case with this uid; null when there is none. */
  async read(uid: string): Promise<View> {
    return (await this.#file(uid)).data;
  }

  async write(uid: string, view: View): Promise<void> {
    const file = await this.#file(uid);
    file.data = view;
    await file.write();
  }

  /** The uid comes from a case folder, which may be foreign: only its hash names a file. */
  #file(uid: string): Promise<Low<View>> {
    const name = createHash('sha256').update(uid).digest('hex').slice(0, 32);
    const known = this.#files.get(name);
    if (known) return known;
    const file = userFile(join(this.#folder, `${name}.json`), View, null, this.#log);
    this.#files.set(name, file);
    return file;
  }
}
