import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  announceLeftover,
  sweepAnnouncedLeftovers,
} from '../../../../electron/storage/disk/announce-leftover.ts';
import { temporaryName } from '../../../../electron/storage/disk/temporary-name.ts';
import { deadName, temporaryFolder } from '../helpers.ts';

/** A note of a process that is gone, telling of something at a path. */
function deadNote(path: string): string {
  const note = join(tmpdir(), deadName('note'));
  writeFileSync(note, path);
  return note;
}

test('what a process that is gone has begun elsewhere is removed, with its note', async () => {
  const elsewhere = temporaryFolder();
  const half = join(elsewhere, deadName('folder'));
  mkdirSync(half);
  writeFileSync(join(half, 'x'), 'x');
  const note = deadNote(half);
  await sweepAnnouncedLeftovers();
  expect([half, note].map((path) => existsSync(path))).toEqual([false, false]);
});

test('a note leads to nothing but names of ours whose process is gone', async () => {
  const elsewhere = temporaryFolder();
  const mine = join(elsewhere, 'mine.txt');
  const begun = join(elsewhere, temporaryName('file'));
  for (const path of [mine, begun]) writeFileSync(path, 'x');
  const notes = [mine, begun, elsewhere].map(deadNote);
  await sweepAnnouncedLeftovers();
  expect([mine, begun].map((path) => existsSync(path))).toEqual([true, true]);
  expect(notes.filter((path) => existsSync(path))).toEqual([]);
});

test('a note is taken back when what it tells of is finished', async () => {
  const path = join(temporaryFolder(), temporaryName('file'));
  writeFileSync(path, 'x');
  announceLeftover(path)();
  await sweepAnnouncedLeftovers();
  expect(existsSync(path)).toBe(true);
});

test('where the temporary folder takes nothing there is no note, and no error', () => {
  vi.stubEnv('TMPDIR', join(temporaryFolder(), 'missing'));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(() => announceLeftover('/somewhere/else')()).not.toThrow();
});

test('what another user has put into the temporary folder stays', async () => {
  const note = deadNote(temporaryFolder());
  const getuid = vi.spyOn(process, 'getuid').mockReturnValue(4242);
  await sweepAnnouncedLeftovers();
  getuid.mockRestore();
  expect(existsSync(note)).toBe(true);
  await sweepAnnouncedLeftovers();
  expect(existsSync(note)).toBe(false);
});
