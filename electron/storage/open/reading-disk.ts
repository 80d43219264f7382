import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { casePaths } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { segmentsIn } from '../journal/journal-reader.ts';

/**
 * What tells whether a case is still the one that was opened: its first segment of the journal, which is
 * never replaced but when the whole case is written anew, and goes first then. Undefined where there is none.
 */
export function stampOf(disk: Disk, folder: string): string | undefined {
  const [first] = segmentsIn(disk, casePaths(folder).journal);
  return first && disk.identity(first.path);
}

/**
 * The disk of somebody who reads a case without holding its lock. Nothing that is read from it is of a
 * case that was encrypted, decrypted or brought to another format since: then every reading throws
 * `case-locked`, and what was read before stays as it is.
 */
export function readingDisk(disk: Disk, caseFolder: string, stamp: string | undefined): Disk {
  const [first] = segmentsIn(disk, casePaths(caseFolder).journal);
  const check = (): void => {
    if (stamp !== undefined && first && disk.identity(first.path) !== stamp) throw rewritten();
  };
  /** After the reading: what it gave was there when the case was still this one. */
  const checked = <T>(read: () => T): T => {
    try {
      return read();
    } finally {
      check();
    }
  };
  return {
    open: (...how) => checked(() => disk.open(...how)),
    read: (path) => checked(() => disk.read(path)),
    size: (path) => checked(() => disk.size(path)),
    list: (folder) => checked(() => disk.list(folder)),
    exists: (path) => checked(() => disk.exists(path)),
    realPath: (path) => checked(() => disk.realPath(path)),
    identity: (path) => disk.identity(path),
    makeFolder: (path) => disk.makeFolder(path),
    rename: (from, to) => disk.rename(from, to),
    link: (path, second) => disk.link(path, second),
    copy: (from, to) => checked(() => disk.copy(from, to)),
    remove: (path) => disk.remove(path),
    removeFolder: (path) => disk.removeFolder(path),
    syncFolder: (path) => disk.syncFolder(path),
    announceLeftover: (path) => disk.announceLeftover(path),
    beside: disk.beside,
  };
}

function rewritten(): AppError {
  return new AppError('case-locked', say('store.rewritten'));
}
