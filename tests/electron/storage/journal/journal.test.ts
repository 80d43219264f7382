import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainCodec } from '#data/storage/codec.ts';
import { bodyOf, headOf, lineOf, numberOf, partsOf } from '#data/storage/journal-record.ts';
import { nodeDisk, type Disk } from '../../../../electron/storage/disk/disk.ts';
import { sha256 } from '../../../../electron/storage/disk/hash.ts';
import { Journal, RESERVE } from '../../../../electron/storage/journal/journal.ts';
import { JournalReader, segmentName } from '../../../../electron/storage/journal/journal-reader.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../helpers.ts';

function lineFor(n: number, size = 10): string {
  const label = `Do “${n}”, ","input": and "prev" and \\ and \u2028`;
  const body = bodyOf({
    n,
    id: `r${n}`,
    at: '2024-01-01T00:00:00.000Z',
    by: 'Ada',
    op: 'test',
    label,
    input: { fill: 'x'.repeat(size) },
    changes: [],
    prev: '0'.repeat(64),
  });
  return lineOf(body, sha256(body));
}

/** Lines as they are appended. */
const linesOf = (...lines: string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''));

const reader = (folder: string): JournalReader => new JournalReader(nodeDisk, folder, plainCodec);

test('a line comes apart as it was put together', () => {
  const line = lineFor(7);
  expect(partsOf(line)?.prev).toBe('0'.repeat(64));
  expect(sha256(partsOf(line)?.body ?? '')).toBe(partsOf(line)?.hash);
  expect(headOf(line)).toMatchObject({
    n: 7,
    id: 'r7',
    by: 'Ada',
    label: expect.stringContaining('","input":') as string,
  });
  expect(numberOf(line)).toBe(7);
  for (const bad of ['', '{}', '{"n":0,', '{"n":-1,', '{"n":01,', ' {"n":1,', '{"n":1']) {
    expect(numberOf(bad)).toBeUndefined();
    expect(partsOf(bad)).toBeUndefined();
  }
  expect(partsOf(line.replace('"prev"', '"prew"'))).toBeUndefined();
});

test('every record is found, in segments, among short and very long ones', async () => {
  const folder = temporaryFolder();
  const journal = new Journal(nodeDisk, folder, undefined);
  const sizes = [5, 300_000, 10, 70_000, 0];
  for (let n = 1; n <= 200; n++) {
    if (n % 67 === 0) journal.rotate();
    await journal.append(n, linesOf(lineFor(n, sizes[n % 5])));
  }
  journal.close();
  expect(readdirSync(folder).sort()).toEqual(['000001.ndjson', '000067.ndjson', '000134.ndjson']);
  for (let n = 1; n <= 200; n++) expect(reader(folder).record(n).id).toBe(`r${n}`);
  expect(() => reader(folder).record(201)).toThrow(expect.objectContaining({ code: 'damaged' }));
  expect(
    reader(folder)
      .heads(60, 140)
      .map(({ n }) => n),
  ).toEqual(Array.from({ length: 81 }, (_, n) => n + 60));
  expect([...reader(folder).lines(199)].map(({ bytes }) => numberOf(bytes.toString()))).toEqual([
    199, 200,
  ]);
});

test('damage on the way of the search does not hide a record', async () => {
  const folder = temporaryFolder();
  const journal = new Journal(nodeDisk, folder, undefined);
  await journal.append(1, linesOf(...Array.from({ length: 100 }, (_, n) => lineFor(n + 1))));
  journal.close();
  const path = join(folder, segmentName(1));
  const sound = readFileSync(path, 'utf8').split('\n');
  for (const [at, rubbish] of [
    [49, 'rubbish'],
    [49, '{"n":3,'],
    [20, '{"n":9999,'],
    [0, ''],
  ] as const) {
    writeFileSync(path, sound.with(at, rubbish).join('\n'));
    for (let n = 1; n <= 100; n++) {
      if (n === at + 1) expect(() => reader(folder).record(n)).toThrow('cannot be read');
      else expect(reader(folder).record(n).n).toBe(n);
    }
    expect(reader(folder).heads(1, 100)).toHaveLength(99);
  }
});

test('a journal that is not there has no lines', () => {
  const empty = reader(join(temporaryFolder(), 'none'));
  expect(empty.segments()).toEqual([]);
  expect([...empty.lines(1)]).toEqual([]);
});

test('a segment whose name is taken by a damaged one gets another, and stands behind it', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, segmentName(5)), 'rubbish\n');
  const journal = new Journal(nodeDisk, folder, undefined);
  await journal.append(5, linesOf(lineFor(5)));
  expect(journal.end?.name).toBe('000005-2.ndjson');
  journal.close();
  expect(
    reader(folder)
      .segments()
      .map(({ name }) => name),
  ).toEqual(['000005.ndjson', '000005-2.ndjson']);
  expect(reader(folder).record(5).id).toBe('r5');
});

test('a failed journal takes nothing more until it is mended', async () => {
  const folder = join(temporaryFolder(), 'none');
  const journal = new Journal(nodeDisk, folder, undefined);
  await expect(journal.append(1, linesOf(lineFor(1)))).rejects.toMatchObject({ code: 'ENOENT' });
  nodeDisk.makeFolder(folder);
  expect(() => journal.append(1, linesOf(lineFor(1)))).toThrow('was not mended');
  await journal.mend();
  await journal.append(1, linesOf(lineFor(1)));
  journal.close();
  expect(reader(folder).record(1).id).toBe('r1');
});

/** A journal with three records, as a process that was killed leaves it: with room behind them. */
async function killed(): Promise<{ folder: string; path: string; size: number }> {
  const folder = temporaryFolder();
  const journal = new Journal(nodeDisk, folder, undefined);
  for (let n = 1; n <= 3; n++) await journal.append(n, linesOf(lineFor(n)));
  const path = join(folder, segmentName(1));
  return { folder, path, size: journal.end?.size ?? 0 };
}

test('records go into room that is there already, and closing gives the rest of it back', async () => {
  const { folder, path, size } = await killed();
  expect(statSync(path).size).toBeGreaterThanOrEqual(RESERVE);
  const journal = new Journal(nodeDisk, folder, reader(folder).end());
  expect(journal.end).toEqual({ name: segmentName(1), size });
  const reach = statSync(path).size;
  await journal.append(4, linesOf(lineFor(4)));
  expect(statSync(path).size).toBe(reach);
  await journal.append(5, linesOf(lineFor(5, RESERVE)));
  expect(statSync(path).size).toBeGreaterThan(reach);
  journal.close();
  expect(statSync(path).size).toBe(journal.end?.size);
  expect(reader(folder).heads(1, 9)).toHaveLength(5);
});

test('the room behind the records is no record, and hides none', async () => {
  const { folder, path, size } = await killed();
  expect([...reader(folder).lines(1)].every(({ complete }) => complete)).toBe(true);
  for (let n = 1; n <= 3; n++) expect(reader(folder).record(n).id).toBe(`r${n}`);
  expect(reader(folder).end()).toEqual({ name: segmentName(1), size });
  writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(700_000)]));
  expect(reader(folder).end()?.size).toBe(size);
  appendFileSync(path, '{"n":4,"half');
  const torn = [...reader(folder).lines(1)].at(-1);
  expect(torn).toMatchObject({ offset: size, complete: false });
  expect(torn?.bytes.toString().endsWith('"half')).toBe(true);
});

test('records that are written into the room while it is being read are seen whole', async () => {
  const folder = temporaryFolder();
  const journal = new Journal(nodeDisk, folder, undefined);
  for (let n = 1; n <= 3; n++) await journal.append(n, linesOf(lineFor(n)));
  const seen: (number | undefined)[] = [];
  let n = 3;
  for (const { bytes, complete } of reader(folder).lines(1)) {
    expect(complete && !bytes.includes(0)).toBe(true);
    seen.push(numberOf(bytes.toString()));
    // Beyond the room and beyond a chunk, so that what was read as zeros is in the middle of a line.
    if (seen.length <= 3) await journal.append(++n, linesOf(lineFor(n, 300_000)));
  }
  journal.close();
  expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a line with zeros in it that stays so is damaged, and hides none behind it', async () => {
  const { folder, path } = await killed();
  const bytes = readFileSync(path);
  const second = bytes.indexOf('\n') + 1;
  bytes.fill(0, second + 50, second + 90);
  writeFileSync(path, bytes);
  const lines = [...reader(folder).lines(1)];
  expect(lines.map((line) => reader(folder).see(line).ok)).toEqual([true, false, true]);
});

test('a full disk gives no room, and takes the record all the same', async () => {
  const folder = temporaryFolder();
  const disk = new FaultyDisk();
  const journal = new Journal(disk, folder, undefined);
  await journal.append(1, linesOf(lineFor(1)));
  let writes = 0;
  disk.fault = (call) => (call === 'file.write' && ++writes % 2 === 0 ? 'ENOSPC' : undefined);
  await journal.append(2, linesOf(lineFor(2)));
  expect(statSync(join(folder, segmentName(1))).size).toBe(journal.end?.size);
  disk.fault = (call) => (call === 'file.write' && ++writes % 2 === 0 ? 'EIO' : undefined);
  await expect(journal.append(3, linesOf(lineFor(3)))).rejects.toMatchObject({ code: 'EIO' });
  expect(reader(folder).heads(1, 2)).toHaveLength(2);
});

test('a disk that does not cut the room off leaves it there', async () => {
  const folder = temporaryFolder();
  const disk = new FaultyDisk();
  const journal = new Journal(disk, folder, undefined);
  for (let n = 1; n <= 2; n++) await journal.append(n, linesOf(lineFor(n)));
  disk.fault = (call) => (call === 'file.truncate' ? 'EIO' : undefined);
  journal.close();
  expect(statSync(join(folder, segmentName(1))).size).toBeGreaterThan(journal.end?.size ?? 0);
  expect(reader(folder).end()).toEqual(journal.end);
});

test('a quick disk is waited for without a thread', async () => {
  const folder = temporaryFolder();
  const waits: string[] = [];
  const disk: Disk = {
    ...nodeDisk,
    open: (...place) => {
      const file = nodeDisk.open(...place);
      const sync = (): Promise<void> => {
        waits.push('thread');
        return Promise.resolve();
      };
      const writeThrough = (bytes: Uint8Array, position: number): number => {
        waits.push('here');
        return file.write(bytes, position);
      };
      return Object.assign(file, { sync, writeThrough });
    },
  };
  const journal = new Journal(disk, folder, undefined);
  for (let n = 1; !waits.includes('here'); n++) await journal.append(n, linesOf(lineFor(n)));
  journal.close();
  expect(waits.slice(0, 3)).toEqual(Array(3).fill('thread'));
});
