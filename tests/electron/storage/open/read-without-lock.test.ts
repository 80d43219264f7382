import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../../../electron/storage/open/open-case.ts';
import { nodeDisk, type Disk } from '../../../../electron/storage/disk/disk.ts';
import { isBeingWritten } from '../../../../electron/storage/lock/lock.ts';
import { temporaryName } from '../../../../electron/storage/disk/temporary-name.ts';
import { thisProcess } from '../../../../electron/storage/disk/process-identity.ts';
import { newCase } from '../helpers.ts';

const reading = (folder: string, disk: Disk = nodeDisk) =>
  openCase(folder, { author: 'Bob', readOnly: true, disk });

/** A disk on which the note of a swap is seen in a folder as often as is said. */
function withNote(folder: string, times: number): Disk {
  let looks = 0;
  const note = temporaryName('swap');
  const list = (path: string): string[] => {
    const names = nodeDisk.list(path);
    return path === folder && ++looks <= times ? [...names, note] : names;
  };
  return { ...nodeDisk, list };
}

describe('a case that is opened for reading', () => {
  test('is waited for while its writer writes it anew', async () => {
    const { store, folder } = await newCase();
    const other = await reading(folder, withNote(folder, 4));
    expect(other.state.size('document')).toBe(1);
    await other.close();
    await store.close();
  });

  test('is given free from the lock of a process that died', async () => {
    const { store, folder } = await newCase();
    await store.close();
    const lock = join(folder, 'lock');
    writeFileSync(lock, JSON.stringify({ ...thisProcess('Ada', 'gone'), pid: 2 ** 22 + 1 }));
    const other = await reading(folder);
    expect(other.status.mode).toBe('read-only');
    expect(existsSync(lock)).toBe(false);
    await other.close();
  });

  test('is refused when it is another one at every look', async () => {
    const { store, folder } = await newCase();
    await store.close();
    let looks = 0;
    const identity = () => `file ${++looks}`;
    await expect(reading(folder, { ...nodeDisk, identity })).rejects.toMatchObject({
      code: 'case-locked',
    });
    expect(looks).toBeGreaterThan(5);
  });

  test('may be written to when its lock cannot be looked at', async () => {
    const { store, folder } = await newCase();
    const read = (): never => {
      throw Object.assign(new Error('no'), { code: 'EIO' });
    };
    const lock = join(folder, 'lock');
    expect(isBeingWritten({ ...nodeDisk, read }, lock)).toBe(true);
    expect(isBeingWritten(nodeDisk, lock)).toBe(true);
    await store.close();
    expect(isBeingWritten(nodeDisk, lock)).toBe(false);
  });
});
