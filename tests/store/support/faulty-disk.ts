import type { Disk, DiskFile, OpenMode } from '../../../electron/storage/disk/disk.ts';
import { besideOf, withBeside } from '../../electron/storage/beside.ts';

/** Calls that can fail. Reading does not: it changes nothing. */
export const calls = [
  'create',
  'write',
  'truncate',
  'sync',
  'rename',
  'link',
  'copy',
  'remove',
  'makeFolder',
  'syncFolder',
] as const;
export type CallName = (typeof calls)[number];

/** Asked before every such call; throws to make it fail. For a write it may give fewer bytes. */
export type Fault = (call: CallName, path: string, bytes: number) => number | void;

/** A disk over another one, whose calls fail as the test says. */
export class FaultyDisk implements Disk {
  /** Nothing fails until a test sets this. */
  fault: Fault = () => undefined;
  /** Told of a failed sync, so that the disk below can forget what was not synced. */
  syncFailed: (path: string) => void = () => undefined;
  readonly beside = besideOf(this);
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  open(path: string, mode: OpenMode, permissions?: number): DiskFile {
    const changes = mode === 'create' || mode === 'replace';
    if (changes) this.fault('create', path, 0);
    return this.#handle(this.#disk.open(path, mode, permissions), path);
  }

  read(path: string): Uint8Array {
    return this.#disk.read(path);
  }

  size(path: string): number {
    return this.#disk.size(path);
  }

  list(folder: string): string[] {
    return this.#disk.list(folder);
  }

  exists(path: string): boolean {
    return this.#disk.exists(path);
  }

  makeFolder(path: string): void {
    if (!this.#disk.exists(path)) this.fault('makeFolder', path, 0);
    this.#disk.makeFolder(path);
  }

  rename(from: string, to: string): void {
    this.fault('rename', to, 0);
    this.#disk.rename(from, to);
  }

  link(path: string, second: string): void {
    this.fault('link', second, 0);
    this.#disk.link(path, second);
  }

  copy(from: string, to: string): void {
    this.fault('copy', to, this.#disk.size(from));
    this.#disk.copy(from, to);
  }

  remove(path: string): void {
    if (this.#disk.exists(path)) this.fault('remove', path, 0);
    this.#disk.remove(path);
  }

  removeFolder(path: string): void {
    this.fault('remove', path, 0);
    this.#disk.removeFolder(path);
  }

  realPath(path: string): string {
    return this.#disk.realPath(path);
  }

  announceLeftover(): () => void {
    return () => undefined;
  }

  identity(path: string): string | undefined {
    return this.#disk.identity(path);
  }

  async syncFolder(path: string): Promise<void> {
    this.fault('syncFolder', path, 0);
    await this.#disk.syncFolder(path);
  }

  #handle(file: DiskFile, path: string): DiskFile {
    return withBeside({
      write: (bytes, position) => {
        const taken = this.fault('write', path, bytes.length) ?? bytes.length;
        return file.write(bytes.subarray(0, taken), position);
      },
      writeThrough: (bytes, position) => {
        const taken = bytes.subarray(0, this.fault('write', path, bytes.length) ?? bytes.length);
        try {
          this.fault('sync', path, 0);
        } catch (error) {
          file.write(taken, position);
          this.syncFailed(path);
          throw error;
        }
        return file.writeThrough(taken, position);
      },
      read: (into, position) => file.read(into, position),
      size: () => file.size(),
      truncate: (size) => {
        this.fault('truncate', path, 0);
        file.truncate(size);
      },
      sync: async () => {
        try {
          this.fault('sync', path, 0);
        } catch (error) {
          this.syncFailed(path);
          throw error;
        }
        await file.sync();
      },
      close: () => file.close(),
    });
  }
}
