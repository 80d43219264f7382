import { nodeDisk, type Disk, type DiskFile } from '../../../electron/storage/disk/disk.ts';
import { besideOf, withBeside } from './beside.ts';

/** Calls that can fail: those of the disk, and those of an open file. */
export type FaultyCall =
  | Exclude<keyof Disk, 'exists' | 'beside' | 'realPath' | 'identity' | 'announceLeftover'>
  | `file.${'write' | 'read' | 'truncate' | 'sync'}`;

/** Decides about a call: an error code to fail with, or nothing. */
export type Fault = (call: FaultyCall, path: string) => string | undefined;

/** The real disk with faults. `fault` may be changed at any time; short writes with `most`. */
export class FaultyDisk implements Disk {
  fault: Fault = () => undefined;
  /** Most bytes a single write takes. */
  most = Infinity;
  readonly #under = nodeDisk;
  readonly beside = besideOf(this);

  open(path: string, ...rest: [mode: Parameters<Disk['open']>[1], permissions?: number]): DiskFile {
    this.#check('open', path);
    const file = this.#under.open(path, ...rest);
    return withBeside({
      write: (bytes, position) => {
        this.#check('file.write', path);
        return file.write(bytes.subarray(0, this.most), position);
      },
      read: (into, position) => {
        this.#check('file.read', path);
        return file.read(into, position);
      },
      truncate: (size) => {
        this.#check('file.truncate', path);
        file.truncate(size);
      },
      writeThrough: (bytes, position) => {
        this.#check('file.write', path);
        this.#check('file.sync', path);
        return file.writeThrough(bytes.subarray(0, this.most), position);
      },
      sync: async () => {
        this.#check('file.sync', path);
        await file.sync();
      },
      size: () => file.size(),
      close: () => file.close(),
    });
  }

  read(path: string): Uint8Array {
    this.#check('read', path);
    return this.#under.read(path);
  }

  size(path: string): number {
    this.#check('size', path);
    return this.#under.size(path);
  }

  list(folder: string): string[] {
    this.#check('list', folder);
    return this.#under.list(folder);
  }

  exists(path: string): boolean {
    return this.#under.exists(path);
  }

  makeFolder(path: string): void {
    this.#check('makeFolder', path);
    this.#under.makeFolder(path);
  }

  rename(from: string, to: string): void {
    this.#check('rename', to);
    this.#under.rename(from, to);
  }

  link(path: string, second: string): void {
    this.#check('link', second);
    this.#under.link(path, second);
  }

  copy(from: string, to: string): void {
    this.#check('copy', to);
    this.#under.copy(from, to);
  }

  remove(path: string): void {
    this.#check('remove', path);
    this.#under.remove(path);
  }

  removeFolder(path: string): void {
    this.#check('removeFolder', path);
    this.#under.removeFolder(path);
  }

  realPath(path: string): string {
    return this.#under.realPath(path);
  }

  announceLeftover(): () => void {
    return () => undefined;
  }

  identity(path: string): string | undefined {
    return this.#under.identity(path);
  }

  async syncFolder(folder: string): Promise<void> {
    this.#check('syncFolder', folder);
    await this.#under.syncFolder(folder);
  }

  #check(call: FaultyCall, path: string): void {
    const code = this.fault(call, path);
    if (code) throw Object.assign(new Error(`${code}: ${call} ${path}`), { code });
  }
}
