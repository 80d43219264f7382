import { dirname, join } from 'node:path';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { clearAway } from '../disk/durable-file.ts';
import { deadLocks } from '../lock/lock.ts';
import { isLeftover, temporaryKindOf } from '../disk/temporary-name.ts';

/**
 * Removes what processes that died left unfinished in a folder: entries with names of ours, and nothing
 * else. The note of a swap stays: it tells how to go on. A folder that cannot be looked at is left.
 */
export async function sweepFolder(disk: Disk, folder: string): Promise<void> {
  for (const name of leftoversIn(disk, folder)) await clearAway(disk, join(folder, name));
}

/** Sweeps the folders in a case whose lock is held by us; that of the case itself is for every opening. */
export async function sweepCase(disk: Disk, paths: CasePaths): Promise<void> {
  const { documents, texts, sources, journal, backups, quarantine, index } = paths;
  for (const path of deadLocks(disk, paths.lock)) await clearAway(disk, path);
  const inside = [documents, texts, sources, journal, backups, quarantine, index];
  for (const one of inside) await sweepFolder(disk, one);
}

/** Sweeps where the folder of a case lies: new cases and packed ones are begun beside their place. */
export function sweepBeside(disk: Disk, path: string): Promise<void> {
  return sweepFolder(disk, dirname(path));
}

/** While the note of a swap is there, so must be the successor that it names. */
function leftoversIn(disk: Disk, folder: string): string[] {
  const names = listed(disk, folder).filter(temporaryKindOf);
  const isSwapping = names.some((name) => temporaryKindOf(name) === 'swap');
  const kept = isSwapping ? ['swap', 'next'] : ['swap'];
  return names.filter((name) => !kept.includes(temporaryKindOf(name) ?? '') && isLeftover(name));
}

function listed(disk: Disk, folder: string): string[] {
  try {
    return disk.list(folder);
  } catch {
    return [];
  }
}
