import { expect, test } from 'vitest';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { CrashDisk, models } from './crash-disk.ts';
import { addDocument, codebook, countingClock, mark } from './helpers.ts';

const FOLDER = '/work/test.case';

/** A day's work in small; tells what was acknowledged. Ends where the power is cut. */
async function work(disk: CrashDisk, acknowledged: string[]): Promise<void> {
  const done = (id: string) => async (promise: Promise<unknown>) => {
    await promise;
    acknowledged.push(id);
  };
  disk.makeFolder('/work');
  const store = await createCase(FOLDER, {
    title: 'Cut',
    codebook,
    author: 'Ada',
    clock: countingClock(),
    disk,
  });
  await done('case')(Promise.resolve());
  await done('d1')(addDocument(store, 'd1'));
  await Promise.all(['h1', 'h2', 'h3'].map((id, at) => done(id)(mark(store, id, at))));
  await store.checkpoint();
  await done('h4')(mark(store, 'h4', 9));
  await Promise.all([store.checkpoint(), done('h5')(mark(store, 'h5', 12))]);
  await done('d2')(addDocument(store, 'd2'));
  await done('h6')(mark(store, 'h6', 3, 'd2'));
  await store.checkpoint();
  await done('h7')(mark(store, 'h7', 7));
  await store.close();
}

function present(store: CaseStore, id: string): boolean {
  return id === 'case' || store.state.kindOf(id) !== undefined;
}

async function stepsOfWork(): Promise<number> {
  const disk = new CrashDisk();
  await work(disk, []);
  return disk.changes;
}

/** What the analyst finds when the power is back, and whether work can go on. */
async function judge(found: CrashDisk, acknowledged: string[]): Promise<void> {
  found.remove(`${FOLDER}/lock`);
  const store = await openCase(FOLDER, { author: 'Bob', disk: found });
  expect(acknowledged.filter((id) => !present(store, id))).toEqual([]);
  expect((await store.verify()).problems).toEqual([]);
  await store.perform({ op: 'tag.add', input: { id: 'after', name: 'After' } });
  await store.close();
  const again = await openCase(FOLDER, { author: 'Bob', disk: found });
  expect([...acknowledged, 'after'].filter((id) => !present(again, id))).toEqual([]);
  expect(again.status.recovery).toEqual([]);
  await again.close();
}

test('no acknowledged change is lost at any power cut', { timeout: 120_000 }, async () => {
  const steps = await stepsOfWork();
  expect(steps).toBeGreaterThan(80);
  for (let cutAt = 1; cutAt <= steps; cutAt++) {
    const disk = new CrashDisk();
    disk.cutAt = cutAt;
    const acknowledged: string[] = [];
    await work(disk, acknowledged).catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve)); // let what was cut off come to its end
    if (acknowledged.length === 0) continue;
    for (const model of models) {
      await judge(disk.afterCut(model), acknowledged).catch((error: unknown) => {
        throw new Error(`power cut at change ${cutAt}, disk left as “${model}”`, { cause: error });
      });
    }
  }
});

test('short writes are completed', async () => {
  const disk = new CrashDisk();
  disk.most = 7;
  const acknowledged: string[] = [];
  await work(disk, acknowledged);
  const store = await openCase(FOLDER, { author: 'Bob', disk });
  expect(acknowledged.filter((id) => !present(store, id))).toEqual([]);
  expect((await store.verify()).problems).toEqual([]);
  await store.close();
});
