import { nodeDisk } from '../../../electron/storage/disk/disk.ts';
import { judge, type Verdict } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { reopen, type Surroundings } from './new-case.ts';

/**
 * What the next session finds: opens the case, holds it to the ledger, checks everything on the disk,
 * closes it. What the check complains of counts as lost, but for the journal with `holes`: a power cut
 * may take the first of several changes that were being saved together and leave the others.
 */
export async function found(
  folder: string,
  ledger: Ledger,
  surroundings: Surroundings = {},
  holes = false,
): Promise<Verdict> {
  const { disk = nodeDisk } = surroundings;
  const store = await reopen(folder, surroundings);
  const verdict = judge(store, ledger, disk, folder);
  for (const { check, message } of (await store.verify()).problems)
    if (!(holes && check === 'journal')) verdict.lost.push(message);
  await store.close();
  return verdict;
}
