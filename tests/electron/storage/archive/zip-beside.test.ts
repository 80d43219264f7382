import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { openPromise } from 'yauzl';
import { zipBeside, type Add } from '../../../../electron/storage/archive/zip-beside.ts';
import { nodeDisk, type DiskFile } from '../../../../electron/storage/disk/disk.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';
import { temporaryFolder } from '../helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Contents and dates in a ZIP file, as another program reads them. */
async function readBack(path: string): Promise<{ contents: Map<string, Buffer>; dates: Date[] }> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const read = { contents: new Map<string, Buffer>(), dates: [] as Date[] };
  for await (const entry of zip.eachEntry()) {
    read.dates.push(entry.getLastModDate());
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    expect(crc32(content)).toBe(entry.crc32);
    read.contents.set(entry.fileName, content);
  }
  zip.close();
  return read;
}

/** A file, with other calls in place of some of its own. */
function openFile(path: string, calls: Partial<DiskFile> = {}): DiskFile {
  const file = nodeDisk.open(path, 'replace');
  return {
    write: (bytes, position) => file.write(bytes, position),
    writeThrough: (bytes, position) => file.writeThrough(bytes, position),
    writeBeside: (bytes, position) => file.writeBeside(bytes, position),
    read: (into, position) => file.read(into, position),
    size: () => file.size(),
    truncate: (size) => file.truncate(size),
    sync: () => file.sync(),
    close: () => file.close(),
    ...calls,
  };
}

/** Bytes that no packer makes smaller: all of them reach the disk. */
const noise = (size: number): Uint8Array => {
  const bytes = Buffer.alloc(size);
  for (let at = 0, state = 1; at < size; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
};

test('files of all sizes come back, with the time of their packing', async () => {
  const path = join(temporaryFolder(), 'sizes.zip');
  const slice = new TimeSlice(0);
  const pause = vi.spyOn(slice, 'pause');
  const begun = Math.floor(Date.now() / 2000) * 2000;
  const given = new Map(
    [0, 1, 1000, 256 * 1024, 6_000_000].map((size) => [`n${size}`, noise(size)]),
  );
  const file = openFile(path);
  await zipBeside(file, slice, async (add) => {
    for (const [name, bytes] of given) await add(name, bytes);
  });
  file.close();
  const { contents, dates } = await readBack(path);
  expect([...contents.keys()]).toEqual([...given.keys()]);
  for (const [name, bytes] of given) expect(contents.get(name)?.equals(bytes), name).toBe(true);
  for (const date of dates) {
    expect(date.getTime()).toBeGreaterThanOrEqual(begun);
    expect(date.getTime()).toBeLessThanOrEqual(Date.now());
  }
  expect(pause.mock.calls.length).toBeGreaterThan(6_000_000 / (256 * 1024));
});

test('many files come back, on the disk in few steps and synced in the end', async () => {
  const path = join(temporaryFolder(), 'many.zip');
  const names = Array.from({ length: 3000 }, (_, n) => `documents/n${n}.json`);
  const file = openFile(path);
  const write = vi.spyOn(file, 'writeBeside');
  const sync = vi.spyOn(file, 'sync');
  await zipBeside(file, new TimeSlice(), async (add) => {
    for (const name of names) await add(name, Buffer.from(name));
  });
  expect(write.mock.calls.length).toBeLessThan(10);
  const synced = sync.mock.invocationCallOrder.at(-1);
  expect(synced).toBeGreaterThan(write.mock.invocationCallOrder.at(-1) ?? Infinity);
  file.close();
  const { contents } = await readBack(path);
  expect([...contents].map(([name, bytes]) => [name, bytes.toString()])).toEqual(
    names.map((name) => [name, name]),
  );
});

const fault = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

test.each<[string, Partial<DiskFile>, string]>([
  ['has no room', { writeBeside: () => Promise.reject(fault) }, 'ENOSPC'],
  ['takes no bytes', { writeBeside: () => Promise.resolve(0) }, 'EIO'],
  ['cannot sync', { sync: () => Promise.reject(fault) }, 'ENOSPC'],
])('a disk that %s ends the packing', async (_, calls, code) => {
  const file = openFile(join(temporaryFolder(), 'broken.zip'), calls);
  let added = 0;
  const written = zipBeside(file, new TimeSlice(), async (add) => {
    for (; added < 50; added++) await add(`n${added}`, noise(400_000));
  });
  await expect(written).rejects.toMatchObject({ code });
  expect(added).toBeLessThan(50);
  file.close();
});

test('a filler that fails ends the packing when the disk has come to rest', async () => {
  let writing = 0;
  const path = join(temporaryFolder(), 'stopped.zip');
  const plain = openFile(path);
  const file = openFile(path, {
    writeBeside: async (bytes, position) => {
      writing++;
      const taken = await plain.writeBeside(bytes, position);
      writing--;
      return taken;
    },
  });
  let late: Add = () => Promise.reject(new Error('was never given'));
  const written = zipBeside(file, new TimeSlice(), async (add) => {
    late = add;
    for (const name of ['one', 'two', 'three']) await add(name, noise(2_000_000));
    throw fault;
  });
  await expect(written).rejects.toBe(fault);
  expect(writing).toBe(0);
  await expect(late('four', noise(10))).rejects.toMatchObject({ name: 'AbortError' });
  file.close();
  plain.close();
});
