import type { Disk, DiskFile, OpenMode } from '../../../electron/storage/disk/disk.ts';
import { besideOf, syncedBy, withBeside } from './beside.ts';

/** What a power cut leaves of what was not synced. */
export const models = ['all', 'only-synced', 'names-ahead', 'zeros', 'torn'] as const;
export type CrashModel = (typeof models)[number];

interface Inode {
  bytes: Uint8Array;
  /** Content as of the last sync. */
  durable: Uint8Array;
}

class Cut extends Error {}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/**
 * A disk in memory that tells what is written from what is durable. Its power is cut at the chosen
 * change (`cutAt`, counted from 1): that call and all after it fail. {@link afterCut} is the disk
 * that is found afterwards.
 */
export class CrashDisk implements Disk {
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #folders = new Set<string>(['/']);
  readonly #identities = new Map<Inode, string>();
  readonly beside = besideOf(this);
  changes = 0;
  cutAt = Infinity;
  /** Most bytes a single write takes. */
  most = Infinity;

  open(path: string, mode: OpenMode): DiskFile {
    let inode = this.#names.get(path);
    if (mode === 'create' && inode) throw failure('EEXIST', path);
    if ((mode === 'read' || mode === 'edit') && !inode) throw failure('ENOENT', path);
    if (!inode) {
      this.#change();
      this.#needFolder(path);
      inode = { bytes: new Uint8Array(), durable: new Uint8Array() };
      this.#names.set(path, inode);
    } else if (mode === 'replace') {
      this.#change();
      inode.bytes = new Uint8Array();
    }
    return this.#file(inode);
  }

  read(path: string): Uint8Array {
    const inode = this.#names.get(path);
    if (!inode) throw failure('ENOENT', path);
    return Buffer.from(inode.bytes);
  }

  size(path: string): number {
    return this.read(path).length;
  }

  list(folder: string): string[] {
    if (!this.#folders.has(folder)) throw failure('ENOENT', folder);
    const inside = [...this.#names.keys(), ...this.#folders]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
    return [...new Set(inside)];
  }

  exists(path: string): boolean {
    return this.#names.has(path) || this.#folders.has(path);
  }

  /** Folders are taken to be durable: the store makes them before anything is acknowledged. */
  makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#change();
    for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
      this.#folders.add(path.slice(0, at));
    }
    this.#folders.add(path);
  }

  rename(from: string, to: string): void {
    this.#change();
    if (this.#folders.has(from)) return this.#renameFolder(from, to);
    const inode = this.#names.get(from);
    if (!inode) throw failure('ENOENT', from);
    this.#names.delete(from);
    this.#names.set(to, inode);
  }

  link(path: string, second: string): void {
    this.#change();
    const inode = this.#names.get(path);
    if (!inode) throw failure('ENOENT', path);
    if (this.#names.has(second)) throw failure('EEXIST', second);
    this.#names.set(second, inode);
  }

  copy(from: string, to: string): void {
    this.#change();
    this.#names.set(to, { bytes: this.read(from), durable: new Uint8Array() });
  }

  remove(path: string): void {
    if (!this.exists(path)) return;
    this.#change();
    this.#names.delete(path);
    this.#folders.delete(path);
  }

  removeFolder(path: string): void {
    if (this.list(path).length > 0) throw failure('ENOTEMPTY', path);
    this.remove(path);
  }

  realPath(path: string): string {
    return path;
  }

  announceLeftover(): () => void {
    return () => undefined;
  }

  identity(path: string): string | undefined {
    const inode = this.#names.get(path);
    if (inode)
      this.#identities.set(inode, this.#identities.get(inode) ?? `${this.#identities.size}`);
    return inode && this.#identities.get(inode);
  }

  async syncFolder(folder: string): Promise<void> {
    this.#change();
    await Promise.resolve();
    const inside = (path: string): boolean =>
      path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');
    for (const path of this.#durableNames.keys()) {
      if (inside(path) && !this.#names.has(path)) this.#durableNames.delete(path);
    }
    for (const [path, inode] of this.#names) if (inside(path)) this.#durableNames.set(path, inode);
  }

  /** The disk after the power came back, in the worst way that the model allows. */
  afterCut(model: CrashModel): CrashDisk {
    const disk = new CrashDisk();
    disk.#folders = new Set(this.#folders);
    const names = model === 'only-synced' ? this.#durableNames : this.#names;
    for (const [path, inode] of names) {
      const bytes = survivors(inode, model);
      disk.#names.set(path, { bytes, durable: bytes });
      disk.#durableNames.set(path, disk.#names.get(path) ?? inode);
    }
    return disk;
  }

  #file(inode: Inode): DiskFile {
    const write: DiskFile['write'] = (bytes, position) => {
      this.#change();
      const taken = bytes.subarray(0, this.most);
      const next = new Uint8Array(Math.max(inode.bytes.length, position + taken.length));
      next.set(inode.bytes);
      next.set(taken, position);
      inode.bytes = next;
      return taken.length;
    };
    const sync = (): void => {
      this.#change();
      inode.durable = inode.bytes.slice();
    };
    return withBeside({
      ...syncedBy(write, sync),
      read: (into, position) => {
        const piece = inode.bytes.subarray(position, position + into.length);
        into.set(piece);
        return piece.length;
      },
      size: () => inode.bytes.length,
      truncate: (size) => {
        this.#change();
        inode.bytes = inode.bytes.slice(0, size);
      },
      close: () => undefined,
    });
  }

  #renameFolder(from: string, to: string): void {
    for (const table of [this.#names, this.#durableNames]) {
      for (const [path, inode] of [...table]) {
        if (!path.startsWith(`${from}/`)) continue;
        table.delete(path);
        table.set(to + path.slice(from.length), inode);
      }
    }
    for (const folder of [...this.#folders]) {
      if (folder !== from && !folder.startsWith(`${from}/`)) continue;
      this.#folders.delete(folder);
      this.#folders.add(to + folder.slice(from.length));
    }
  }

  #needFolder(path: string): void {
    if (!this.#folders.has(path.slice(0, path.lastIndexOf('/')))) throw failure('ENOENT', path);
  }

  #change(): void {
    this.changes++;
    if (this.changes >= this.cutAt) throw new Cut('the power is gone');
  }
}

function survivors({ bytes, durable }: Inode, model: CrashModel): Uint8Array {
  if (model === 'all') return bytes.slice();
  if (model === 'zeros') return bytes.map((byte, at) => (byte === durable[at] ? byte : 0));
  if (model === 'torn') {
    const kept = Math.ceil((durable.length + bytes.length) / 2);
    const longer = bytes.length >= durable.length ? bytes : durable;
    return longer.slice(0, Math.max(kept, Math.min(durable.length, bytes.length)));
  }
  return durable.slice();
}
