import type { Low } from 'lowdb';
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { RecentCase } from '#data/api/case.ts';
import { AppError } from '#data/errors.ts';
import { Instant } from '#data/model/common.ts';
import { say } from '#data/words/say.ts';
import { isCaseFolder } from '../files/output-place.ts';
import type { Log } from '../log.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { hasVault } from '../storage/vault/vault.ts';
import { userFile } from './user-file.ts';

/** How many cases are remembered. */
const KEPT = 30;

const SAMPLE_KEY = 'sample';

const Entry = z.strictObject({
  key: z.string().min(1),
  path: z.string().min(1),
  title: z.string(),
  openedAt: Instant,
});
type Entry = z.infer<typeof Entry>;

/**
 * The cases that were open before, and the sample case. The window sees opaque keys; only this file
 * knows the folders.
 */
export class RecentCases {
  readonly #file: Low<Entry[]>;
  readonly #sample: string;

  private constructor(file: Low<Entry[]>, sample: string) {
    this.#file = file;
    this.#sample = sample;
  }

  /** `sample`: folder of the sample case, which need not be there yet. */
  static async open(userData: string, sample: string, log: Log): Promise<RecentCases> {
    const path = join(userData, 'recent-cases.json');
    const recent = new RecentCases(await userFile(path, z.array(Entry), [], log), sample);
    await recent.#hideTitles().catch((error: unknown) => log.error('recent cases', error));
    return recent;
  }

  /** Newest first; the sample last, unless it was opened. */
  list(): RecentCase[] {
    return this.#entries().map(({ key, path, title, openedAt }) => ({
      key,
      title,
      openedAt,
      folder: basename(path),
      available: key === SAMPLE_KEY || isCaseFolder(path),
      sample: key === SAMPLE_KEY,
    }));
  }

  /** Folder of the case that was open last and is still there. */
  last(): string | undefined {
    return this.#file.data.find(({ path }) => isCaseFolder(path))?.path;
  }

  /** Folder behind a key. Throws `unknown-id`. */
  pathOf(key: string): string {
    const entry = this.#entries().find((one) => one.key === key);
    if (entry) return entry.path;
    throw new AppError('unknown-id', say('desktop.notInList'), { key });
  }

  /**
   * Puts a case at the top of the list. The list is open to every reader of the disk: no word of a sealed
   * case is in it.
   */
  async remember(path: string, caseTitle: string): Promise<void> {
    const title = listed(path, caseTitle);
    const others = this.#file.data.filter((one) => one.path !== path);
    const key = this.#file.data.find((one) => one.path === path)?.key ?? this.#newKey(path);
    const newest = { key, path, title, openedAt: new Date().toISOString() };
    this.#file.data = [newest, ...others].slice(0, KEPT);
    await this.#file.write();
  }

  /** A case may have been encrypted elsewhere since it was remembered. */
  async #hideTitles(): Promise<void> {
    const entries = this.#file.data.map((one) => ({ ...one, title: listed(one.path, one.title) }));
    if (entries.every(({ title }, i) => title === this.#file.data[i]?.title)) return;
    this.#file.data = entries;
    await this.#file.write();
  }

  #newKey(path: string): string {
    return path === this.#sample ? SAMPLE_KEY : randomUUID();
  }

  #entries(): Entry[] {
    const entries = this.#file.data;
    if (entries.some(({ key }) => key === SAMPLE_KEY)) return entries;
    const path = this.#sample;
    const title = basename(path, '.case');
    return [...entries, { key: SAMPLE_KEY, path, title, openedAt: new Date(0).toISOString() }];
  }
}

/** Title of a case in the list: that of an encrypted one is the name of its folder. */
const listed = (path: string, title: string): string =>
  hasVault(nodeDisk, path) ? basename(path, '.case') : title;
