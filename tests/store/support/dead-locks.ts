import type { MemoryDisk } from './memory-disk.ts';
import { FileNode } from './memory-nodes.ts';

/** Makes the locks of a case those of a machine that was started again since, as after a power cut. */
export function killLocks(disk: MemoryDisk, folder: string): void {
  for (const name of disk.list(folder)) {
    const node = disk.find(`${folder}/${name}`);
    if (!name.startsWith('lock') || !(node instanceof FileNode)) continue;
    const text = node.data.toString('utf8').replace(/"boot":("[^"]*"|\d+)/, '"boot":"before"');
    node.data = Buffer.from(text);
    node.sync();
  }
}
