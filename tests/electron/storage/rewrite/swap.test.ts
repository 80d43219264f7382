import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { needCase } from '../../../../electron/storage/open/acquire-case.ts';
import { casePaths } from '../../../../electron/storage/files/case-paths.ts';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { temporaryName } from '../../../../electron/storage/disk/temporary-name.ts';
import { beginSwap, finishSwap, swapNoteIn } from '../../../../electron/storage/rewrite/swap.ts';
import { temporaryFolder } from '../helpers.ts';

/** Writes files that hold their own path, and answers the folder. */
function folderWith(root: string, ...names: string[]): string {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), name);
  }
  return root;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

const never = () => Promise.reject(new Error('nothing is sealed here'));

/** A case before the swap: its files, one of somebody else, and a successor. */
function before(): { folder: string; next: string; remove: string[] } {
  const folder = temporaryFolder();
  const next = temporaryName('next');
  const remove = ['case.json', 'documents/a.json'];
  folderWith(folder, ...remove, 'documents/mine.txt');
  folderWith(join(folder, next), 'case.json', 'vault.json', 'documents/b.json');
  return { folder, next, remove };
}

test('the successor takes the place of what the case was, and of nothing else', async () => {
  const { folder, next, remove } = before();
  await beginSwap(nodeDisk, folder, { format: 1, next, remove });
  await finishSwap(nodeDisk, folder, never);
  expect(filesIn(folder)).toEqual([
    'case.json',
    'documents/b.json',
    'documents/mine.txt',
    'vault.json',
  ]);
  expect(readFileSync(join(folder, 'documents/mine.txt'), 'utf8')).toBe('documents/mine.txt');
});

test('without a note there is nothing to finish, whatever else is there', async () => {
  const { folder } = before();
  const files = filesIn(folder);
  await finishSwap(nodeDisk, folder, never);
  expect(filesIn(folder)).toEqual(files);
});

test('a note whose successor is gone removes nothing', async () => {
  const { folder, remove } = before();
  await beginSwap(nodeDisk, folder, { format: 1, next: temporaryName('next'), remove });
  const files = filesIn(folder);
  await expect(finishSwap(nodeDisk, folder, never)).rejects.toMatchObject({ code: 'damaged' });
  expect(filesIn(folder)).toEqual(files);
});

test.each([
  ['leads out of the case', { remove: ['../mine.txt'] }],
  ['leads deeper', { remove: ['a/b/c'] }],
  ['names a folder of somebody else', { next: 'mine' }],
  ['is of another form', { format: 2 }],
  ['is not JSON', 'no note'],
])('a note that %s is refused, and nothing is removed', async (_how, change) => {
  const { folder, next, remove } = before();
  const note = JSON.stringify({ format: 1, next, remove, ...(change as object) });
  writeFileSync(join(folder, temporaryName('swap')), typeof change === 'string' ? change : note);
  const files = filesIn(folder);
  await expect(finishSwap(nodeDisk, folder, never)).rejects.toMatchObject({ code: 'damaged' });
  expect(filesIn(folder)).toEqual(files);
});

test('a folder where a file is to go stays', async () => {
  const { folder, next } = before();
  folderWith(folder, 'quarantine/deep/mine.txt');
  await beginSwap(nodeDisk, folder, { format: 1, next, remove: ['quarantine/deep'] });
  await expect(finishSwap(nodeDisk, folder, never)).rejects.toThrow();
  expect(existsSync(join(folder, 'quarantine/deep/mine.txt'))).toBe(true);
  expect(swapNoteIn(nodeDisk, folder)).toBeDefined();
});

test('a case whose swap ends between two looks is a case', async () => {
  const { folder, next, remove } = before();
  await beginSwap(nodeDisk, folder, { format: 1, next, remove });
  for (const name of remove) rmSync(join(folder, name));
  let looks = 0;
  const list = (path: string): string[] => {
    const names = nodeDisk.list(path);
    // Another process puts the files in place and takes the note away just after we have looked.
    if (looks++ === 0) {
      writeFileSync(join(folder, 'case.json'), '{}');
      rmSync(join(folder, swapNoteIn(nodeDisk, folder) ?? ''));
    }
    return names;
  };
  expect(() => needCase({ ...nodeDisk, list }, casePaths(folder))).not.toThrow();
  expect(looks).toBeGreaterThan(0);
});

const broken = (): never => {
  throw Object.assign(new Error('the disk fails'), { code: 'EIO' });
};

test('a disk that fails once the note is there leaves the swap begun', async () => {
  const { folder, next, remove } = before();
  const disk = { ...nodeDisk, syncFolder: () => Promise.reject(new Error('the disk fails')) };
  await beginSwap(disk, folder, { format: 1, next, remove });
  expect(swapNoteIn(nodeDisk, folder)).toBeDefined();
});

test('a disk that fails while a swap is finished tells so, and the next one finishes', async () => {
  const { folder, next } = before();
  await beginSwap(nodeDisk, folder, { format: 1, next, remove: ['gone/x', 'case.json'] });
  const unread = { ...nodeDisk, read: broken };
  await expect(finishSwap(unread, folder, never)).rejects.toMatchObject({ code: 'EIO' });
  const list = (path: string): string[] =>
    path === join(folder, next, 'case.json') ? broken() : nodeDisk.list(path);
  await expect(finishSwap({ ...nodeDisk, list }, folder, never)).rejects.toMatchObject({
    code: 'EIO',
  });
  await finishSwap(nodeDisk, folder, never);
  expect(readFileSync(join(folder, 'case.json'), 'utf8')).toBe('case.json');
  expect(swapNoteIn(nodeDisk, folder)).toBeUndefined();
});
