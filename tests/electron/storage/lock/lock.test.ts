import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeDisk } from '../../../../electron/storage/disk/disk.ts';
import { liveHolder, takeLock } from '../../../../electron/storage/lock/lock.ts';
import {
  isAlive,
  thisProcess,
  type Holder,
} from '../../../../electron/storage/disk/process-identity.ts';
import { FaultyDisk } from '../faulty-disk.ts';
import { temporaryFolder } from '../helpers.ts';

const lockIn = (folder: string): string => join(folder, 'lock');
const me = (): Holder => thisProcess('Ada', 'token-of-another-time');

/** Holders that are gone, each in a way of its own. */
const dead: Record<string, () => Partial<Holder>> = {
  'its process has ended': () => ({ pid: 2 ** 22 + 1 }),
  'its number was given to another process': () => ({ started: '1' }),
  'the machine was started anew': () => ({ boot: 'another-boot' }),
  'the machine runs shorter than it ran then': () => ({ boot: 1e12 }),
};

test('a holder is alive as long as its very process is', () => {
  expect(isAlive(me())).toBe(true);
  expect(isAlive({ ...me(), started: null })).toBe(true);
  expect(isAlive({ ...me(), boot: 1 })).toBe(true);
  for (const change of Object.values(dead)) expect(isAlive({ ...me(), ...change() })).toBe(false);
});

test('a process of somebody else is alive too', () => {
  expect(isAlive({ ...me(), pid: 1, started: null })).toBe(true);
});

test('a process that has ended but was not waited for is gone, also while it can be signalled', async () => {
  // The shell becomes a program that never asks how its child ended.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  const state = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
  await expect.poll(state).toBe('Z');
  expect(process.kill(pid, 0)).toBe(true);
  const started = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? null;
  expect(isAlive({ ...me(), pid, started })).toBe(false);
  const path = lockIn(temporaryFolder());
  writeFileSync(path, JSON.stringify({ ...me(), pid, started }));
  const lock = await takeLock(nodeDisk, path, 'Ada');
  expect(lock.inherited).toBe(true);
  lock.release();
});

test('a holder on another machine counts as alive', () => {
  const elsewhere = { ...me(), machine: 'other', pid: 2 ** 22 + 1 };
  expect(isAlive(elsewhere)).toBe(true);
});

test('one after the other, never two at once', async () => {
  const path = lockIn(temporaryFolder());
  const first = await takeLock(nodeDisk, path, 'Ada');
  expect(liveHolder(nodeDisk, path)).toMatchObject({ author: 'Ada', pid: process.pid });
  await expect(takeLock(nodeDisk, path, 'Bob')).rejects.toMatchObject({
    code: 'case-locked',
    message: expect.stringContaining('edited by Ada') as string,
  });
  first.release();
  expect(liveHolder(nodeDisk, path)).toBeUndefined();
  const second = await takeLock(nodeDisk, path, 'Bob');
  first.release();
  expect(liveHolder(nodeDisk, path)?.author).toBe('Bob');
  second.release();
});

test.each(Object.keys(dead))(
  'a dead lock is taken over by exactly one of many: %s',
  async (how) => {
    const folder = temporaryFolder();
    writeFileSync(lockIn(folder), JSON.stringify({ ...me(), ...dead[how]?.() }));
    const tries = Array.from({ length: 50 }, (_, n) => takeLock(nodeDisk, lockIn(folder), `N${n}`));
    const results = await Promise.allSettled(tries);
    const winners = results.filter(({ status }) => status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'case-locked' });
    }
    expect(readdirSync(folder)).toEqual(['lock']);
  },
);

test('a lock whose content a power cut took is taken over', async () => {
  for (const content of ['', 'null', '{"pid":1', '\0\0\0\0']) {
    const folder = temporaryFolder();
    writeFileSync(lockIn(folder), content);
    const lock = await takeLock(nodeDisk, lockIn(folder), 'Ada');
    expect(liveHolder(nodeDisk, lockIn(folder))?.author).toBe('Ada');
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('a taker that died while taking over does not stand in the way', async () => {
  const folder = temporaryFolder();
  const gone = { ...me(), pid: 2 ** 22 + 1 };
  writeFileSync(lockIn(folder), JSON.stringify({ ...gone, token: 'first' }));
  writeFileSync(`${lockIn(folder)}.first`, JSON.stringify({ ...gone, token: 'second' }));
  const lock = await takeLock(nodeDisk, lockIn(folder), 'Ada');
  expect(liveHolder(nodeDisk, lockIn(folder))?.author).toBe('Ada');
  lock.release();
});

test('a lock of another machine is told with a way out', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    lockIn(folder),
    JSON.stringify({ ...me(), machine: 'other', host: 'laptop', author: '' }),
  );
  await expect(takeLock(nodeDisk, lockIn(folder), 'Bob')).rejects.toMatchObject({
    code: 'case-locked',
    message: expect.stringMatching(/another process.*laptop.*delete the file “lock”/) as string,
    details: { host: 'laptop' },
  });
});

test('a disk without hard links has locks as well', async () => {
  const disk = new FaultyDisk();
  disk.fault = (call) => (call === 'link' ? 'EPERM' : undefined);
  const path = lockIn(temporaryFolder());
  const lock = await takeLock(disk, path, 'Ada');
  await expect(takeLock(disk, path, 'Bob')).rejects.toMatchObject({ code: 'case-locked' });
  lock.release();
});

test('a full disk leaves no lock behind', async () => {
  const disk = new FaultyDisk();
  const folder = temporaryFolder();
  disk.fault = (call) => (call === 'file.write' ? 'ENOSPC' : undefined);
  await expect(takeLock(disk, lockIn(folder), 'Ada')).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(readdirSync(folder)).toEqual([]);
});

test('what the disk says while taking over is not swallowed', async () => {
  const disk = new FaultyDisk();
  const folder = temporaryFolder();
  writeFileSync(lockIn(folder), JSON.stringify({ ...me(), pid: 2 ** 22 + 1, token: 'gone' }));
  disk.fault = (_call, path) => (path.includes('lock.gone') ? 'EIO' : undefined);
  await expect(takeLock(disk, lockIn(folder), 'Ada')).rejects.toMatchObject({ code: 'EIO' });
  disk.fault = (call) => (call === 'read' ? 'EACCES' : undefined);
  await expect(takeLock(disk, lockIn(folder), 'Ada')).rejects.toMatchObject({ code: 'EACCES' });
});
