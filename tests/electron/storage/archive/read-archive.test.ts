import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { MANIFEST } from '#data/storage/archive-manifest.ts';
import { Backups } from '../../../../electron/storage/archive/backups.ts';
import { checkArchive, readArchive } from '../../../../electron/storage/archive/read-archive.ts';
import { writeFiles } from '../../../../electron/storage/archive/write-archive.ts';
import { casePaths } from '../../../../electron/storage/files/case-paths.ts';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../helpers.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/security');

/** A ZIP file with these files, made by somebody else. */
async function zipOf(files: Record<string, Buffer>, mode = 0o100664): Promise<string> {
  const path = join(temporaryFolder(), 'made.wakhan');
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name, { mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A manifest that declares files as they are. */
function manifestOf(files: Record<string, Buffer>, change = {}): Buffer {
  const declared = Object.entries(files).map(([name, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [name, { sha256, size: bytes.length }] as const;
  });
  const manifest = { format: 1, n: 1, files: { ...Object.fromEntries(declared), ...change } };
  return Buffer.from(JSON.stringify(manifest));
}

const small = { 'case.json': Buffer.from('{}') };
const large = { 'case.json': Buffer.alloc(101_000_000) };

test.each([
  ['without a manifest', small, undefined, 'manifest is missing'],
  ['with a file too many', small, manifestOf({}), 'not name'],
  ['with a file too few', {}, manifestOf(small), 'case.json is missing'],
  ['whose manifest lies about a size', small, sized(3), 'case.json is not as it was'],
  ['whose manifest lies about a hash', small, sized(2), 'case.json is not as it was'],
  ['that swells', large, manifestOf(large), '102 MB, more than 100 times its own size'],
])('an archive %s is refused', async (_which, files, manifest, words) => {
  const path = await zipOf({ ...files, ...(manifest && { [MANIFEST]: manifest }) });
  await expect(checkArchive(nodeDisk, path)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining(words) as string,
  });
});

function sized(size: number): Buffer {
  return manifestOf(small, { 'case.json': { sha256: '0'.repeat(64), size } });
}

test.each([
  ['whose files share their bytes', 'overlap-bomb.wakhan', 'share their bytes'],
  ['with a link in it', 'symlink-entry.wakhan', 'not part of a case'],
])('an archive %s is refused before anything is handed out', async (_which, file, words) => {
  const taken: string[] = [];
  const take = async (name: string) => void taken.push(name);
  await expect(readArchive(nodeDisk, join(fixtures, file), take)).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringContaining(words) as string,
  });
  expect(taken).toEqual([]);
});

test.each([
  ['a folder', 0o040755],
  ['a device', 0o020644],
  ['a pipe', 0o010644],
  ['a link', 0o120777],
])('an entry that says it is %s is refused', async (_what, mode) => {
  const path = await zipOf({ ...small, [MANIFEST]: manifestOf(small) }, mode);
  await expect(checkArchive(nodeDisk, path)).rejects.toMatchObject({ code: 'damaged' });
});

test('two entries of one name, and one that is shorter than it says, are refused', async () => {
  const twin = {
    'journal/000001.ndjson': Buffer.from('a'),
    'journal/000002.ndjson': Buffer.from('b'),
  };
  const path = await zipOf({ ...twin, [MANIFEST]: manifestOf(twin) });
  const bytes = readFileSync(path).toString('latin1');
  writeFileSync(path, Buffer.from(bytes.replaceAll('000002.nd', '000001.nd'), 'latin1'));
  await expect(checkArchive(nodeDisk, path)).rejects.toMatchObject({
    message: expect.stringContaining('two files of one name') as string,
  });
});

test('what packs better than a reader takes is written as it is', async () => {
  const folder = temporaryFolder();
  for (const one of ['journal', 'documents', 'texts', 'sources'])
    nodeDisk.makeFolder(join(folder, one));
  writeFileSync(join(folder, 'sources', 'a'.repeat(64)), large['case.json']);
  const target = join(temporaryFolder(), 'made.wakhan');
  const told: number[] = [];
  const progress = (done: number): void => void told.push(done);
  const paths = casePaths(folder);
  const files = { disk: nodeDisk, paths, n: 1, end: undefined, elsewhere: undefined };
  await writeFiles(files, target, { progress });
  expect(told).toEqual([0, 1, 2]); // packed, written as it is, read back
  const { manifest } = await checkArchive(nodeDisk, target);
  expect(Object.values(manifest.files)).toMatchObject([{ size: 101_000_000 }]);
});

test('an archive that is not there is told in the words of the disk', async () => {
  const path = join(temporaryFolder(), 'none.wakhan');
  await expect(checkArchive(nodeDisk, path)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('no backups are an empty list, backups that cannot be listed are an error', () => {
  const folder = temporaryFolder();
  const disk = new FaultyDisk();
  const backups = new Backups(folder, disk);
  expect(backups.list()).toEqual([]);
  disk.fault = (call) => (call === 'list' ? 'EACCES' : undefined);
  expect(() => backups.list()).toThrow(expect.objectContaining({ code: 'EACCES' }));
});
