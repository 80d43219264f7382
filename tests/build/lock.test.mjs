import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../build/setup/lock.mjs';

let folder;
let lock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wakhan-lock-'));
  lock = join(folder, 'the.lock');
});
afterEach(() => rm(folder, { recursive: true }));

test('lets one at a time work, and leaves nothing behind', async () => {
  let working = 0;
  let most = 0;
  const work = async () => {
    working += 1;
    most = Math.max(most, working);
    await readdir(folder);
    working -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLock(lock, 'a test', work)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('gives the lock back when the work fails', async () => {
  const failing = () => Promise.reject(new Error('broken'));
  await expect(withLock(lock, 'a test', failing)).rejects.toThrow('broken');
  expect(await withLock(lock, 'a test', async () => 'next')).toBe('next');
});

test('takes over from a process that was killed', async () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../build/setup/lock.mjs')).href;
  const script = `import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(lock)}, 'a test', () => {
      console.log('held');
      return new Promise((resolve) => setTimeout(resolve, 600_000));
    });`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(owner.stdout, 'data');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(await withLock(lock, 'a test', async () => 'mine')).toBe('mine');
});

test('takes over at once from before the last start of the machine', async () => {
  await writeFile(lock, JSON.stringify({ pid: process.pid, boot: 'another boot', token: 'x' }));
  const owner = await withLock(lock, 'a test', () => readFile(lock, 'utf8'));
  expect(JSON.parse(owner).boot).not.toBe('another boot');
});

test('takes over a torn lock file', async () => {
  await writeFile(lock, '{"pid":');
  expect(await withLock(lock, 'a test', async () => 'mine')).toBe('mine');
});
