import type { Disk, DiskFile } from '../../../electron/storage/disk/disk.ts';
import { besideOf, withBeside } from '../../electron/storage/beside.ts';

/** Ways in which a disk says "done" too early. */
export type Lie =
  /** Syncing does nothing: a power cut finds it out. */
  | 'no-sync'
  /** A write waits in this process until the next one comes: a kill finds it out. */
  | 'write-behind';

/** A disk that breaks the promise on purpose, so that the proofs can be seen to fail. */
export function lyingDisk(disk: Disk, lie: Lie): Disk {
  const lying: Omit<Disk, 'beside'> = {
    open: (path, mode, permissions) => lyingFile(disk.open(path, mode, permissions), lie),
    read: (path) => disk.read(path),
    size: (path) => disk.size(path),
    list: (folder) => disk.list(folder),
    exists: (path) => disk.exists(path),
    makeFolder: (path) => disk.makeFolder(path),
    rename: (from, to) => disk.rename(from, to),
    link: (path, second) => disk.link(path, second),
    copy: (from, to) => disk.copy(from, to),
    remove: (path) => disk.remove(path),
    removeFolder: (path) => disk.removeFolder(path),
    realPath: (path) => disk.realPath(path),
    identity: (path) => disk.identity(path),
    announceLeftover: (path) => disk.announceLeftover(path),
    syncFolder: (folder) => (lie === 'no-sync' ? Promise.resolve() : disk.syncFolder(folder)),
  };
  return { ...lying, beside: besideOf(lying) };
}

function lyingFile(file: DiskFile, lie: Lie): DiskFile {
  let behind: (() => void) | undefined;
  const catchUp = (): void => {
    behind?.();
    behind = undefined;
  };
  return withBeside({
    write: (bytes, position) => {
      catchUp();
      if (lie === 'no-sync') return file.write(bytes, position);
      const kept = Uint8Array.from(bytes);
      behind = () => void file.write(kept, position);
      return bytes.length;
    },
    writeThrough: (bytes, position) => {
      if (lie === 'no-sync') return file.write(bytes, position);
      catchUp();
      const kept = Uint8Array.from(bytes);
      behind = () => void file.writeThrough(kept, position);
      return bytes.length;
    },
    read: (into, position) => file.read(into, position),
    size: () => file.size(),
    truncate: (size) => file.truncate(size),
    sync: () => (lie === 'no-sync' ? Promise.resolve() : file.sync()),
    close: () => {
      catchUp();
      file.close();
    },
  });
}
