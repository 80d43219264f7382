import type { Disk, DiskBeside, DiskFile } from '../../../electron/storage/disk/disk.ts';

/** The calls in a thread of a disk that has none: its own, at the same places and in the same order. */
export function besideOf(disk: Omit<Disk, 'beside'>): DiskBeside {
  return {
    open: async (...place) => disk.open(...place),
    rename: async (from, to) => disk.rename(from, to),
    link: async (path, second) => disk.link(path, second),
    copy: async (from, to) => disk.copy(from, to),
    remove: async (path) => disk.remove(path),
    removeFile: async (path) => {
      if (isFolder(disk, path))
        throw Object.assign(new Error(`EISDIR: ${path}`), { code: 'EISDIR' });
      disk.remove(path);
    },
  };
}

function isFolder(disk: Omit<Disk, 'beside'>, path: string): boolean {
  try {
    disk.list(path);
    return true;
  } catch {
    return false;
  }
}

/** An open file that writes in a thread as it writes without one. */
export function withBeside(file: Omit<DiskFile, 'writeBeside'>): DiskFile {
  return { ...file, writeBeside: async (bytes, position) => file.write(bytes, position) };
}

/** Both ways of having bytes on the disk itself, of a disk that knows how to without waiting. */
export function syncedBy(
  write: DiskFile['write'],
  sync: () => void,
): Pick<DiskFile, 'write' | 'writeThrough' | 'sync'> {
  return {
    write,
    writeThrough: (bytes, position) => {
      const taken = write(bytes, position);
      sync();
      return taken;
    },
    sync: () => Promise.resolve().then(sync),
  };
}
