import { MemoryDisk } from './memory-disk.ts';
import { FileNode, FolderNode, resized, written, type DiskNode } from './memory-nodes.ts';
import type { Random } from './random.ts';

/** What a disk may have kept of what it was not yet asked to keep, when the power goes. */
export const models = ['all', 'only-fsynced', 'names-ahead', 'zeros', 'torn'] as const;
export type Model = (typeof models)[number];

const SECTOR = 512;

const contents: Record<Model, (file: FileNode, random: Random) => Buffer> = {
  all: ({ data }) => data,
  'only-fsynced': ({ durable }) => durable,
  'names-ahead': ({ durable }) => durable,
  zeros,
  torn,
};

/** The disk as it is found after a power cut at this moment. */
export function afterCrash(disk: MemoryDisk, model: Model, random: Random): MemoryDisk {
  const copied = new Map<DiskNode, DiskNode>();
  const copy = (node: DiskNode): DiskNode => {
    const known = copied.get(node);
    if (known) return known;
    if (node instanceof FileNode) {
      const file = FileNode.of(contents[model](node, random));
      copied.set(node, file);
      return file;
    }
    const folder = new FolderNode();
    copied.set(node, folder);
    const names = model === 'only-fsynced' ? node.durable : node.names;
    for (const [name, inner] of names) folder.names.set(name, copy(inner));
    folder.sync();
    return folder;
  };
  return new MemoryDisk(copy(disk.root) as FolderNode);
}

/** Sizes are kept, but what was not synced reads as zeros (delayed allocation). */
function zeros({ durable, data, pending }: FileNode): Buffer {
  let result = resized(durable, data.length);
  for (const { position, bytes } of pending) {
    if (position >= data.length) continue;
    result = written(result, new Uint8Array(bytes.length), position);
  }
  return resized(result, data.length);
}

/** Of every unsynced write some sectors arrived, in any order; a truncation arrived or not. */
function torn({ durable, pending }: FileNode, random: Random): Buffer {
  let result = durable;
  for (const { position, bytes } of pending) {
    if (bytes.length === 0 && random.next() < 0.5) result = resized(result, position);
    for (let at = 0; at < bytes.length;) {
      const end = Math.min(bytes.length, at + SECTOR - ((position + at) % SECTOR));
      if (random.next() < 0.5) result = written(result, bytes.subarray(at, end), position + at);
      at = end;
    }
  }
  return result;
}
