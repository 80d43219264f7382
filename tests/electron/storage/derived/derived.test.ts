import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../../electron/storage/open/open-case.ts';
import type { StoreWork } from '../../../../electron/storage/store-work.ts';
import { newVault } from '../../../../electron/storage/vault/vault.ts';
import { addDocument, contents, countingClock, mark, newCase, reopened } from '../helpers.ts';

/** Work that is done elsewhere, but in this process: the case is read from the disk as the other one would. */
function work(before: () => Promise<unknown> = () => Promise.resolve()): StoreWork {
  return {
    archive: () => Promise.reject(new Error('not asked for')),
    unpack: () => Promise.reject(new Error('not asked for')),
    derive: async ({ folder }, name) => {
      const store = await openCase(folder, { author: 'Ada', readOnly: true, later: true });
      await store.bringUp();
      const { uid = '' } = store.state.get('case', 'case') ?? {};
      const image = await store.derived.image(name, uid, store.head.n);
      await store.close();
      await before();
      return image ?? new Uint8Array();
    },
  };
}

/** A closed case without its index: highlights in two documents, one of them behind the checkpoint. */
async function unindexed(prefix = 'x'): Promise<{ folder: string; whole: unknown }> {
  const { store, folder } = await newCase({ clock: countingClock(prefix) });
  await addDocument(store, 'd2');
  await mark(store, 'old', 5);
  await mark(store, 'gone', 9, 'd2');
  await store.checkpoint();
  await mark(store, 'new', 14, 'd2');
  const whole = contents(store.state);
  await store.close();
  rmSync(join(folder, 'index'), { recursive: true });
  return { folder, whole };
}

const index = (folder: string): string => join(folder, 'index', 'highlights');

describe('what is derived, when opening leaves it as it is', () => {
  test('is made good for the first who asks', async () => {
    const { folder, whole } = await unindexed();
    const store = await reopened(folder, { later: true });
    expect(store.derived.states).toEqual([{ name: 'highlights', state: 'missing' }]);
    expect(store.state.get('highlight', 'new')?.document).toBe('d2');
    expect(store.derived.areCurrent).toBe(true);
    expect(contents(store.state)).toEqual(whole);
  });

  test('is caught up for the first who asks, when it is only behind', async () => {
    const { store, folder } = await newCase();
    await mark(store, 'old', 5);
    await store.checkpoint();
    cpSync(index(folder), `${folder}.index`);
    await mark(store, 'new', 9);
    await store.checkpoint();
    await store.close();
    cpSync(`${folder}.index`, index(folder));
    const again = await reopened(folder, { later: true });
    expect(again.derived.states).toEqual([{ name: 'highlights', state: 'behind' }]);
    expect(again.state.get('highlight', 'new')?.start).toBe(9);
  });

  test('comes from another process, with what was done meanwhile, and is kept', async () => {
    const { folder } = await unindexed();
    const meanwhile = async (): Promise<void> => {
      expect(store.derived.states).toEqual([{ name: 'highlights', state: 'building' }]);
      expect(store.derived.ready).toBeDefined();
      // As an import does that was begun before: it does not wait.
      await store.checkpoint();
      expect(existsSync(index(folder))).toBe(false);
    };
    const store = await reopened(folder, { later: true, work: work(meanwhile) });
    const bringing = store.bringUp();
    const performed = mark(store, 'meanwhile', 19);
    await bringing;
    await performed;
    await store.perform({ op: 'highlight.remove', input: { id: 'gone' } });
    expect(store.derived.areCurrent).toBe(true);
    expect(store.derived.ready).toBeUndefined();
    expect(existsSync(index(folder))).toBe(true);
    for (const id of ['old', 'new', 'meanwhile']) expect(store.state.highlights.has(id)).toBe(true);
    expect(store.state.highlights.has('gone')).toBe(false);
    const whole = contents(store.state);
    await store.close();
    const again = await reopened(folder, { later: true });
    expect(again.derived.areCurrent).toBe(true);
    expect(contents(again.state)).toEqual(whole);
    expect((await again.verify()).problems).toEqual([]);
  });

  test('of another case is refused, and then made good here', async () => {
    const { folder } = await unindexed();
    const other = await unindexed('other');
    const honest = work();
    const wrong: StoreWork = {
      ...honest,
      derive: (_place, name, how) => honest.derive({ folder: other.folder }, name, how),
    };
    const store = await reopened(folder, { later: true, work: wrong });
    await expect(store.bringUp()).rejects.toMatchObject({ code: 'damaged' });
    expect(store.derived.states).toEqual([{ name: 'highlights', state: 'missing' }]);
    expect(store.state.highlights.has('old')).toBe(true);
  });

  test('is made here while a case is only read: the disk may be ahead of what was opened', async () => {
    const { folder } = await unindexed();
    const writer = await reopened(folder, { later: true });
    const store = await reopened(folder, { readOnly: true, later: true, work: work() });
    await writer.perform({ op: 'highlight.remove', input: { id: 'gone' } });
    await writer.checkpoint();
    await store.bringUp();
    expect(store.state.get('highlight', 'gone')?.start).toBe(9);
    expect(writer.state.highlights.has('gone')).toBe(false);
  });

  test('can be stopped', async () => {
    const { folder } = await unindexed();
    const store = await reopened(folder, { later: true });
    const stopped = store.bringUp({ signal: AbortSignal.abort(new Error('enough')) });
    await expect(stopped).rejects.toThrow('enough');
    expect(store.derived.areCurrent).toBe(false);
    expect(store.state.highlights.has('new')).toBe(true);
  });
});

test('in an encrypted case what is derived lies nowhere but in memory', async () => {
  const passphrase = 'correct horse battery staple';
  const { store, folder } = await newCase({ vault: await newVault(passphrase, false) });
  await mark(store, 'old', 5);
  await store.checkpoint();
  expect(existsSync(join(folder, 'index'))).toBe(false);
  await store.close();
  // An earlier version kept it, sealed.
  cpSync(join(folder, 'case.json'), join(folder, 'index', 'highlights'));
  const again = await reopened(folder, { secret: { passphrase } });
  expect(again.state.highlights.has('old')).toBe(true);
  await mark(again, 'new', 9);
  await again.checkpoint();
  expect(existsSync(index(folder))).toBe(false);
});
