import { expect, test } from 'vitest';
import { saveCopy } from '../../electron/storage/open/save-copy.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';
import { count, LIMIT } from './support/counts.ts';
import { FaultyDisk, type CallName } from './support/faulty-disk.ts';
import { found } from './support/found.ts';
import { judge } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { fault, MemoryDisk } from './support/memory-disk.ts';
import { FileNode } from './support/memory-nodes.ts';
import { newCase } from './support/new-case.ts';
import { Tally } from './support/tally.ts';
import { work } from './support/work.ts';

const FOLDER = '/cases/proof.case';
const COPY = '/other/copy.case';
/** Pieces of work before and after the fault. */
const PIECES = count(60, 20);
/** Every how many calls one is made to fail. */
const STEP = count(1, 4);

const failing: readonly CallName[] = [
  'create',
  'write',
  'truncate',
  'sync',
  'rename',
  'link',
  'copy',
  'remove',
  'syncFolder',
];

/** A fault that goes away, and one that stays until the disk is repaired. */
const durations = ['once', 'for good'] as const;

test.for(durations)('EIO at every call, %s', { timeout: LIMIT }, async (duration, context) => {
  const tally = new Tally(`EIO at every writing call k, ${duration}`);
  let failures = 0;
  for (const call of failing) {
    for (let k = 1; ; k += STEP) {
      const { reached, failed } = await session(call, k, duration === 'for good', tally);
      if (!reached) break;
      if (failed) failures++;
    }
  }
  tally.finish(context, `${failures} times the case went read-only and came back`);
});

/** One session in which the `k`th call of a kind fails; judged after repair and reopening. */
async function session(call: CallName, k: number, stays: boolean, tally: Tally) {
  const memory = new MemoryDisk();
  memory.makeFolder('/cases');
  memory.makeFolder('/other');
  const disk = new FaultyDisk(memory);
  disk.syncFailed = (path) => {
    const node = memory.find(path);
    if (node instanceof FileNode) node.forget();
  };
  const ledger = new Ledger();
  const store = await newCase(FOLDER, ledger, { disk });
  let calls = 0;
  let reached = false;
  disk.fault = (name, path) => {
    if (name !== call || path.startsWith('/other')) return;
    calls++;
    if (calls < k || (calls > k && !stays)) return;
    reached = true;
    throw fault('EIO', path);
  };
  await workUntilFault(store, 1, ledger);
  const where = `${call} ${k}`;
  const failed = store.status.mode === 'failed';
  if (failed) await checkReadOnly(store, disk, ledger, where, tally);
  disk.fault = () => undefined;
  await store.reopen();
  expect(store.status.mode, where).toBe('writable');
  expect(store.unsaved, where).toEqual([]);
  await workUntilFault(store, 1000, ledger);
  tally.add(`${where}, still open`, judge(store, ledger, memory, FOLDER));
  await store.close();
  tally.add(where, await found(FOLDER, ledger, { disk: memory }));
  return { reached, failed };
}

/** Works and makes snapshots until a change is rejected by the disk, or all is done. */
async function workUntilFault(store: CaseStore, from: number, ledger: Ledger): Promise<void> {
  for (let i = from; i < from + PIECES && store.status.mode === 'writable'; i += 2) {
    await Promise.allSettled([work(store, i, ledger), work(store, i + 1, ledger)]);
    if (i % 20 === from % 20) await store.checkpoint().catch(() => undefined);
  }
}

/** Read-only with a reason, what was not saved is kept, and a copy elsewhere has everything. */
async function checkReadOnly(
  store: CaseStore,
  disk: FaultyDisk,
  ledger: Ledger,
  where: string,
  tally: Tally,
): Promise<void> {
  expect(store.status.reason, where).toContain('the disk reports an error');
  expect(store.unsaved.length, where).toBeGreaterThan(0);
  await expect(store.perform({ op: 'undo', input: {} }), where).rejects.toMatchObject({
    code: 'read-only',
  });
  await saveCopy(store, COPY);
  tally.add(`${where}, copy`, await found(COPY, ledger, { disk }));
}
