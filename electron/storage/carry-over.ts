import { basename, dirname, join } from 'node:path';
import { readBackupName } from '#data/storage/backup-retention.ts';
import type { CaseFile } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import type { CasePaths } from './case-paths.ts';
import type { Disk } from './disk.ts';
import { copyBeside } from './copy-beside.ts';
import { readSnapshot } from './snapshot-adapter.ts';
import { codeOf } from './storage-error.ts';

/** Tells by its name whether a file is one that the program writes. */
type Known = (name: string) => boolean;

/**
 * Copies what somebody else has put into the folder of a case to its successor, byte for byte and
 * under the same names: whatever the program does not know is not its to delete. Nothing of it is
 * encrypted. Returns the names within the case. Throws what the disk throws.
 */
export async function carryOver(from: CaseParts, to: CasePaths): Promise<string[]> {
  const { disk, paths } = from;
  const carried: string[] = [];
  const folders = knownFolders(from);
  for (const name of disk.list(paths.folder)) {
    const isOurs = folders[name];
    const inside = isOurs ? disk.list(join(paths.folder, name)).filter((one) => !isOurs(one)) : [];
    const unknown = isOurs || atTop(name) ? inside.map((one) => join(name, one)) : [name];
    for (const one of unknown) {
      for (const file of filesBelow(disk, paths.folder, one)) {
        await copy(disk, join(paths.folder, file), join(to.folder, file));
        carried.push(file);
      }
    }
  }
  return carried;
}

/** Files at the top of a case, finished or not; the lock with what takes it over. */
const atTop: Known = (name) =>
  /^(?:case(?:\.prev)?|vault(?:\.copy)?)\.json(?:\.tmp)?$|^lock(?:\.|$)/.test(name);

/** What is ours in each folder. Originals and texts are all checked before, so only `.tmp` is left. */
function knownFolders(from: CaseParts): Record<string, Known> {
  return {
    documents: shelves(from),
    sources: (name) => !name.endsWith('.tmp') || /^[0-9a-f]{40,64}\.tmp$/.test(name),
    texts: (name) => !name.endsWith('.tmp') || /^[0-9a-f]{40,64}\.json\.tmp$/.test(name),
    journal: (name) => /^\d{6,}(?:-\d+)?\.ndjson(?:\.tmp)?$/.test(name),
    index: (name) => /^highlights(?:\.tmp)?$/.test(name),
    quarantine: (name) => !name.endsWith('.tmp'),
    backups: (name) => readBackupName(name.replace(/\.tmp$/, '')) !== undefined,
  };
}

/** Highlight files: of the documents of the case, or of removed ones, which verify. */
function shelves({ place, paths }: CaseParts): Known {
  const ids = Object.keys(readSnapshot<CaseFile>(place, paths.caseFile).shelves);
  const current = new Set(ids.map((id) => basename(paths.shelf(id))));
  return (name) => {
    const match = /^([\w-]+)(?:\.prev)?\.json(?:\.tmp)?$/.exec(name);
    if (!match) return false;
    return current.has(`${match[1]}.json`) || verifies(join(paths.documents, name));
  };

  function verifies(path: string): boolean {
    try {
      return 'highlights' in readSnapshot(place, path);
    } catch {
      return false;
    }
  }
}

/** A file, or all files in a folder, as paths within `root`. */
function filesBelow(disk: Disk, root: string, path: string): string[] {
  try {
    const names = disk.list(join(root, path));
    return names.flatMap((name) => filesBelow(disk, root, join(path, name)));
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return [path];
    throw error;
  }
}

/** Something that is there already was brought along otherwise. */
async function copy(disk: Disk, from: string, to: string): Promise<void> {
  if (disk.exists(to)) return;
  disk.makeFolder(dirname(to));
  await copyBeside(disk, from, to);
  await disk.syncFolder(dirname(to));
}
