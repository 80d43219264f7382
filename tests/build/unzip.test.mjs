import { lstat, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from '../../build/setup/unzip.mjs';

let folder;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'wakhan-unzip-'))));
afterEach(() => rm(folder, { recursive: true }));

test('unpacks stored, packed and empty files with their permissions', async () => {
  const archive = await zip([
    { name: 'a/run', content: 'x'.repeat(5000), mode: 0o100755, isPacked: true },
    { name: 'a/plain', content: 'as it is', mode: 0o100644 },
    { name: 'a/empty', content: '', mode: 0o100644 },
  ]);
  await unzip(archive, folder, (name) => name);
  expect(await readFile(join(folder, 'a/run'), 'utf8')).toBe('x'.repeat(5000));
  expect((await lstat(join(folder, 'a/run'))).mode & 0o777).toBe(0o755);
  expect(await readFile(join(folder, 'a/plain'), 'utf8')).toBe('as it is');
  expect(await readFile(join(folder, 'a/empty'), 'utf8')).toBe('');
});

test('renames and leaves out what it is told to', async () => {
  const archive = await zip([
    { name: 'in/keep', content: '1', mode: 0o100644 },
    { name: 'in/drop', content: '2', mode: 0o100644 },
  ]);
  await unzip(archive, folder, (name) => (name.endsWith('drop') ? null : name.slice(3)));
  expect(await readFile(join(folder, 'keep'), 'utf8')).toBe('1');
  await expect(lstat(join(folder, 'drop'))).rejects.toThrow('ENOENT');
});

test('keeps symbolic links', async () => {
  await unzip(await zip([{ name: 'link', content: 'target', mode: 0o120755 }]), folder, (n) => n);
  expect(await readlink(join(folder, 'link'))).toBe('target');
});

test.each(['../out', '/abs/out', 'a/../../out'])('refuses to write to %s', async (name) => {
  const archive = await zip([{ name, content: 'x', mode: 0o100644 }]);
  await expect(unzip(archive, folder, (n) => n)).rejects.toThrow('unsafe name');
});

test('refuses what is no archive', async () => {
  const path = join(folder, 'none.zip');
  await writeFile(path, 'garbage');
  await expect(unzip(path, folder, (n) => n)).rejects.toThrow('not a ZIP archive');
});

/** Writes a ZIP archive of the given entries and answers its path. */
async function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, mode, isPacked = false } of entries) {
    const data = isPacked ? deflateRawSync(content) : Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isPacked ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data];
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, Buffer.from(name));
    parts.push(...local);
    offset += Buffer.concat(local).length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  const path = join(folder, 'made.zip');
  await writeFile(path, Buffer.concat([...parts, central, end]));
  return path;
}
