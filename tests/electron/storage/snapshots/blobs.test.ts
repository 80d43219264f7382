import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { RecordOf } from '#data/model/records.ts';
import { plainCodec } from '#data/storage/codec.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { Blobs } from '../../../../electron/storage/snapshots/blobs.ts';
import { ByteFilter } from '../../../../electron/storage/snapshots/byte-filter.ts';
import { casePaths } from '../../../../electron/storage/files/case-paths.ts';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';
import { temporaryFolder } from '../helpers.ts';

test('texts that were not looked at for long make room for others', async () => {
  const folder = temporaryFolder();
  const read = vi.fn((path: string) => nodeDisk.read(path));
  const blobs = new Blobs({ ...nodeDisk, read }, casePaths(folder), plainCodec, 250);
  const documents = new Map<string, RecordOf<'document'>>();
  for (const [name, length] of Object.entries({ a: 100, b: 100, c: 100, huge: 1000 })) {
    const words = name.charAt(0).repeat(length);
    const text = await blobs.putText({ text: words, blocks: plainBlocks(words) });
    documents.set(name, { text } as unknown as RecordOf<'document'>);
  }
  const reads = (name: string): number => {
    const document = documents.get(name);
    if (!document) throw new Error(name);
    read.mockClear();
    expect(blobs.text(document).text.startsWith(name.charAt(0))).toBe(true);
    return read.mock.calls.length;
  };
  expect([reads('a'), reads('b'), reads('a')]).toEqual([1, 1, 0]);
  expect(reads('c')).toBe(1); // b was looked at longest ago
  expect([reads('a'), reads('b')]).toEqual([0, 1]);
  expect([reads('huge'), reads('huge')]).toEqual([1, 0]); // the last one stays, however large
  expect(reads('a')).toBe(1);
});

test('a case whose folders are gone names no stored files', () => {
  const folder = temporaryFolder();
  const blobs = new Blobs(nodeDisk, casePaths(folder), plainCodec);
  expect([...blobs.names()]).toEqual([]);
  mkdirSync(join(folder, 'texts'));
  expect([...blobs.names()]).toEqual([]);
  rmSync(join(folder, 'texts'), { recursive: true });
});

describe('a text that is looked at once', () => {
  const WORDS = 'The ministers met in Kabul.';

  async function stored(words: string, length = words.length) {
    const folder = temporaryFolder();
    const read = vi.fn((path: string) => nodeDisk.read(path));
    const blobs = new Blobs({ ...nodeDisk, read }, casePaths(folder), plainCodec);
    const text = await blobs.putText({ text: words, blocks: plainBlocks(words) });
    const document = { text: { ...text, length } } as unknown as RecordOf<'document'>;
    const path = join(folder, 'texts', `${text.blob}.json`);
    return { blobs, document, path, read };
  }

  const once = (
    { blobs, document }: Awaited<ReturnType<typeof stored>>,
    ...needles: readonly string[]
  ) =>
    blobs.textOnce(document, new TimeSlice(), needles.length ? new ByteFilter(needles) : undefined);

  test('is not kept for the sake of that, and passed over when a filter says so', async () => {
    const one = await stored(WORDS);
    expect((await once(one))?.text).toBe(WORDS);
    expect((await once(one, 'kabul'))?.text).toBe(WORDS);
    expect(await once(one, 'dushanbe')).toBeUndefined();
    one.read.mockClear();
    expect(one.blobs.text(one.document).text).toBe(WORDS);
    expect(one.read).toHaveBeenCalledOnce();
  });

  test('is given as it is kept, whatever the filter says', async () => {
    const one = await stored(WORDS);
    const kept = one.blobs.text(one.document);
    expect(await once(one, 'dushanbe')).toBe(kept);
  });

  test('is read in slices when it is long', async () => {
    const one = await stored(WORDS, 600_000);
    expect((await once(one, 'dushanbe'))?.text).toBe(WORDS);
  });

  test.each(['altered', 'gone'])('is refused when its file is %s', async (how) => {
    const one = await stored(WORDS);
    if (how === 'gone') rmSync(one.path);
    else {
      chmodSync(one.path, 0o644);
      writeFileSync(one.path, readFileSync(one.path, 'utf8').replace('met', 'hit'));
    }
    await expect(once(one, 'kabul')).rejects.toMatchObject({ code: 'damaged' });
  });
});
