import type { FormatPlan } from '#data/storage/migrations.ts';
import { caseParts } from '../snapshots/case-parts.ts';
import { caseFolders } from '../files/case-paths.ts';
import type { Disk } from '../disk/disk.ts';
import { sortFiles } from './own-files.ts';
import { recodeFiles } from './recode-files.ts';
import { finishSwap } from './swap.ts';
import { VaultCodec } from '../vault/vault-codec.ts';

/**
 * Puts a case that was written anew in place, whether we began that or a process that died. To be
 * called by the holder of the lock. Does nothing when there is nothing to finish. Throws `damaged`, or
 * what the disk throws; then it is still to be finished.
 */
export function finishRewrite(
  disk: Disk,
  folder: string,
  plan?: FormatPlan,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  return finishSwap(disk, folder, async ({ id, key }, next) => {
    const codec = new VaultCodec(Buffer.from(key, 'base64'), id);
    const target = caseParts(disk, folder, undefined, plan);
    for (const path of caseFolders(target.paths)) disk.makeFolder(path);
    const source = caseParts(disk, next, codec, plan);
    await recodeFiles(source, target, { ours: sortFiles(source).ours, aside: true }, progress);
    await disk.syncFolder(folder);
  });
}
