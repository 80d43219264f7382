import { join } from 'node:path';
import { temporaryOf } from './durable-file.ts';
import { casePaths, type CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import type { Journal } from './journal.ts';

/**
 * Copies the files of a case into a new folder. Of the journal only what is acknowledged is copied;
 * unfinished files and what was put aside stay behind.
 */
export async function copyCase(
  disk: Disk,
  from: CasePaths,
  folder: string,
  journal: Journal,
): Promise<void> {
  const to = casePaths(folder);
  for (const name of ['case.json', 'case.prev.json']) {
    const path = join(from.folder, name);
    if (disk.exists(path)) disk.copy(path, join(folder, name));
  }
  const folders = [
    [from.documents, to.documents],
    [from.texts, to.texts],
    [from.sources, to.sources],
    [from.journal, to.journal],
  ] as const;
  for (const [source, target] of folders) await copyFolder(disk, source, target);
  const end = journal.end;
  if (!end) return;
  const file = disk.open(join(to.journal, end.name), 'edit');
  try {
    file.truncate(end.size);
    await file.sync();
  } finally {
    file.close();
  }
}

async function copyFolder(disk: Disk, from: string, to: string): Promise<void> {
  if (!disk.exists(from)) return;
  for (const name of disk.list(from)) {
    if (name.endsWith(temporaryOf(''))) continue;
    const path = join(to, name);
    disk.copy(join(from, name), path);
    const file = disk.open(path, 'read');
    try {
      await file.sync();
    } finally {
      file.close();
    }
  }
  await disk.syncFolder(to);
}
