import { thisProcess } from '../../../electron/storage/disk/process-identity.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { FileNode } from './memory-nodes.ts';

const dead = { ...thisProcess('Test', 'dead'), boot: 'before' };

/**
 * Makes the locks of a case those of a machine that was started again since, as after a power cut.
 * `torn`: locks that lost their content stay so; taking those over costs a wait of some 50 ms.
 */
export function killLocks(disk: MemoryDisk, folder: string, torn: boolean): void {
  for (const name of disk.list(folder)) {
    const node = disk.find(`${folder}/${name}`);
    if (!name.startsWith('lock') || !(node instanceof FileNode)) continue;
    const text = node.data.toString('utf8');
    if (isWhole(text))
      node.data = Buffer.from(text.replace(/"boot":("[^"]*"|\d+)/, '"boot":"before"'));
    else if (!torn) node.data = Buffer.from(JSON.stringify(dead));
    node.sync();
  }
}

const isWhole = (text: string): boolean => text.endsWith('}') && !text.includes('\0');
