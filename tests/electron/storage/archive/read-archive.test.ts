import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { MANIFEST } from '#data/storage/archive-manifest.ts';
import { Backups } from '../../../../electron/storage/archive/backups.ts';
import { checkArchive } from '../../../../electron/storage/archive/read-archive.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../helpers.ts';

/** A ZIP file with these files, made by somebody else. */
async function zipOf(files: Record<string, Buffer>): Promise<string> {
  const path = join(temporaryFolder(), 'made.wakhan');
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const empty = Buffer.from(JSON.stringify({ format: 1, n: 1, files: {} }));

test.each([
  ['without a manifest', { 'case.json': Buffer.from('{}') }, 'manifest is missing'],
  ['with a file too many', { 'case.json': Buffer.from('{}'), [MANIFEST]: empty }, 'not name'],
  ['that swells', { 'case.json': Buffer.alloc(17 * 1024 ** 2) }, 'not part of a case'],
])('an archive %s is refused', async (_which, files, words) => {
  await expect(checkArchive(await zipOf(files))).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining(words) as string,
  });
});

test('an archive that is not there is told in the words of the disk', async () => {
  const path = join(temporaryFolder(), 'none.wakhan');
  await expect(checkArchive(path)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('no backups are an empty list, backups that cannot be listed are an error', () => {
  const folder = temporaryFolder();
  const disk = new FaultyDisk();
  const backups = new Backups(folder, disk);
  expect(backups.list()).toEqual([]);
  disk.fault = (call) => (call === 'list' ? 'EACCES' : undefined);
  expect(() => backups.list()).toThrow(expect.objectContaining({ code: 'EACCES' }));
});
