import * as fs from 'node:fs';
import { promisify } from 'node:util';
import { announceLeftover } from './announce-leftover.ts';

/** An open file. Short calls are synchronous: they meet the page cache. */
export interface DiskFile {
  /** Writes at a position and returns how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): number;
  /**
   * The same, and returns when these bytes are on the disk itself. It waits without a thread, and
   * everything in this process with it: see `DiskPace`.
   */
  writeThrough(bytes: Uint8Array, position: number): number;
  /** Writes in a thread, see {@link DiskBeside}. */
  writeBeside(bytes: Uint8Array, position: number): Promise<number>;
  /** Reads from a position and returns how many bytes came; 0 at the end. */
  read(into: Uint8Array, position: number): number;
  size(): number;
  truncate(size: number): void;
  /** Returns when the contents are on the disk itself (fdatasync), for which it waits in a thread. */
  sync(): Promise<void>;
  close(): void;
}

/** `read`: existing; `edit`: existing, to be changed; `create`: must not exist; `replace`: emptied or made. */
export type OpenMode = 'read' | 'edit' | 'create' | 'replace';

/**
 * Calls in a thread, for work beside edits: they change names, and so may wait tens of milliseconds
 * for the file system's own journal, which would hold up everybody in this process. Each is one step
 * on the disk, done when its promise resolves, and costs about 40 µs more than its blocking sister.
 */
export interface DiskBeside {
  open(path: string, mode: OpenMode, permissions?: number): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  link(path: string, second: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes a file and nothing else; nothing there is fine, a folder is not. */
  removeFile(path: string): Promise<void>;
}

/**
 * Everything the store asks of the file system, and nothing else, so that tests can put a faulty
 * disk underneath. Errors are those of Node (`code` ENOENT, ENOSPC, EIO ...).
 */
export interface Disk {
  open(path: string, mode: OpenMode, permissions?: number): DiskFile;
  /** Whole content of a file. */
  read(path: string): Uint8Array;
  size(path: string): number;
  /** Names in a folder, in no order. */
  list(folder: string): string[];
  exists(path: string): boolean;
  makeFolder(path: string): void;
  rename(from: string, to: string): void;
  /** A second name for a file; fails where the disk knows none (FAT). */
  link(path: string, second: string): void;
  copy(from: string, to: string): void;
  /** Removes a file, or a folder with everything in it; nothing there is fine. */
  remove(path: string): void;
  /** Removes a folder that is empty; fails with ENOTEMPTY when it is not. */
  removeFolder(path: string): void;
  /** Where a path leads to when links are followed. */
  realPath(path: string): string;
  /** What tells a file from another that has or had the same name; undefined when nothing is there. */
  identity(path: string): string | undefined;
  /** Returns when the names in a folder are on the disk itself. */
  syncFolder(folder: string): Promise<void>;
  /**
   * Notes, where every process looks when it opens a case, that something unfinished is at a path that
   * has nothing to do with a case: should we die, the next one removes it. Returns how to take it back.
   */
  announceLeftover(path: string): () => void;
  readonly beside: DiskBeside;
}

const flags: Record<OpenMode, string> = {
  read: 'r',
  edit: 'r+',
  create: 'wx+',
  replace: 'w+',
};

const openInThread = promisify(fs.open);

class NodeFile implements DiskFile {
  readonly #fd: number;
  readonly #path: string;
  /** A second handle that writes through; null where there is no trusting it. */
  #through: number | null | undefined;

  constructor(fd: number, path: string) {
    this.#fd = fd;
    this.#path = path;
  }

  write(bytes: Uint8Array, position: number): number {
    return writeAt(this.#fd, bytes, position);
  }

  writeThrough(bytes: Uint8Array, position: number): number {
    this.#through ??= openThrough(this.#path);
    if (this.#through !== null) return writeAt(this.#through, bytes, position);
    const taken = this.write(bytes, position);
    fs.fdatasyncSync(this.#fd);
    return taken;
  }

  writeBeside(bytes: Uint8Array, position: number): Promise<number> {
    return new Promise((resolve, reject) => {
      fs.write(this.#fd, bytes, 0, bytes.length, position, (error, taken) =>
        error ? reject(error) : resolve(taken),
      );
    });
  }

  read(into: Uint8Array, position: number): number {
    return fs.readSync(this.#fd, into, 0, into.length, position);
  }

  size(): number {
    return fs.fstatSync(this.#fd).size;
  }

  truncate(size: number): void {
    fs.ftruncateSync(this.#fd, size);
  }

  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fs.fdatasync(this.#fd, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): void {
    if (this.#through) fs.closeSync(this.#through);
    fs.closeSync(this.#fd);
  }
}

const writeAt = (fd: number, bytes: Uint8Array, position: number): number =>
  fs.writeSync(fd, bytes, 0, bytes.length, position);

/**
 * File systems of Linux whose own code ends a write with O_DSYNC as fdatasync would (open(2)), by
 * their magic numbers (statfs(2)): ext2 to ext4, XFS, Btrfs, F2FS. It spares a call of a save, a tenth
 * of its time. Others, among them all that run outside of the kernel, get the call.
 */
const writesThrough = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010]);

/** Opens an existing file so that every write is on the disk when it returns; null where that may be a lie. */
function openThrough(path: string): number | null {
  if (process.platform !== 'linux' || !writesThrough.has(fs.statfsSync(path).type)) return null;
  return fs.openSync(path, fs.constants.O_WRONLY | fs.constants.O_DSYNC);
}

/** The real file system. */
export const nodeDisk: Disk = {
  open: (path, mode, permissions = 0o666) =>
    new NodeFile(fs.openSync(path, flags[mode], permissions), path),
  read: (path) => fs.readFileSync(path),
  size: (path) => fs.statSync(path).size,
  list: (folder) => fs.readdirSync(folder),
  exists: (path) => fs.existsSync(path),
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
  rename: (from, to) => fs.renameSync(from, to),
  link: (path, second) => fs.linkSync(path, second),
  copy: (from, to) => fs.copyFileSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true, recursive: true }),
  removeFolder: (path) => fs.rmdirSync(path),
  realPath: (path) => fs.realpathSync(path),
  identity: (path) => {
    const about = fs.statSync(path, { bigint: true, throwIfNoEntry: false });
    // The number alone goes to the next file as soon as this one is gone.
    return about && `${about.dev}:${about.ino}:${about.birthtimeNs}`;
  },
  syncFolder,
  announceLeftover,
  beside: {
    open: async (path, mode, permissions = 0o666) =>
      new NodeFile(await openInThread(path, flags[mode], permissions), path),
    rename: (from, to) => fs.promises.rename(from, to),
    link: (path, second) => fs.promises.link(path, second),
    copy: (from, to) => fs.promises.copyFile(from, to),
    remove: (path) => fs.promises.rm(path, { force: true, recursive: true }),
    removeFile: (path) => fs.promises.rm(path, { force: true }),
  },
};

/** Windows cannot open folders, and NTFS journals its names itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.promises.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
