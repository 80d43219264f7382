import { ownMark } from '../../../electron/storage/disk/process-identity.ts';
import { killLocks } from './dead-locks.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { FileNode, FolderNode } from './memory-nodes.ts';

/** The mark of a process that is gone, on the machine and in the run of it that this is. */
const dead = `${ownMark().split('-').slice(0, 2).join('-')}-4194305-1`;

/** Makes what this process has on a disk in memory that of a process that is gone. */
export function bury(disk: MemoryDisk, at = ''): void {
  const folder = disk.find(at);
  if (!(folder instanceof FolderNode)) return;
  for (const [name, node] of [...folder.names]) {
    folder.names.delete(name);
    folder.names.set(name.replace(ownMark(), dead), node);
    if (node instanceof FileNode && name.startsWith('.wakhan-swap'))
      node.data = Buffer.from(node.data.toString('utf8').replaceAll(ownMark(), dead));
  }
  for (const [name, node] of folder.names)
    if (node instanceof FolderNode) bury(disk, `${at}/${name}`);
  if (folder.names.has('journal')) killLocks(disk, at, true);
}
