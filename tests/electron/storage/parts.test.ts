import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { afterEach, expect, test, vi } from 'vitest';
import { plainCodec } from '#data/storage/codec.ts';
import { fileNameOf } from '#data/storage/file-name.ts';
import { AppError } from '#data/errors.ts';
import { saveCopy } from '../../../electron/storage/open/save-copy.ts';
import { nodeDisk } from '../../../electron/storage/disk/disk.ts';
import { Listeners } from '../../../electron/storage/disk/listeners.ts';
import { SnapshotAdapter } from '../../../electron/storage/snapshots/snapshot-adapter.ts';
import { snapshotBytes, snapshotData } from '../../../electron/storage/snapshots/snapshot-text.ts';
import { codeOf, storageError } from '../../../electron/storage/disk/storage-error.ts';
import { TimeSlice } from '../../../electron/storage/disk/time-slice.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { addDocument, contents, mark, newCase, reopened, temporaryFolder } from './helpers.ts';

afterEach(() => vi.useRealTimers());

test('a snapshot is readable JSON, and every flipped byte is found', async () => {
  const data = {
    format: 1,
    text: 'a “quote”, \ud800 alone',
    list: [1, { two: 2 }],
    nested: { a: [], b: [{ id: 'x' }], c: {}, d: 5 },
    nothing: null,
    empty: {},
    none: [],
  };
  const bytes = Buffer.from(await snapshotBytes(data, new TimeSlice()));
  expect(snapshotData(bytes)).toEqual(data);
  const { sha256, ...rest } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  expect(rest).toEqual(data);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  for (let at = 0; at < bytes.length; at++) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    expect(() => snapshotData(flipped), `byte ${at}`).toThrow('SHA-256');
  }
  expect(() => snapshotData(bytes.subarray(0, -1))).toThrow('SHA-256');
  expect(snapshotData(await snapshotBytes({}, new TimeSlice()))).toEqual({});
});

test('a large snapshot is made in slices', async () => {
  const list = Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'x'.repeat(50) }));
  const slice = new TimeSlice(0);
  const pause = vi.spyOn(slice, 'pause');
  expect(snapshotData(await snapshotBytes({ list }, slice))).toEqual({ list });
  expect(pause.mock.calls.length).toBeGreaterThan(10_000);
});

test('lowdb reads and writes through the adapter, which keeps the file before', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'case.json');
  const adapter = new SnapshotAdapter<{ n: number }>(
    { disk: nodeDisk, codec: plainCodec, folder },
    path,
  );
  for (const n of [1, 2]) {
    await new Low(adapter, { n }).write();
    await adapter.publish();
    await adapter.settle();
  }
  const low = new Low(adapter, { n: 0 });
  await low.read();
  expect(low.data).toEqual({ n: 2 });
  expect(snapshotData(readFileSync(join(folder, 'case.prev.json')))).toEqual({ n: 1 });
  expect(readdirSync(folder).sort()).toEqual(['case.json', 'case.prev.json']);
});

test('file names are different for different ids, also where case does not count', () => {
  const ids = [
    'a',
    'A',
    '_41',
    '_5f41',
    'con',
    '_con',
    'a.b',
    'a_2eb',
    'COM1',
    'com1',
    'nul',
    'x'.repeat(64),
  ];
  const names = ids.map((id) => fileNameOf(id).toLowerCase());
  expect(new Set(names).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9_-]+$/);
  for (const name of ['con', 'com1', 'nul']) expect(names).not.toContain(name);
});

test('errors of the disk are told in words, those of the program pass', () => {
  const error = (code: string): Error => Object.assign(new Error(`${code}: raw`), { code });
  const told = (thrown: unknown): string =>
    storageError(thrown, 'save the change', '/home/ada/x.case').code;
  expect(['ENOSPC', 'EDQUOT', 'EFBIG'].map((code) => told(error(code)))).toEqual([
    'no-space',
    'no-space',
    'no-space',
  ]);
  expect(['EACCES', 'EPERM'].map((code) => told(error(code)))).toEqual([
    'no-permission',
    'no-permission',
  ]);
  expect(['EROFS', 'ENOENT', 'EIO'].map((code) => told(error(code)))).toEqual([
    'read-only',
    'not-found',
    'damaged',
  ]);
  expect(told(error('EWEIRD'))).toBe('internal');
  expect(told('a string')).toBe('internal');
  const own = new AppError('in-use', 'no');
  expect(storageError(own, '', '')).toBe(own);
  expect(codeOf(own)).toBe('');
  const { message } = storageError(error('ENOSPC'), 'save the change', '/home/ada/x.case');
  expect(message).toContain('disk is full');
  expect(message).not.toContain('/home');
});

test('a listener that throws stops nobody', async () => {
  const thrown = vi.fn();
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', thrown);
  const listeners = new Listeners<number>();
  const heard: number[] = [];
  listeners.add(() => {
    throw new Error('mine');
  });
  listeners.add((value) => heard.push(value));
  listeners.tell(7);
  await new Promise((resolve) => setImmediate(resolve));
  process.removeAllListeners('uncaughtException');
  for (const listener of before) process.on('uncaughtException', listener);
  expect(heard).toEqual([7]);
  expect(thrown.mock.calls[0]?.[0]).toMatchObject({ message: 'mine' });
});

/** Number of the record that `case.json` stands for. */
function snapshotOf(folder: string): number {
  const { head } = snapshotData(readFileSync(join(folder, 'case.json'))) as { head: { n: number } };
  return head.n;
}

test('after many changes snapshots are written by themselves, and edits go on', async () => {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  const edits = Array.from({ length: 1100 }, (_, n) =>
    mark(store, `m${n}`, 5, n % 2 ? 'd1' : 'd2'),
  );
  await Promise.all(edits);
  await saveCopy(store, join(temporaryFolder(), 'waits.case')); // begins when no snapshot is being written
  expect(snapshotOf(folder)).toBeGreaterThan(900);
  const whole = contents(store.state);
  await store.close();
  expect(snapshotOf(folder)).toBe(1103);
  expect(contents((await reopened(folder)).state)).toEqual(whole);
});

test('a large journal goes on in a new segment at the next snapshot', async () => {
  const { store, folder } = await newCase();
  const note = 'x'.repeat(90_000);
  for (let n = 0; n < 50; n++) {
    await store.perform({
      op: 'entity.add',
      input: { id: `e${n}`, type: 'person', name: 'P', note },
    });
  }
  await store.checkpoint();
  await mark(store, 'first-of-second');
  await store.close();
  expect(readdirSync(join(folder, 'journal'))).toHaveLength(2);
  const again = await reopened(folder);
  expect(again.history(60)).toHaveLength(53);
  expect((await again.verify()).problems).toEqual([]);
  await again.perform({ op: 'undo', input: { to: 10 } });
  expect(again.state.size('entity')).toBe(8);
});

test('a quiet case is snapshotted, a failed one is left alone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const disk = new FaultyDisk();
  const { store, folder } = await newCase({ disk });
  await mark(store, 'a');
  expect(snapshotOf(folder)).toBe(1);
  const written = new Promise<void>((resolve) => {
    disk.fault = (call, path) => {
      if (call === 'syncFolder' && path.endsWith('index')) resolve();
      return undefined;
    };
  });
  await vi.advanceTimersByTimeAsync(20_000);
  await written;
  expect(snapshotOf(folder)).toBe(3);
  disk.fault = (call, path) =>
    call === 'file.sync' && path.endsWith('ndjson') ? 'EIO' : undefined;
  await expect(mark(store, 'b')).rejects.toMatchObject({ code: 'damaged' });
  const calls: string[] = [];
  disk.fault = (call) => void calls.push(call);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toEqual([]);
  await store.close();
});

test('a snapshot that fails in the background is told, and told to be over', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await newCase({ disk });
  const reasons: (string | undefined)[] = [];
  store.onStatus(({ reason }) => {
    if (reason !== reasons.at(-1)) reasons.push(reason);
  });
  disk.fault = (call, path) =>
    call === 'open' && path.startsWith(join(folder, '.wakhan-')) ? 'ENOSPC' : undefined;
  await Promise.all(Array.from({ length: 1000 }, (_, n) => mark(store, `m${n}`)));
  await saveCopy(store, join(temporaryFolder(), 'waits.case')).catch(() => undefined);
  expect(store.status.mode).toBe('writable');
  expect(store.status.reason).toContain('Your changes are saved, but not the snapshot');
  disk.fault = () => undefined;
  await store.close();
  expect(snapshotOf(folder)).toBe(1002);
  expect(store.status.reason).toBeUndefined();
  expect(reasons).toEqual([expect.stringContaining('disk is full'), undefined]);
});

test('what was damaged is found again under another name when names are taken', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.checkpoint();
  await store.close();
  mkdirSync(join(folder, 'quarantine'));
  writeFileSync(join(folder, 'quarantine', 'case.json'), 'damaged before');
  writeFileSync(join(folder, 'case.json'), 'damaged now');
  const again = await reopened(folder);
  expect(again.state.highlights.has('a')).toBe(true);
  expect(readFileSync(join(folder, 'quarantine', '2-case.json'), 'utf8')).toBe('damaged now');
  expect(again.status.recovery.join()).toContain('kept under quarantine/');
});

test('damage that shows when a document is first needed is told then', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.checkpoint();
  await store.close();
  const again = await reopened(folder);
  const told = vi.fn();
  again.onStatus(({ recovery }) => void told(recovery.length));
  writeFileSync(join(folder, 'documents', 'd1.json'), 'damaged now');
  expect(again.status.recovery).toEqual([]);
  expect([...again.state.highlightsOf('d1')]).toHaveLength(1);
  expect(again.status.recovery).toHaveLength(2);
  expect(told).toHaveBeenCalledWith(2);
});

test('a highlight file that the disk refuses to read is an error, not an empty document', async () => {
  const disk = new FaultyDisk();
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.checkpoint();
  await store.close();
  const again = await reopened(folder, { disk });
  disk.fault = (call, path) => (call === 'read' && path.endsWith('d1.json') ? 'EACCES' : undefined);
  expect(() => again.state.highlightsOf('d1')).toThrow(
    expect.objectContaining({ code: 'no-permission' }),
  );
  await expect(mark(again, 'a')).rejects.toMatchObject({ code: 'no-permission' });
  disk.fault = (call, path) => (call === 'read' && path.endsWith('d1.json') ? 'EIO' : undefined);
  expect([...again.state.highlightsOf('d1')]).toHaveLength(1);
  disk.fault = () => undefined;
});
