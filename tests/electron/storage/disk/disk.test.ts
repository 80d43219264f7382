import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { putFile, writeAllThrough } from '../../../../electron/storage/disk/durable-file.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../helpers.ts';

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

// tmpfs is not among the file systems that are trusted with O_DSYNC: there the other way is taken.
test.for([undefined, '/dev/shm'])('bytes are written through (%s)', (parent, { skip }) => {
  if (parent && !existsSync(parent)) skip(`there is no ${parent}`);
  const folder = parent ? mkdtempSync(join(parent, 'wakhan-')) : temporaryFolder();
  const path = join(folder, 'a');
  writeFileSync(path, '..........');
  const file = nodeDisk.open(path, 'edit');
  expect(file.writeThrough(Buffer.from('one'), 1)).toBe(3);
  expect(file.writeThrough(Buffer.from('two'), 5)).toBe(3);
  expect(readFileSync(path, 'utf8')).toBe('.one.two..');
  file.close();
  expect(() => file.writeThrough(Buffer.from('late'), 0)).toThrow('EBADF');
  rmSync(folder, { recursive: true });
});

test('bytes are written through however few the disk takes, and a refusal is told', () => {
  const path = join(temporaryFolder(), 'a');
  const disk = new FaultyDisk();
  disk.most = 2;
  const file = disk.open(path, 'create');
  writeAllThrough(file, Buffer.from('words'), 0);
  expect(readFileSync(path, 'utf8')).toBe('words');
  disk.fault = (call) => (call === 'file.sync' ? 'EIO' : undefined);
  expect(() => writeAllThrough(file, Buffer.from('more'), 5)).toThrow('EIO');
  file.close();
});

test('a file is another one than that which had its name before, also where it got its number', async () => {
  const path = join(temporaryFolder(), 'a');
  const seen = new Set<string | undefined>();
  for (let nth = 1; nth <= 5; nth++) {
    writeFileSync(path, 'words');
    expect(nodeDisk.identity(path)).toBe(nodeDisk.identity(path));
    seen.add(nodeDisk.identity(path));
    expect(seen.size).toBe(nth);
    const { birthtimeNs } = statSync(path, { bigint: true });
    rmSync(path);
    await vi.waitUntil(() => clockOf(`${path}-clock`) > birthtimeNs); // it goes in steps of milliseconds
  }
});

/** What time the disk has, in nanoseconds. */
function clockOf(path: string): bigint {
  writeFileSync(path, '');
  const { birthtimeNs } = statSync(path, { bigint: true });
  rmSync(path);
  return birthtimeNs;
}
