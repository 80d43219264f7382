import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoreState } from '#data/api/case-snapshot.ts';
import { saveCopy } from '../../../electron/storage/open/save-copy.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { contents, mark, newCase, reopened, temporaryFolder } from './helpers.ts';

const journal = (path: string): boolean => path.endsWith('.ndjson');

test.each([
  ['file.write', 'ENOSPC', 'no-space'],
  ['file.write', 'EIO', 'damaged'],
  ['file.sync', 'EIO', 'damaged'],
  ['file.sync', 'EDQUOT', 'no-space'],
] as const)(
  'a failed %s (%s) makes the case read-only until it is mended',
  async (call, code, told) => {
    const disk = new FaultyDisk();
    const { store, folder } = await newCase({ disk });
    await mark(store, 'before');
    const seen: StoreState['mode'][] = [];
    store.onStatus(({ mode }) => seen.push(mode));
    const standing = contents(store.state);

    disk.fault = (what, path) => (what === call && journal(path) ? code : undefined);
    const first = mark(store, 'first');
    const behind = mark(store, 'behind');
    await expect(first).rejects.toMatchObject({ code: told });
    await expect(behind).rejects.toMatchObject({ code: told });
    expect(contents(store.state)).toEqual(standing);
    expect(store.status).toMatchObject({ mode: 'failed', n: 3 });
    expect(store.unsaved.map(({ input }) => input)).toMatchObject([
      { id: 'first' },
      { id: 'behind' },
    ]);

    disk.fault = (what, path) => (what === 'file.truncate' && journal(path) ? code : undefined);
    await expect(mark(store, 'later')).rejects.toMatchObject({ code: 'read-only' });
    await expect(store.reopen()).rejects.toMatchObject({ code: told });
    expect(store.status.mode).toBe('failed');

    disk.fault = () => undefined;
    expect(await store.reopen()).toMatchObject({ mode: 'writable', n: 5 });
    expect(store.unsaved).toEqual([]);
    expect(store.status.reason).toBeUndefined();
    await mark(store, 'after');
    expect(seen[0]).toBe('failed');
    expect((await store.verify()).problems).toEqual([]);
    const whole = contents(store.state);
    await store.close();
    const again = await reopened(folder);
    expect(again.status.recovery).toEqual([]);
    expect(contents(again.state)).toEqual(whole);
  },
);

test('what could not be saved goes into a copy elsewhere', async () => {
  const disk = new FaultyDisk();
  const { store } = await newCase({ disk });
  await mark(store, 'saved');
  disk.fault = (what, path) => (what === 'file.sync' && journal(path) ? 'EIO' : undefined);
  await expect(mark(store, 'unsaved')).rejects.toMatchObject({ code: 'damaged' });
  disk.fault = () => undefined;
  const folder = join(temporaryFolder(), 'copy.case');
  await saveCopy(store, folder);
  expect(store.status.mode).toBe('failed');
  const copy = await reopened(folder);
  expect(copy.state.highlights.has('saved')).toBe(true);
  expect(copy.state.highlights.has('unsaved')).toBe(true);
  expect(copy.status.recovery).toEqual([]);
  expect((await copy.verify()).problems).toEqual([]);
  await expect(saveCopy(store, folder)).rejects.toMatchObject({ code: 'case-exists' });
  await store.close();
});

test('a first record of a segment that fails leaves no segment behind', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await newCase({ disk });
  disk.fault = (what, path) => (what === 'file.sync' && journal(path) ? 'EIO' : undefined);
  await expect(mark(store, 'one')).rejects.toMatchObject({ code: 'damaged' });
  disk.fault = (what, path) =>
    what === 'syncFolder' && path.endsWith('journal') ? 'EIO' : undefined;
  await expect(store.reopen()).rejects.toMatchObject({ code: 'damaged' });
  disk.fault = () => undefined;
  await store.reopen();
  await store.close();
  const again = await reopened(folder);
  expect(again.state.highlights.has('one')).toBe(true);
  expect(again.status).toMatchObject({ n: 3, recovery: [] });
});

test('a snapshot that cannot be written endangers nothing', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await newCase({ disk });
  await mark(store, 'one');
  for (const step of ['file.write', 'file.sync', 'rename', 'syncFolder', 'link'] as const) {
    disk.fault = (what, path) => (what === step && !journal(path) ? 'ENOSPC' : undefined);
    if (step === 'link') await expect(store.checkpoint()).resolves.toBeUndefined();
    else await expect(store.checkpoint()).rejects.toMatchObject({ code: 'no-space' });
    await mark(store, `during-${step.replace('.', '-')}`);
  }
  disk.fault = () => undefined;
  const whole = contents(store.state);
  await store.checkpoint();
  await store.close();
  const again = await reopened(folder);
  expect(contents(again.state)).toEqual(whole);
  expect((await again.verify()).problems).toEqual([]);
});

test('an original that cannot be stored is told, and nothing is left of it', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await newCase({ disk });
  disk.fault = (what) => (what === 'file.write' ? 'ENOSPC' : undefined);
  await expect(store.blobs.putSource(Buffer.from('new bytes'))).rejects.toMatchObject({
    code: 'no-space',
  });
  disk.fault = () => undefined;
  expect(disk.list(join(folder, 'sources'))).toHaveLength(1);
  const { sha256 } = await store.blobs.putSource(Buffer.from('new bytes'));
  expect(Buffer.from(store.blobs.source(sha256)).toString()).toBe('new bytes');
  await store.close();
});

test('short writes are completed', async () => {
  const disk = new FaultyDisk();
  disk.most = 11;
  const { store, folder } = await newCase({ disk });
  await mark(store, 'one');
  await store.checkpoint();
  const whole = contents(store.state);
  await store.close();
  const again = await reopened(folder);
  expect(contents(again.state)).toEqual(whole);
  expect((await again.verify()).problems).toEqual([]);
});

test('a disk that takes no bytes at all is a failure, not an endless loop', async () => {
  const disk = new FaultyDisk();
  const { store } = await newCase({ disk });
  disk.most = 0;
  await expect(mark(store, 'one')).rejects.toMatchObject({ code: 'damaged' });
  disk.most = Infinity;
  await store.close();
});
