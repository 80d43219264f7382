import { join } from 'node:path';
import { copyBeside } from './copy-beside.ts';
import { temporaryOf } from './durable-file.ts';
import { casePaths, type CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import type { SegmentEnd } from './journal-reader.ts';
import { vaultNames } from './vault/vault.ts';

/**
 * Copies the files of a case into a new folder. `end`: where the acknowledged part of the journal
 * ends; what comes behind, unfinished files and what was put aside are left out.
 */
export async function copyCase(
  disk: Disk,
  from: CasePaths,
  folder: string,
  end: SegmentEnd | undefined,
): Promise<void> {
  const to = casePaths(folder);
  for (const name of ['case.json', 'case.prev.json', ...vaultNames]) {
    const path = join(from.folder, name);
    if (disk.exists(path)) await disk.beside.copy(path, join(folder, name));
  }
  const segments = disk.list(from.journal); // one that is begun meanwhile is left out
  const folders = [
    [from.documents, to.documents],
    [from.texts, to.texts],
    [from.sources, to.sources],
  ] as const;
  for (const [source, target] of folders) {
    if (disk.exists(source)) await copyFiles(disk, source, target, disk.list(source));
  }
  await copyFiles(disk, from.journal, to.journal, segments);
  if (!end) return;
  const file = disk.open(join(to.journal, end.name), 'edit');
  try {
    file.truncate(end.size);
    await file.sync();
  } finally {
    file.close();
  }
}

async function copyFiles(disk: Disk, from: string, to: string, names: string[]): Promise<void> {
  for (const name of names) {
    if (name.endsWith(temporaryOf(''))) continue;
    await copyBeside(disk, join(from, name), join(to, name));
  }
  await disk.syncFolder(to);
}
