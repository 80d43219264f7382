import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import { saveCopy } from '../../../electron/storage/open/save-copy.ts';
import { recodeCase } from '../../../electron/storage/recode-case.ts';
import { takeLock } from '../../../electron/storage/lock/lock.ts';
import { unseal } from '../../../electron/storage/vault/box.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { addDocument, codebook, mark, newCase, reopened, temporaryFolder } from './helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A closed case with one highlight, snapshots behind it. */
async function closedCase(): Promise<string> {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.checkpoint();
  await store.close();
  return folder;
}

test('an unfinished save that a full disk keeps from being mended: open for reading', async () => {
  const folder = await closedCase();
  const journal = join(folder, 'journal', '000001.ndjson');
  appendFileSync(journal, '{"n":4,');
  const before = readFileSync(journal);
  const disk = new FaultyDisk();
  disk.fault = (_call, path) => (path.includes('quarantine') ? 'ENOSPC' : undefined);
  const store = await reopened(folder, { disk });
  expect(store.status.mode).toBe('read-only');
  expect(store.status.reason).toContain('cannot be put in order');
  expect(store.state.highlights.has('a')).toBe(true);
  expect(readFileSync(journal)).toEqual(before);
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a reader leaves damage in its place, and says so', async () => {
  const folder = await closedCase();
  writeFileSync(join(folder, 'case.json'), 'damaged');
  const store = await reopened(folder, { readOnly: true });
  expect(store.status.recovery.join()).toContain('left in place');
  expect(store.state.highlights.has('a')).toBe(true);
  expect(readFileSync(join(folder, 'case.json'), 'utf8')).toBe('damaged');
  expect(existsSync(join(folder, 'quarantine'))).toBe(false);
});

test('a place that cannot be looked at is not taken for a free one', async () => {
  const folder = join(temporaryFolder(), 'new.case');
  const disk = new FaultyDisk();
  disk.fault = (call, path) => (call === 'list' && path === folder ? 'EACCES' : undefined);
  const made = createCase(folder, { title: 'T', codebook, author: 'Ada', disk });
  await expect(made).rejects.toMatchObject({ code: 'no-permission' });
  expect(readdirSync(dirname(folder))).toEqual([]);
});

test('a copy that cannot take what was unsaved is no copy', async () => {
  const disk = new FaultyDisk();
  const { store } = await newCase({ disk });
  disk.fault = (call, path) =>
    call === 'file.write' && path.endsWith('ndjson') ? 'ENOSPC' : undefined;
  await expect(mark(store, 'a')).rejects.toMatchObject({ code: 'no-space' });
  const copy = join(temporaryFolder(), 'copy.case');
  await expect(saveCopy(store, copy)).rejects.toMatchObject({ code: 'no-space' });
  expect(readdirSync(dirname(copy))).toEqual([]);
  expect(store.unsaved).toHaveLength(1);
  disk.fault = () => undefined;
  expect(await store.reopen()).toMatchObject({ mode: 'writable', n: 3 });
  expect(await store.reopen()).toMatchObject({ mode: 'writable', n: 3 }); // nothing to mend
  await store.close();
  await expect(mark(store, 'b')).rejects.toMatchObject({ code: 'read-only' });
});

test('a copy takes no unfinished files, and does without folders that are gone', async () => {
  const { store, folder } = await newCase();
  writeFileSync(join(folder, 'texts', 'half.tmp'), 'half');
  rmSync(join(folder, 'documents'), { recursive: true });
  const copy = join(temporaryFolder(), 'copy.case');
  await saveCopy(store, copy);
  await store.close();
  expect(readdirSync(join(copy, 'texts'))).toHaveLength(1);
  expect((await (await reopened(copy)).verify()).problems).toEqual([]);
});

test('files of a removed document are checked as well, and a missing snapshot is told', async () => {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  await store.perform({ op: 'document.remove', input: { id: 'd2' } });
  await store.checkpoint();
  expect((await store.verify()).problems).toEqual([]);
  rmSync(join(folder, 'case.json'));
  const { problems } = await store.verify();
  expect(problems).toMatchObject([{ check: 'snapshot', where: 'case.json' }]);
  await store.close();
});

test('a case written anew takes along what was put aside and its backups', async () => {
  const folder = await closedCase();
  for (const name of ['quarantine', 'backups']) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'kept'), name);
  }
  const disk = new FaultyDisk();
  disk.fault = (call) => (call === 'open' ? 'EROFS' : undefined);
  await expect(recodeCase(folder, undefined, { author: 'Ada', disk })).rejects.toMatchObject({
    code: 'read-only',
  });
  await recodeCase(folder, undefined, { author: 'Ada' });
  for (const name of ['quarantine', 'backups']) {
    expect(readFileSync(join(folder, name, 'kept'), 'utf8')).toBe(name);
  }
  expect((await reopened(folder)).state.highlights.has('a')).toBe(true);
});

test('how a case opens is not changed where there is no vault, nor by a reader', async () => {
  const plain = await newCase();
  await expect(plain.store.vault.newRecoveryKey()).rejects.toMatchObject({ code: 'invalid-input' });
  await plain.store.close();
  const vault = await newVault('four snow leopards', false);
  const { store, folder } = await newCase({ vault });
  await store.close();
  const reader = await reopened(folder, { vault, readOnly: true });
  const before = readFileSync(join(folder, 'vault.json'));
  await expect(reader.vault.newRecoveryKey()).rejects.toMatchObject({ code: 'read-only' });
  expect(readFileSync(join(folder, 'vault.json'))).toEqual(before);
});

test('a box shorter than its frame is damaged', () => {
  const open = () => unseal(new Uint8Array(32), 'here', new Uint8Array(39));
  expect(open).toThrow(expect.objectContaining({ code: 'damaged' }));
});

test('a lock that is given back at the moment of looking is taken', async () => {
  const disk = new FaultyDisk();
  const path = join(temporaryFolder(), 'lock');
  let links = 0;
  disk.fault = (call) => (call === 'link' && links++ === 0 ? 'EEXIST' : undefined);
  const lock = await takeLock(disk, path, 'Ada');
  expect(links).toBe(2);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ author: 'Ada' });
  lock.release();
  expect(existsSync(path)).toBe(false);
});
