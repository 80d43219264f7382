import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../electron/storage/disk.ts';
import { putFile } from '../../../electron/storage/durable-file.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { temporaryFolder } from './helpers.ts';

test('calls in a thread do what their blocking sisters do', async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  const { beside } = nodeDisk;
  const file = await beside.open(at('a'), 'create');
  expect(await file.writeBeside(Buffer.from('words'), 0)).toBe(5);
  await file.sync();
  file.close();
  await beside.link(at('a'), at('b'));
  await beside.copy(at('a'), at('c'));
  await beside.rename(at('a'), at('d'));
  await beside.remove(at('b'));
  await beside.remove(at('nowhere'));
  expect(readdirSync(folder).sort()).toEqual(['c', 'd']);
  for (const name of ['c', 'd']) expect(readFileSync(at(name), 'utf8')).toBe('words');
  await expect(beside.open(at('d'), 'create')).rejects.toMatchObject({ code: 'EEXIST' });
});

test('what the disk refuses in a thread is told', async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, 'words');
  const file = nodeDisk.open(path, 'read');
  await expect(file.writeBeside(Buffer.from('x'), 0)).rejects.toMatchObject({ code: 'EBADF' });
  file.close();
});

test.skipIf(process.platform === 'win32')('what cannot be synced is told', async () => {
  const file = nodeDisk.open('/dev/null', 'edit');
  await expect(file.sync()).rejects.toMatchObject({ code: 'EINVAL' });
  file.close();
});

test('a disk that takes no bytes or few: no file, or a whole one', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  const disk = new FaultyDisk();
  disk.most = 0;
  await expect(putFile(disk, path, Buffer.from('words'))).rejects.toMatchObject({ code: 'EIO' });
  expect(readdirSync(folder)).toEqual([]);
  disk.most = 2;
  await putFile(disk, path, Buffer.from('words'));
  expect(readFileSync(path, 'utf8')).toBe('words');
});
