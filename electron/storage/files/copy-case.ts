import { join } from 'node:path';
import { mayHold } from '#data/storage/archive-manifest.ts';
import { copyBeside } from '../disk/copy-beside.ts';
import { casePaths, type CasePaths } from './case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import type { SegmentEnd } from '../journal/journal-reader.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** Folders of a case that a copy takes along; `''` is the top. */
const FOLDERS = ['', 'documents', 'texts', 'sources'] as const;

/**
 * Copies the files of a case into a new folder. `end`: where the acknowledged part of the journal
 * ends; what comes behind, unfinished files, what was put aside and files of others are left out.
 */
export async function copyCase(
  disk: Disk,
  from: CasePaths,
  folder: string,
  end: SegmentEnd | undefined,
  { progress, signal }: WorkOptions = {},
): Promise<void> {
  const segments = ownIn(disk, from.folder, 'journal'); // one that is begun meanwhile is left out
  const names = [...FOLDERS.flatMap((one) => ownIn(disk, from.folder, one)), ...segments];
  for (const [done, name] of names.entries()) {
    signal?.throwIfAborted();
    progress?.(done, names.length);
    await copyBeside(disk, join(from.folder, name), join(folder, name));
  }
  const to = casePaths(folder);
  if (end) await cutJournal(disk, join(to.journal, end.name), end.size);
  for (const one of [...FOLDERS, 'journal']) await disk.syncFolder(join(folder, one));
}

/** Names within the case of the files of a folder that belong to a copy. */
function ownIn(disk: Disk, root: string, folder: string): string[] {
  if (!disk.exists(join(root, folder))) return [];
  const names = disk.list(join(root, folder));
  return names.map((name) => (folder === '' ? name : `${folder}/${name}`)).filter(mayHold);
}

async function cutJournal(disk: Disk, path: string, size: number): Promise<void> {
  const file = disk.open(path, 'edit');
  try {
    file.truncate(size);
    await file.sync();
  } finally {
    file.close();
  }
}
