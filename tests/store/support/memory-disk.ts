import type { Disk, DiskFile, OpenMode } from '../../../electron/storage/disk/disk.ts';
import { besideOf, syncedBy, withBeside } from '../../electron/storage/beside.ts';
import { FileNode, FolderNode, type DiskNode } from './memory-nodes.ts';

/** A change that the disk was asked for. */
export type Act =
  'create' | 'write' | 'truncate' | 'sync' | 'rename' | 'link' | 'remove' | 'folder' | 'syncFolder';

/**
 * A disk in memory that knows what a power cut would take: contents since the last sync of the file,
 * names since the last sync of the folder. Paths are POSIX and absolute.
 */
export class MemoryDisk implements Disk {
  readonly root: FolderNode;
  readonly beside = besideOf(this);
  readonly #identities = new Map<DiskNode, number>();
  /** Told after every change. */
  changed: (act: Act, path: string) => void = () => undefined;

  constructor(root = new FolderNode()) {
    this.root = root;
  }

  open(path: string, mode: OpenMode): DiskFile {
    const [folder, name] = this.#place(path);
    const known = folder.names.get(name);
    if (known instanceof FolderNode) throw fault('EISDIR', path);
    if (known && mode === 'create') throw fault('EEXIST', path);
    if (!known && (mode === 'read' || mode === 'edit')) throw fault('ENOENT', path);
    const node = known ?? new FileNode();
    if (!known) {
      folder.names.set(name, node);
      this.changed('create', path);
    } else if (mode === 'replace') {
      node.truncate(0);
      this.changed('truncate', path);
    }
    return this.#handle(node, path);
  }

  read(path: string): Uint8Array {
    return Buffer.from(this.#file(path).data);
  }

  size(path: string): number {
    return this.#file(path).data.length;
  }

  list(folder: string): string[] {
    return [...this.#folder(folder).names.keys()];
  }

  exists(path: string): boolean {
    return this.find(path) !== undefined;
  }

  makeFolder(path: string): void {
    let at = this.root;
    for (const name of partsOf(path)) {
      const next = at.names.get(name);
      if (next instanceof FileNode) throw fault('ENOTDIR', path);
      if (next) at = next;
      else {
        const made = new FolderNode();
        at.names.set(name, made);
        at = made;
        this.changed('folder', path);
      }
    }
  }

  rename(from: string, to: string): void {
    const [folder, name] = this.#place(from);
    const node = folder.names.get(name);
    if (!node) throw fault('ENOENT', from);
    const [target, next] = this.#place(to);
    const there = target.names.get(next);
    if (there instanceof FolderNode && there.names.size > 0) throw fault('ENOTEMPTY', to);
    folder.names.delete(name);
    target.names.set(next, node);
    this.changed('rename', to);
  }

  link(path: string, second: string): void {
    const node = this.#file(path);
    const [folder, name] = this.#place(second);
    if (folder.names.has(name)) throw fault('EEXIST', second);
    folder.names.set(name, node);
    this.changed('link', second);
  }

  copy(from: string, to: string): void {
    const bytes = this.read(from);
    const file = this.open(to, 'replace');
    file.write(bytes, 0);
    file.close();
  }

  remove(path: string): void {
    if (!this.exists(path)) return;
    const [folder, name] = this.#place(path);
    folder.names.delete(name);
    this.changed('remove', path);
  }

  removeFolder(path: string): void {
    if (this.#folder(path).names.size > 0) throw fault('ENOTEMPTY', path);
    this.remove(path);
  }

  realPath(path: string): string {
    return path;
  }

  announceLeftover(): () => void {
    return () => undefined;
  }

  identity(path: string): string | undefined {
    const node = this.find(path);
    if (node) this.#identities.set(node, this.#identities.get(node) ?? this.#identities.size);
    return node && `${this.#identities.get(node)}`;
  }

  syncFolder(path: string): Promise<void> {
    return Promise.resolve().then(() => {
      this.#folder(path).sync();
      this.changed('syncFolder', path);
    });
  }

  /** The file or folder at a path, if any. */
  find(path: string): DiskNode | undefined {
    let at: DiskNode | undefined = this.root;
    for (const name of partsOf(path)) {
      if (!(at instanceof FolderNode)) return undefined;
      at = at.names.get(name);
    }
    return at;
  }

  /** Bytes in all files that have a name. */
  bytes(): number {
    const files = new Set<FileNode>();
    const gather = (folder: FolderNode): void => {
      for (const node of folder.names.values())
        if (node instanceof FileNode) files.add(node);
        else gather(node);
    };
    gather(this.root);
    return [...files].reduce((sum, { data }) => sum + data.length, 0);
  }

  #handle(node: FileNode, path: string): DiskFile {
    let open = true;
    const use = (): FileNode => {
      if (!open) throw fault('EBADF', path);
      return node;
    };
    const write: DiskFile['write'] = (bytes, position) => {
      use().write(bytes, position);
      this.changed('write', path);
      return bytes.length;
    };
    const sync = (): void => {
      use().sync();
      this.changed('sync', path);
    };
    return withBeside({
      ...syncedBy(write, sync),
      read: (into, position) => use().data.copy(into, 0, position),
      size: () => use().data.length,
      truncate: (size) => {
        use().truncate(size);
        this.changed('truncate', path);
      },
      close: () => {
        use();
        open = false;
      },
    });
  }

  #place(path: string): [FolderNode, string] {
    const parts = partsOf(path);
    const name = parts.pop();
    if (name === undefined) throw fault('EISDIR', path);
    return [this.#folder(`/${parts.join('/')}`), name];
  }

  #folder(path: string): FolderNode {
    const node = this.find(path);
    if (!node) throw fault('ENOENT', path);
    if (node instanceof FileNode) throw fault('ENOTDIR', path);
    return node;
  }

  #file(path: string): FileNode {
    const node = this.find(path);
    if (!node) throw fault('ENOENT', path);
    if (node instanceof FolderNode) throw fault('EISDIR', path);
    return node;
  }
}

/** An error as Node's file system throws it. */
export function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
