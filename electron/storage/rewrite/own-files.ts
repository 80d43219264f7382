import { basename, dirname, join } from 'node:path';
import { readBackupName } from '#data/storage/backup-retention.ts';
import type { CaseFile } from '#data/storage/format.ts';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import { derivedNames } from '../derived/derived-store.ts';
import { casePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { temporaryKindOf } from '../disk/temporary-name.ts';
import { readSnapshot } from '../snapshots/snapshot-adapter.ts';
import { codeOf } from '../disk/storage-error.ts';

/** Tells by its name whether a file is one that the program writes. */
type Known = (name: string) => boolean;

/** The files in the folder of a case, as paths within it. */
export interface CaseFiles {
  /** Those that the program has written, by folder; `''` is the top. The lock is not among them. */
  ours: ReadonlyMap<string, readonly string[]>;
  /** Those that somebody else has put there: not the program's to change or to delete. */
  foreign: readonly string[];
}

/** Tells the files of a case from those that somebody else has put into its folder. */
export function sortFiles(parts: CaseParts): CaseFiles {
  const { disk, paths } = parts;
  const ours = new Map<string, string[]>([['', []]]);
  const foreign: string[] = [];
  const folders = knownFolders(parts);
  for (const name of disk.list(paths.folder)) {
    if (temporaryKindOf(name) || isLock(name)) continue;
    const isOurs = folders[name];
    if (!isOurs) {
      if (atTop(name)) ours.get('')?.push(name);
      else foreign.push(...filesBelow(disk, paths.folder, name));
      continue;
    }
    const inside = disk.list(join(paths.folder, name)).filter((one) => !temporaryKindOf(one));
    const known = new Set(inside.filter(isOurs));
    ours.set(name, [...known]);
    for (const one of inside.filter((other) => !known.has(other))) {
      foreign.push(...filesBelow(disk, paths.folder, join(name, one)));
    }
  }
  return { ours, foreign };
}

/**
 * Refuses to decrypt a case where a file of somebody else has a name that a highlight file needs then.
 * Throws `case-exists`.
 */
export function refuseCovered({ place, paths }: CaseParts, foreign: readonly string[]): void {
  const open = casePaths(paths.folder);
  const { shelves: known } = readSnapshot<CaseFile>(place, paths.caseFile);
  const needed = new Set(
    Object.keys(known).map((id) => `documents/${basename(open.highlightFile(id))}`),
  );
  const covered = foreign.find((name) => needed.has(name.replaceAll('\\', '/')));
  if (covered === undefined) return;
  throw new AppError('case-exists', say('store.nameNeeded', { file: covered }), { file: covered });
}

/** The lock, and what takes it over. */
const isLock: Known = (name) => /^lock(?:\.|$)/.test(name);

/** `.tmp`: what an earlier version of the program did not finish. */
const atTop: Known = (name) =>
  /^(?:case(?:\.prev)?|vault(?:\.copy)?|drafts)\.json(?:\.tmp)?$/.test(name);

/** What is ours in each folder. Originals and texts are all checked before. */
function knownFolders(parts: CaseParts): Partial<Record<string, Known>> {
  const { disk, paths } = parts;
  return {
    documents: shelves(parts),
    sources: (name) => /^[0-9a-f]{40,64}(?:\.tmp)?$/.test(name),
    texts: (name) => /^[0-9a-f]{40,64}\.json(?:\.tmp)?$/.test(name),
    journal: (name) => /^\d{6,}(?:-\d+)?\.ndjson(?:\.tmp)?$/.test(name),
    index: (name) => derivedNames.some((one) => name === one || name === `${one}.tmp`),
    quarantine: (name) => !name.endsWith('.tmp') && isFile(join(paths.quarantine, name)),
    backups: (name) =>
      readBackupName(name.replace(/\.tmp$/, '')) !== undefined && isFile(join(paths.backups, name)),
  };

  function isFile(path: string): boolean {
    try {
      disk.list(path);
      return false;
    } catch (error) {
      return codeOf(error) === 'ENOTDIR';
    }
  }
}

/** Highlight files: of the documents of the case, or of removed ones, which verify. */
function shelves({ place, paths }: CaseParts): Known {
  const ids = Object.keys(readSnapshot<CaseFile>(place, paths.caseFile).shelves);
  const current = new Set(ids.map((id) => basename(paths.highlightFile(id))));
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

/** A file or a link, or all files in a folder, as paths within `root`. */
function filesBelow(disk: Disk, root: string, path: string): string[] {
  try {
    const real = join(disk.realPath(join(root, dirname(path))), basename(path));
    if (disk.realPath(join(root, path)) !== real) return [path];
    const names = disk.list(join(root, path));
    return names.flatMap((name) => filesBelow(disk, root, join(path, name)));
  } catch (error) {
    if (['ENOTDIR', 'ENOENT', 'ELOOP'].includes(codeOf(error))) return [path];
    throw error;
  }
}
