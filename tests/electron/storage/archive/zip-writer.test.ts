import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { openPromise } from 'yauzl';
import {
  directoryEntry,
  endOfDirectory,
  localHeader,
  zipTime,
} from '../../../../electron/storage/archive/zip-records.ts';
import { ZipWriter } from '../../../../electron/storage/archive/zip-writer.ts';
import { nodeDisk } from '../../../../electron/storage/disk.ts';
import { TimeSlice } from '../../../../electron/storage/time-slice.ts';
import { temporaryFolder } from '../helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Names, contents and dates in a ZIP file, as another program reads them; contents of some only. */
async function readBack(
  path: string,
  wanted: (name: string) => boolean = () => true,
): Promise<{ names: string[]; contents: Map<string, Buffer>; dates: Date[] }> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const read = { names: [] as string[], contents: new Map<string, Buffer>(), dates: [] as Date[] };
  for await (const entry of zip.eachEntry()) {
    read.names.push(entry.fileName);
    read.dates.push(entry.getLastModDate());
    if (!wanted(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    expect(crc32(content)).toBe(entry.crc32);
    read.contents.set(entry.fileName, content);
  }
  zip.close();
  return read;
}

test('files of all sizes come back, with the time of their packing', async () => {
  const path = join(temporaryFolder(), 'small.zip');
  const slice = new TimeSlice(0);
  const pause = vi.spyOn(slice, 'pause');
  const file = nodeDisk.open(path, 'replace');
  const zip = new ZipWriter(file, slice);
  const begun = Math.floor(Date.now() / 2000) * 2000;
  const given = new Map(
    [0, 1, 1000, 6_000_000].map((size) => [`n${size}`, Buffer.alloc(size, 'ab')]),
  );
  for (const [name, bytes] of given) await zip.add(name, bytes);
  await zip.end();
  file.close();
  const { contents, dates } = await readBack(path);
  expect([...contents.keys()]).toEqual([...given.keys()]);
  for (const [name, bytes] of given) expect(contents.get(name)?.equals(bytes), name).toBe(true);
  for (const date of dates) {
    expect(date.getTime()).toBeGreaterThanOrEqual(begun - 2000);
    expect(date.getTime()).toBeLessThanOrEqual(Date.now());
  }
  expect(pause.mock.calls.length).toBeGreaterThan(6_000_000 / (256 * 1024));
});

test('more files than the first ZIP could count', async () => {
  const path = join(temporaryFolder(), 'many.zip');
  const at = zipTime(new Date());
  const names = Array.from({ length: 65_540 }, (_, n) => `n${n}`);
  const content = Buffer.from('many');
  const packed = deflateRawSync(content);
  const fixed = { crc32: crc32(content), size: content.length, packed: packed.length };
  let offset = 0;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const name of names) {
    const file = Buffer.concat([localHeader({ name, offset, ...fixed }, at), packed]);
    files.push(file);
    directory.push(directoryEntry({ name, offset, ...fixed }, at));
    offset += file.length;
  }
  const { length } = Buffer.concat(directory);
  writeFileSync(
    path,
    Buffer.concat([...files, ...directory, endOfDirectory(names.length, offset, length)]),
  );
  const last = names.at(-1) ?? '';
  const found = await readBack(path, (name) => name === last);
  expect(found.names).toEqual(names);
  expect(found.contents.get(last)?.toString()).toBe('many');
});

test.skipIf(process.platform === 'win32')('a file that stands behind four gigabytes', async () => {
  const path = join(temporaryFolder(), 'far.zip'); // its beginning is a hole that takes no room
  const at = zipTime(new Date());
  const content = Buffer.from('far away');
  const packed = deflateRawSync(content);
  const offset = 5 * 1024 ** 3;
  const entry = {
    name: 'far',
    crc32: crc32(content),
    size: content.length,
    packed: packed.length,
    offset,
  };
  const body = Buffer.concat([localHeader(entry, at), packed]);
  const directory = directoryEntry(entry, at);
  const end = endOfDirectory(1, offset + body.length, directory.length);
  const file = openSync(path, 'w');
  writeSync(file, Buffer.concat([body, directory, end]), 0, undefined, offset);
  closeSync(file);
  expect((await readBack(path)).contents.get('far')?.toString()).toBe('far away');
});
