import type { Disk, DiskFile } from './disk.ts';

/**
 * A disk that calls back for every piece that is read or written through an open file: a sign of life of
 * work whose steps (a file of gigabytes) may take long.
 */
export function toldDisk(disk: Disk, moved: () => void): Disk {
  return {
    ...disk,
    open: (...how) => toldFile(disk.open(...how), moved),
    beside: {
      ...disk.beside,
      open: async (...how) => toldFile(await disk.beside.open(...how), moved),
    },
  };
}

function toldFile(file: DiskFile, moved: () => void): DiskFile {
  const told = <T>(result: T): T => {
    moved();
    return result;
  };
  return {
    write: (...where) => told(file.write(...where)),
    writeThrough: (...where) => told(file.writeThrough(...where)),
    writeBeside: async (...where) => told(await file.writeBeside(...where)),
    read: (...where) => told(file.read(...where)),
    size: () => file.size(),
    truncate: (size) => file.truncate(size),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}
