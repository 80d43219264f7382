import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { clearAway } from '../disk/durable-file.ts';
import { temporaryName } from '../disk/temporary-name.ts';
import { sweepBeside } from './sweep-leftovers.ts';

/** What is built, and how it gets its name; by renaming unless something else has to be looked at. */
export interface Building {
  kind: 'file' | 'folder';
  /** Makes it, durably, under the name that it is given. */
  build: (temporary: string) => Promise<void>;
  give?: (temporary: string, place: string) => Promise<void> | void;
}

/**
 * Makes a file or folder outside of any case that is seen whole or not at all, even after a power cut: it is
 * built under a temporary name beside its place and then takes its name. When that fails nothing is left;
 * should the process die, whoever comes next tidies up. Throws what the work and the disk throw.
 */
export async function buildBeside(
  disk: Disk,
  place: string,
  { kind, build, give = (temporary) => disk.beside.rename(temporary, place) }: Building,
): Promise<void> {
  const folder = dirname(place);
  await sweepBeside(disk, place);
  const temporary = join(folder, temporaryName(kind));
  const done = disk.announceLeftover(temporary);
  try {
    await build(temporary);
    await give(temporary, place);
    await disk.syncFolder(folder);
  } catch (error) {
    await clearAway(disk, temporary);
    throw error;
  } finally {
    done();
  }
}
