import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { sweepFolder } from '../../../../electron/storage/files/sweep-leftovers.ts';
import {
  isLeftover,
  temporaryKindOf,
  temporaryName,
} from '../../../../electron/storage/disk/temporary-name.ts';
import { ownMark } from '../../../../electron/storage/disk/process-identity.ts';
import { deadName, temporaryFolder } from '../helpers.ts';

test('a name of ours is like no other, and says what it is for', () => {
  const names = ['file', 'folder', 'next', 'swap', 'chromium', 'note'] as const;
  expect(names.map((kind) => temporaryKindOf(temporaryName(kind)))).toEqual(names);
  expect(temporaryName('file')).not.toBe(temporaryName('file'));
  expect(temporaryName('file').length).toBeLessThan(200);
});

test('only what a process that is gone has begun is a leftover', () => {
  expect(isLeftover(temporaryName('file'))).toBe(false);
  expect(isLeftover(deadName('file'))).toBe(true);
  const elsewhere = deadName('file').replace(/-[0-9a-f]{16}-/, '-0123456789abcdef-');
  expect(isLeftover(elsewhere)).toBe(false);
});

test.each([
  '.x.case.old',
  'x.tmp',
  '.wakhan-file',
  '.wakhan-file-mine',
  `.wakhan-file-${ownMark()}-1`,
  '.wakhan-notes-of-mine',
])('%s is nobody’s but its owner’s', (name) => {
  expect(temporaryKindOf(name)).toBeUndefined();
  expect(isLeftover(name)).toBe(false);
});

test('sweeping takes leftovers, with all in them, and nothing else', async () => {
  const folder = temporaryFolder();
  const kept = [
    'mine.txt',
    '.hidden',
    '.x.case.next',
    'a.tmp',
    temporaryName('folder'),
    deadName('swap'),
  ];
  for (const name of [...kept, deadName('file')]) writeFileSync(join(folder, name), name);
  const half = join(folder, deadName('folder'));
  mkdirSync(join(half, 'journal'), { recursive: true });
  writeFileSync(join(half, 'journal', 'x'), 'x');
  await sweepFolder(nodeDisk, folder);
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});
