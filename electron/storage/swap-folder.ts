import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** Names beside a case while it is being replaced as a whole. */
function names(folder: string): { building: string; next: string; old: string } {
  const beside = (ending: string): string =>
    join(dirname(folder), `.${basename(folder)}.${ending}`);
  return { building: beside('building'), next: beside('next'), old: beside('old') };
}

/** An empty place beside a case to build its successor in; what a crash left there is removed. */
export async function buildingPlace({ beside }: Disk, folder: string): Promise<string> {
  const { building } = names(folder);
  await beside.remove(building);
  return building;
}

/**
 * Puts the verified successor of a case in its place and removes the old one. No disk swaps two
 * folders in one step everywhere, so each step has a name that {@link finishSwap} understands:
 * `.next` exists only when the successor is whole and verified.
 */
export async function swapFolder(disk: Disk, folder: string): Promise<void> {
  const { building, next, old } = names(folder);
  const parent = dirname(folder);
  await disk.beside.remove(next);
  disk.rename(building, next);
  await disk.syncFolder(parent);
  disk.rename(folder, old);
  disk.rename(next, folder);
  await disk.syncFolder(parent);
  await disk.beside.remove(old); // tens of thousands of files
  await disk.syncFolder(parent);
}

/**
 * Finishes a swap that a crash interrupted: the successor takes the place when it was ready, else the
 * old case takes it back. Does nothing, and touches nothing, when there is nothing to finish.
 */
export async function finishSwap(disk: Disk, folder: string): Promise<void> {
  const { next, old } = names(folder);
  if (!disk.exists(old)) return;
  if (!disk.exists(folder)) disk.rename(disk.exists(next) ? next : old, folder);
  await disk.syncFolder(dirname(folder));
  await disk.beside.remove(old);
  await disk.syncFolder(dirname(folder));
}
