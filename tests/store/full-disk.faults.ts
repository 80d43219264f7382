import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';
import { nodeDisk, type Disk } from '../../electron/storage/disk/disk.ts';
import { count, LIMIT } from './support/counts.ts';
import { FaultyDisk } from './support/faulty-disk.ts';
import { found } from './support/found.ts';
import { judge } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { fault, MemoryDisk } from './support/memory-disk.ts';
import { newCase, reopen } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import { missingMount, run } from './support/tools.ts';
import { work } from './support/work.ts';

const SIZES = count(100, 12);
/** Sizes go from the first to `FIRST + 100 * STEP` bytes. */
const FIRST = 16 * 1024;
const STEP = 1024 * (100 / SIZES);
/** A multiple of what a page takes, or the disk would not get larger. */
const PAGE = 4096;
const ENOUGH = 8 * 1024 * 1024;
/** More than fits. */
const PIECES = 600;

/** A disk that fills up: where the case is, and how to make the disk larger or smaller. */
interface SmallDisk {
  disk: Disk;
  folder: string;
  resize(bytes: number): void;
}

test('a disk that fills up, through the port', { timeout: LIMIT }, async (context) => {
  const tally = new Tally(`full disk, ${SIZES} sizes, short writes`);
  const tried = await fillAll(tally, smallMemory);
  tally.finish(context, tried);
});

const missing = missingMount();

describe.skipIf(missing !== undefined)(`full disk (${missing ?? 'tmpfs'})`, () => {
  test('a tmpfs that fills up', { timeout: LIMIT }, async (context) => {
    const tally = new Tally(`full disk, ${SIZES} sizes of tmpfs`);
    const small = smallTmpfs();
    const tried = await fillAll(tally, () => small);
    tally.finish(context, tried);
  });
});

async function fillAll(tally: Tally, make: () => SmallDisk): Promise<string> {
  let refused = 0;
  for (let nth = 0; nth < SIZES; nth++) {
    const small = make();
    small.resize(Math.ceil((FIRST + nth * STEP) / PAGE) * PAGE);
    const ledger = new Ledger();
    const store = await newCase(small.folder, ledger, small).catch(needNoSpace);
    if (store) await fill(store, small, ledger, `size ${nth}`, tally);
    small.resize(ENOUGH);
    if (small.disk.exists(small.folder))
      tally.add(`size ${nth}, room again`, await found(small.folder, ledger, small));
    else refused++;
    for (const name of small.disk.list(dirname(small.folder)))
      expect(name, `size ${nth}`).toBe(basename(small.folder));
    small.disk.remove(small.folder);
  }
  return `${refused} too small for a new case`;
}

/** Works until nothing fits any more, looks at the case on the full disk, goes on when there is room. */
async function fill(
  store: CaseStore,
  small: SmallDisk,
  ledger: Ledger,
  where: string,
  tally: Tally,
): Promise<void> {
  const { disk, folder } = small;
  for (let i = 0; i < PIECES && store.status.mode === 'writable'; i++) {
    await work(store, i, ledger).catch(needNoSpace);
    if (i % 50 === 49) await store.checkpoint().catch(needNoSpace);
  }
  expect(store.status.mode, where).not.toBe('writable');
  await store.close();
  const full = await reopen(folder, { disk });
  tally.add(`${where}, still full`, judge(full, ledger, disk, folder));
  await full.close();
  small.resize(ENOUGH);
  const again = await reopen(folder, { disk });
  expect(again.status.mode, where).toBe('writable');
  for (let i = PIECES; i < PIECES + 5; i++) await work(again, i, ledger);
  await again.close();
}

/** Being refused for want of space is right; anything else is not. */
function needNoSpace(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'no-space') return undefined;
  throw error;
}

function smallMemory(): SmallDisk {
  const memory = new MemoryDisk();
  memory.makeFolder('/cases');
  const disk = new FaultyDisk(memory);
  let room = 0;
  disk.fault = (call, path, bytes) => {
    const free = Math.max(0, room - memory.bytes());
    if (call === 'copy' && bytes > free) throw fault('ENOSPC', path);
    if (call !== 'write') return undefined;
    if (free === 0) throw fault('ENOSPC', path);
    return Math.min(free, bytes);
  };
  const resize = (bytes: number): void => {
    room = bytes;
  };
  return { disk, folder: '/cases/proof.case', resize };
}

function smallTmpfs(): SmallDisk {
  const place = scratch();
  run('mount', '-t', 'tmpfs', '-o', `size=${ENOUGH}`, 'tmpfs', place);
  onTestFinished(() => {
    run('umount', '-l', place);
  });
  const resize = (bytes: number): void => run('mount', '-o', `remount,size=${bytes}`, place);
  return { disk: nodeDisk, folder: join(place, 'proof.case'), resize };
}
