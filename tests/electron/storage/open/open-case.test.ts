import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../../../electron/storage/open/open-case.ts';
import { createCase } from '../../../../electron/storage/open/create-case.ts';
import { saveCopy } from '../../../../electron/storage/open/save-copy.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { codebook, contents, mark, newCase, reopened, temporaryFolder } from '../helpers.ts';

/** Every file of a case with its bytes and times, but for the lock. */
function files(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const stat = statSync(path);
    if (name === 'lock' || stat.isDirectory()) continue;
    found[name] = `${stat.mtimeMs} ${readFileSync(path, 'latin1')}`;
  }
  return found;
}

test('a new case has its codebook, its title and one record', async () => {
  const folder = join(temporaryFolder(), 'new.case');
  const store = await createCase(folder, {
    title: 'New',
    marking: 'AMBER',
    codebook,
    author: 'Ada',
  });
  expect(store.state.get('case', 'case')).toMatchObject({ title: 'New', marking: 'AMBER' });
  expect(store.status).toMatchObject({ mode: 'writable', n: 1, recovery: [], encrypted: false });
  expect(store.history(10)).toMatchObject([{ n: 1, by: 'Ada', op: 'case.create', stands: true }]);
  expect(store.historyState()).toEqual({});
  await store.close();
  expect(readdirSync(folder).sort()).toEqual([
    'case.json',
    'documents',
    'index',
    'journal',
    'sources',
    'texts',
  ]);
});

test('a case is not made over something', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'file'), 'mine');
  mkdirSync(join(root, 'full'));
  writeFileSync(join(root, 'full', 'note'), 'mine');
  mkdirSync(join(root, 'empty'));
  const make = (name: string) =>
    createCase(join(root, name), { title: 'T', codebook, author: 'A' });
  await expect(make('file')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(make('full')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(make('no/such/folder')).rejects.toMatchObject({ code: 'not-found' });
  await (await make('empty')).close();
  expect(readdirSync(root).sort()).toEqual(['empty', 'file', 'full']);
});

test('a case that is refused leaves nothing behind', async () => {
  const root = temporaryFolder();
  const bad = createCase(join(root, 'x.case'), { title: ' ', codebook, author: 'A' });
  await expect(bad).rejects.toMatchObject({ code: 'invalid-input' });
  expect(readdirSync(root)).toEqual([]);
});

test('what is no case is refused and not touched', async () => {
  const root = temporaryFolder();
  writeFileSync(join(root, 'file'), 'mine');
  mkdirSync(join(root, 'folder', 'journal'), { recursive: true });
  const open = (name: string) => openCase(join(root, name), { author: 'A' });
  await expect(open('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  await expect(open('file')).rejects.toMatchObject({ code: 'not-a-case' });
  await expect(open('folder')).rejects.toMatchObject({ code: 'not-a-case' });
  expect(readdirSync(root, { recursive: true }).sort()).toEqual([
    'file',
    'folder',
    'folder/journal',
  ]);
});

test('a case of which nothing is left is told to be damaged, and its lock given back', async () => {
  const folder = join(temporaryFolder(), 'gone.case');
  mkdirSync(join(folder, 'journal'), { recursive: true });
  writeFileSync(join(folder, 'journal', '000001.ndjson'), 'rubbish\n');
  await expect(openCase(folder, { author: 'A' })).rejects.toMatchObject({ code: 'damaged' });
  expect(readdirSync(folder)).toEqual(['journal']);
});

test('opening and closing a case changes none of its files', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.close();
  const before = files(folder);
  const again = await reopened(folder);
  await again.verify();
  await again.close();
  expect(files(folder)).toEqual(before);
});

test('one writer: the second is told who has the case, a reader is let in', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  const second = openCase(folder, { author: 'Bob' });
  await expect(second).rejects.toMatchObject({
    code: 'case-locked',
    details: { author: 'Ada', pid: process.pid },
  });
  const reader = await openCase(folder, { author: 'Bob', readOnly: true });
  expect(reader.status).toMatchObject({ mode: 'read-only', n: 3, recovery: [] });
  expect(contents(reader.state)).toEqual(contents(store.state));
  await expect(mark(reader, 'b')).rejects.toMatchObject({ code: 'read-only' });
  expect((await reader.verify()).ok).toBe(true);
  const copying = saveCopy(reader, `${folder}.copy`);
  await expect(copying).rejects.toMatchObject({ code: 'case-locked' });
  await store.close();
  await saveCopy(reader, `${folder}.copy`);
  await reader.close();
  const copy = await reopened(`${folder}.copy`);
  expect(contents(copy.state)).toEqual(contents(reader.state));
  await expect(mark(store, 'c')).rejects.toMatchObject({ code: 'read-only' });
  const third = await reopened(folder);
  expect(third.status.mode).toBe('writable');
});

test.each(['EROFS', 'EACCES', 'EPERM'])(
  'a case where nothing can be written (%s) is open for reading',
  async (code) => {
    const disk = new FaultyDisk();
    const { store, folder } = await newCase();
    await mark(store, 'a');
    await store.close();
    const before = files(folder);
    const writing = new Set(['makeFolder', 'rename', 'link', 'copy', 'remove', 'file.write']);
    disk.fault = (call, path) =>
      writing.has(call) || /lock|\.wakhan-/.test(path) ? code : undefined;
    const reader = await reopened(folder, { disk });
    expect(reader.status.mode).toBe('read-only');
    expect(reader.status.reason).toContain('open for reading only');
    expect((await reader.verify()).ok).toBe(true);
    await expect(reader.perform({ op: 'undo', input: {} })).rejects.toMatchObject({
      code: 'read-only',
    });
    await reader.close();
    expect(files(folder)).toEqual(before);
  },
);

test('a newer format opens for reading only', async () => {
  const { store, folder } = await newCase();
  await store.checkpoint();
  await store.close();
  const { snapshotBytes, snapshotData } =
    await import('../../../../electron/storage/snapshots/snapshot-text.ts');
  const { TimeSlice } = await import('../../../../electron/storage/disk/time-slice.ts');
  const path = join(folder, 'case.json');
  const data = snapshotData(readFileSync(path)) as object;
  writeFileSync(path, await snapshotBytes({ ...data, format: 99 }, new TimeSlice()));
  const before = files(folder);
  await expect(openCase(folder, { author: 'A' })).rejects.toMatchObject({
    code: 'newer-format',
    details: { format: 99 },
  });
  const reader = await reopened(folder, { readOnly: true });
  expect(reader.state.size('document')).toBe(1);
  expect(files(folder)).toEqual(before);
  expect(readdirSync(folder)).not.toContain('lock');
});

test('a copy of a case is a case of its own', async () => {
  const { store } = await newCase();
  await mark(store, 'a');
  const folder = join(temporaryFolder(), 'copy.case');
  await saveCopy(store, folder);
  await mark(store, 'only-here');
  const copy = await reopened(folder);
  await mark(copy, 'only-there');
  expect(copy.state.highlights.has('a')).toBe(true);
  expect(copy.state.highlights.has('only-here')).toBe(false);
  expect(store.state.highlights.has('only-there')).toBe(false);
  expect((await copy.verify()).problems).toEqual([]);
  await store.close();
});

test('a folder that was copied while the case was open opens as well', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  cpSync(folder, `${folder}.copy`, { recursive: true, filter: (path) => !path.endsWith('lock') });
  const copy = await reopened(`${folder}.copy`);
  expect(contents(copy.state)).toEqual(contents(store.state));
  await store.close();
});
