import { watch, type FSWatcher } from 'node:fs';
import { basename, relative } from 'node:path';
import { z } from 'zod';
import type { WatchedFolder } from '#data/api/import.ts';
import type { AppError } from '#data/errors.ts';
import type { Send } from '../ipc/ipc.ts';
import type { CaseViews } from '../session/case-views.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { findFiles } from '../import/find-files.ts';
import { StableFiles, type StandingFile } from '../import/stable-files.ts';

/** Milliseconds until the next look: at files that may be growing, and where nothing is expected. */
const SOON = 1_000;
const LATER = 30_000;

/** What is kept of a watched folder, for the person and the case. */
const Kept = z.strictObject({ folder: z.string(), known: z.array(z.string()) });

/** What watching works with. */
export interface WatchingParts {
  /** Keeps which folder is watched for which case, outside of the case. */
  keep: Pick<CaseViews, 'of' | 'save'>;
  send: Send;
  session: () => string | undefined;
  /** Imports files into the open case. */
  bring: (paths: string[]) => unknown;
  onTrouble: (error: unknown) => void;
}

/** A folder that is being watched. */
interface Watched {
  folder: string;
  files: StableFiles;
  isGone: boolean;
  watcher: FSWatcher | undefined;
}

/**
 * Watches one folder per case and brings what is put into it. Nothing in the folder is ever changed. It looks
 * when the system tells of a change and every now and then: on disks of a network the system tells nothing.
 */
export class Watching {
  readonly #parts: WatchingParts;
  #store: CaseStore | undefined;
  #watched: Watched | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: WatchingParts) {
    this.#parts = parts;
  }

  /** The folder that is watched, as the window is told of it. */
  get state(): WatchedFolder | null {
    if (!this.#watched) return null;
    const { folder, isGone } = this.#watched;
    return { folder: basename(folder), ...(isGone && { isGone }) };
  }

  /** Watches a folder from now on; what is in it already is left alone. Throws why it cannot be read. */
  async start(folder: string): Promise<WatchedFolder | null> {
    const found = await filesIn(folder);
    if ('error' in found) throw found.error;
    this.#end();
    const files = new StableFiles();
    files.know(found.files);
    this.#begin(folder, files);
    await this.#save();
    return this.#tell();
  }

  /** Watches no folder any more. */
  async stop(): Promise<WatchedFolder | null> {
    this.#end();
    await this.#save();
    return this.#tell();
  }

  /** A case was opened: its folder, if it has one, is watched again. */
  async opened(store: CaseStore): Promise<void> {
    this.#store = store;
    const kept = Kept.safeParse(await this.#parts.keep.of(store));
    if (!kept.success || this.#store !== store) return;
    this.#begin(kept.data.folder, new StableFiles(kept.data.known));
    this.#tell();
  }

  /** The case is about to close. */
  async closed(): Promise<void> {
    this.#end();
    this.#store = undefined;
    await this.#looking;
  }

  /** Looks once, and brings what is new and finished. */
  look(): Promise<void> {
    const watched = this.#watched;
    this.#looking = this.#looking
      .then(() => (watched === this.#watched && watched ? this.#look(watched) : undefined))
      .catch(this.#parts.onTrouble);
    return this.#looking;
  }

  async #look(watched: Watched): Promise<void> {
    const found = await filesIn(watched.folder);
    if (watched !== this.#watched) return;
    const isGone = 'error' in found;
    if (isGone !== watched.isGone) {
      watched.isGone = isGone;
      this.#tell();
    }
    const finished = isGone ? [] : watched.files.look(found.files);
    if (finished.length > 0) {
      this.#parts.bring(finished.map(({ path }) => path));
      await this.#save();
    }
    this.#next(watched.files.isWaiting ? SOON : LATER);
  }

  #begin(folder: string, files: StableFiles): void {
    const watcher = watcherOf(folder, () => this.#next(SOON / 4));
    this.#watched = { folder, files, isGone: false, watcher };
    this.#next(0);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#watched?.watcher?.close();
    this.#watched = undefined;
  }

  #next(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#watched) this.#timer = setTimeout(() => void this.look(), milliseconds).unref();
  }

  #tell(): WatchedFolder | null {
    const session = this.#parts.session();
    if (session !== undefined) this.#parts.send('watching', { session, watched: this.state });
    return this.state;
  }

  async #save(): Promise<void> {
    if (!this.#store) return;
    const { folder, files } = this.#watched ?? {};
    const kept = folder === undefined ? null : { folder, known: files?.known ?? [] };
    await this.#parts.keep.save(this.#store, kept);
  }
}

/** The files of a folder that have a path in text, or why it cannot be read. */
async function filesIn(
  folder: string,
): Promise<{ files: (StandingFile & { path: string })[] } | { error: AppError }> {
  const files: (StandingFile & { path: string })[] = [];
  const own = basename(folder);
  for await (const one of findFiles([folder])) {
    if ('error' in one) {
      if (one.name === own && files.length === 0) return { error: one.error };
    } else if (typeof one.path === 'string') {
      const { path, size = 0, modified = 0 } = one;
      files.push({ name: relative(folder, path), path, size, modified });
    }
  }
  return { files };
}

/** The system's own telling of changes, where it does that; looking now and then does without. */
function watcherOf(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, changed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
