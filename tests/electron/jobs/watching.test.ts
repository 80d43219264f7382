import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WatchedFolder } from '#data/api/import.ts';
import { StableFiles } from '../../../electron/import/stable-files.ts';
import { Watching } from '../../../electron/jobs/watching.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { View } from '../../../electron/user-data/view-files.ts';

let folder = '';
let kept: View = null;
const brought: string[] = [];
const told: (WatchedFolder | null)[] = [];
const store = {} as CaseStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wakhan-watched-'));
  kept = null;
  brought.length = 0;
  told.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function watching(): Watching {
  return new Watching({
    keep: {
      of: async () => kept,
      save: async (_store: CaseStore, view: View) => void (kept = view),
    },
    send: (_event, payload) =>
      void told.push((payload as { watched: WatchedFolder | null }).watched),
    session: () => 's',
    bring: (paths) => brought.push(...paths.map((path) => basename(path))),
    onTrouble: (error) => {
      throw error;
    },
  });
}
const put = (name: string, words = 'Words.') => writeFileSync(join(folder, name), words);

test('a file is finished when two looks see the same', () => {
  const files = new StableFiles(['old']);
  const at = (size: number) => [
    { name: 'old', size: 1, modified: 1 },
    { name: 'new', size, modified: 1 },
  ];
  expect(files.look(at(1))).toEqual([]);
  expect(files.look(at(2))).toEqual([]);
  expect(files.isWaiting).toBe(true);
  expect(files.look(at(2))).toMatchObject([{ name: 'new' }]);
  expect(files.look(at(2))).toEqual([]);
  expect(files.isWaiting).toBe(false);
  expect(files.known).toEqual(['old', 'new']);
});

test('what is put into the folder is brought once; what was there is not', async () => {
  put('before.txt');
  const one = watching();
  await one.opened(store);
  await one.start(folder);
  mkdirSync(join(folder, 'deeper'));
  put('a.txt');
  put('deeper/b.txt');
  await one.look();
  await one.look();
  await one.look();
  expect(brought.sort()).toEqual(['a.txt', 'b.txt']);
  expect(one.state).toEqual({ folder: basename(folder) });
  expect(JSON.stringify(told)).not.toContain(tmpdir());
  await one.closed();
  expect(one.state).toBeNull();
});

test('it goes on when the case is opened again, with what came meanwhile', async () => {
  const one = watching();
  await one.opened(store);
  await one.start(folder);
  await one.closed();
  put('meanwhile.txt');
  const other = watching();
  await other.opened(store);
  await other.look();
  await other.look();
  expect(brought).toEqual(['meanwhile.txt']);
  await other.stop();
  expect(kept).toBeNull();
  expect(told.at(-1)).toBeNull();
  await other.closed();
});

test('a folder that is gone is told once, and works when it is back', async () => {
  const one = watching();
  await one.opened(store);
  await one.start(folder);
  rmSync(folder, { recursive: true });
  told.length = 0;
  await one.look();
  await one.look();
  expect(told).toEqual([{ folder: basename(folder), isGone: true }]);
  mkdirSync(folder);
  put('back.txt');
  await one.look();
  await one.look();
  expect(brought).toEqual(['back.txt']);
  expect(told.at(-1)).toEqual({ folder: basename(folder) });
  await one.closed();
});

test('a folder that cannot be read is not watched', async () => {
  const one = watching();
  await one.opened(store);
  await expect(one.start(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
  expect(one.state).toBeNull();
  await one.closed();
});
