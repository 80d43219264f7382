import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '#data/errors.ts';
import { writeArchive } from '../../../electron/storage/archive/write-archive.ts';
import { CaseWork } from '../../../electron/background/case-work.ts';
import { launchNode } from '../../../electron/background/launch-node.ts';
import type { Limits } from '../../../electron/background/watch.ts';
import type { Answer, BackgroundProcess, Launch } from '../../../electron/background/wire.ts';
import { restoreArchive } from '../../../electron/storage/archive/restore-archive.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { nodeDisk } from '../../../electron/storage/disk/disk.ts';
import { temporaryKindOf } from '../../../electron/storage/disk/temporary-name.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { program } from '../../store/support/program.ts';
import { contents, mark, newCase, reopened } from '../storage/helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the background process is told and says, in its order. */
type Wire = { orders: unknown[]; answers: Answer[] };

let [script, tmp] = ['', ''];
let work: CaseWork;
let wire: Wire;
const { TMPDIR } = process.env;
beforeAll(async () => {
  script = await program('converter');
});
beforeEach(() => {
  tmp = mkdtempSync(join(tmpdir(), 'wakhan-case-work-'));
  process.env.TMPDIR = tmp;
});
afterEach(() => {
  work.stop();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(tmp, { recursive: true });
});

/** Work in a real process; `on` hears what that says first, and with `false` nobody else does. */
function begin(
  limits: Partial<Limits> = {},
  on: (answer: Answer, process: BackgroundProcess) => unknown = () => undefined,
): CaseWork {
  wire = { orders: [], answers: [] };
  const launch: Launch = () => {
    const child = launchNode(script)();
    return {
      ...child,
      send: (order) => {
        wire.orders.push(order);
        child.send(order);
      },
      onAnswer: (listener) =>
        child.onAnswer((answer) => {
          wire.answers.push(answer);
          if (on(answer, child) !== false) listener(answer);
        }),
    };
  };
  work = new CaseWork(launch, limits);
  return work;
}

/** Names of ours beside a path and in the temporary folder. */
const leftBy = (path: string): string[] =>
  [dirname(path), tmp].flatMap((folder) => readdirSync(folder).filter(temporaryKindOf));

/** The error that a promise is rejected with; undefined when it is not. */
async function refusal(promise: Promise<unknown>): Promise<unknown> {
  const [result] = await Promise.allSettled([promise]);
  return result.status === 'rejected' ? result.reason : undefined;
}

const last = (answers: readonly Answer[]): string | undefined => answers.at(-1)?.type;

/** A case of so many bytes that packing it takes a while. */
async function largeCase(): Promise<{ store: CaseStore; target: string }> {
  const { store, folder } = await newCase({ work });
  const bytes = Buffer.alloc(24 * 1024 * 1024);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE((at * 2654435761) >>> 0, at);
  await store.blobs.putSource(bytes);
  return { store, target: `${folder}.wakhan` };
}

describe('a case that is packed beside the program', () => {
  test.each([false, true])('comes back whole, encrypted: %s', async (encrypted) => {
    const passphrase = 'four snow leopards';
    const vault = encrypted ? { vault: await newVault(passphrase, false) } : {};
    const { store, folder } = await newCase({ work: begin(), ...vault });
    await mark(store, 'h1');
    const before = contents(store.state);
    const told: number[][] = [];
    const target = `${folder}.wakhan`;
    await writeArchive(store, target, { progress: (...how) => void told.push(how) });
    await store.close();
    expect(last(wire.answers)).toBe('end');
    expect(told.flat().every(Number.isInteger)).toBe(true);
    expect(JSON.stringify(wire.orders)).not.toMatch(/key|vault|secret/);
    expect(leftBy(target)).toEqual([]);
    await restoreArchive(target, `${folder}-back.case`);
    const secret = encrypted ? { secret: { passphrase } } : {};
    expect(contents((await reopened(`${folder}-back.case`, secret)).state)).toEqual(before);
  });

  test('keeps no save waiting, and is of the case as it stood', async () => {
    begin();
    const { store, target } = await largeCase();
    const { n } = store.head;
    const packed = writeArchive(store, target);
    await vi.waitFor(() => expect(last(wire.answers)).toBe('progress'), 20_000);
    await mark(store, 'meanwhile');
    expect(last(wire.answers)).toBe('progress');
    await packed;
    await store.close();
    await restoreArchive(target, `${target}.case`);
    const back = await reopened(`${target}.case`);
    expect(back.head.n).toBe(n);
    expect((await back.verify()).problems).toEqual([]);
  });

  test('leaves nothing when it is cancelled, whether its process ends or is killed', async () => {
    begin();
    const { store, target } = await largeCase();
    const reason = new AppError('cancelled', 'Stopped.');
    for (const after of [0, 1]) {
      const abort = new AbortController();
      const progress = (done: number) => done >= after && abort.abort(reason);
      expect(await refusal(writeArchive(store, target, { progress, signal: abort.signal }))).toBe(
        reason,
      );
      expect(leftBy(target)).toEqual([]);
      expect(nodeDisk.exists(target)).toBe(false);
    }
    await writeArchive(store, target);
    await store.close();
  });

  test('leaves nothing when its process dies, is stopped or comes no further', async () => {
    const ends: Record<string, (process: BackgroundProcess) => void> = {
      death: (process) => process.kill(),
      silence: () => undefined,
    };
    for (const [reason, end] of Object.entries(ends)) {
      begin(reason === 'silence' ? { silence: 1 } : {}, (_, process) => end(process));
      const { store, target } = await largeCase();
      const error = await refusal(writeArchive(store, target));
      expect(error).toMatchObject({ code: 'export-failed', details: { reason } });
      expect(leftBy(target)).toEqual([]);
      await store.close();
    }
    begin({}, () => work.stop());
    const { store, target } = await largeCase();
    await expect(writeArchive(store, target)).rejects.toMatchObject({ code: 'export-failed' });
    expect(leftBy(target)).toEqual([]);
    await store.close();
  });

  test('says the same words of what the disk refuses', async () => {
    const { store, folder } = await newCase({ work: begin() });
    const nowhere = join(folder, 'none', 'a.wakhan');
    const beside = await refusal(writeArchive(store, nowhere));
    expect(last(wire.answers)).toBe('failed');
    await store.close();
    const here = await refusal(writeArchive(await reopened(folder), nowhere));
    expect(beside).toMatchObject({ code: 'not-found', details: { reason: 'ENOENT' } });
    expect(beside).toEqual(here);
  });

  test('is refused to who only reads while the case is written anew', async () => {
    const { store, folder } = await newCase({ work: begin() });
    await store.close();
    const first = join(folder, 'journal', '000001.ndjson');
    const archive: CaseWork['archive'] = async (packing, options) => {
      await work.archive(packing, options);
      nodeDisk.copy(first, `${first}.new`);
      nodeDisk.rename(`${first}.new`, first);
    };
    const reader = await reopened(folder, {
      readOnly: true,
      work: {
        archive,
        unpack: (...which) => work.unpack(...which),
        derive: (...which) => work.derive(...which),
      },
    });
    const target = `${folder}.wakhan`;
    await expect(writeArchive(reader, target)).rejects.toMatchObject({ code: 'case-locked' });
    expect(leftBy(target)).toEqual([]);
    expect(nodeDisk.exists(target)).toBe(false);
  });
});

describe('a case that is unpacked beside the program', () => {
  /** A packed case, and the place where it is to be unpacked. */
  async function packed(): Promise<{ archive: string; folder: string; before: unknown }> {
    const { store, folder } = await newCase();
    await mark(store, 'h1');
    const before = contents(store.state);
    const archive = `${folder}.wakhan`;
    await writeArchive(store, archive);
    await store.close();
    return { archive, folder: join(dirname(folder), 'back.case'), before };
  }

  test('is the one that was packed', async () => {
    const { archive, folder, before } = await packed();
    await restoreArchive(archive, folder, { work: begin() });
    expect(wire.orders).toContainEqual(expect.objectContaining({ task: 'unpack' }));
    expect(contents((await reopened(folder)).state)).toEqual(before);
    expect(leftBy(folder)).toEqual([]);
  });

  test('is refused in the same words as here, and nothing is left', async () => {
    const { archive, folder } = await packed();
    truncateSync(archive, statSync(archive).size - 100);
    const beside = await refusal(restoreArchive(archive, folder, { work: begin() }));
    expect(last(wire.answers)).toBe('failed');
    expect(beside).toMatchObject({ code: 'not-a-case' });
    expect(beside).toEqual(await refusal(restoreArchive(archive, folder)));
    expect(nodeDisk.exists(folder)).toBe(false);
    expect(leftBy(folder)).toEqual([]);
  });

  test('leaves nothing when it is cancelled or its process dies', async () => {
    const { archive, folder } = await packed();
    const reason = new AppError('cancelled', 'Stopped.');
    const signal = AbortSignal.abort(reason);
    expect(await refusal(restoreArchive(archive, folder, { work: begin(), signal }))).toBe(reason);
    const dying = begin({}, (_, process) => process.kill());
    expect(await refusal(restoreArchive(archive, folder, { work: dying }))).toMatchObject({
      code: 'import-failed',
      details: { reason: 'death' },
    });
    expect(nodeDisk.exists(folder)).toBe(false);
    expect(leftBy(folder)).toEqual([]);
  });
});

describe('an index that is made in a process of its own', () => {
  const passphrase = 'correct horse battery staple';

  test.each([false, true])('is the one that would be made here (encrypted: %s)', async (sealed) => {
    const vault = sealed ? await newVault(passphrase, false) : undefined;
    const { store, folder } = await newCase({ ...(vault && { vault }) });
    await mark(store, 'old', 5);
    await store.checkpoint();
    await mark(store, 'new', 9);
    await store.close();
    rmSync(join(folder, 'index'), { recursive: true, force: true });
    const how = { later: true, work: begin(), ...(sealed && { secret: { passphrase } }) };
    const again = await reopened(folder, how);
    const seen: number[] = [];
    await again.bringUp({ progress: (done) => seen.push(done) });
    expect(wire.orders).toContainEqual(expect.objectContaining({ task: 'derive' }));
    expect(wire.answers.some(({ type }) => type === 'item')).toBe(true);
    expect(seen.length).toBeGreaterThan(0);
    expect(again.derived.areCurrent).toBe(true);
    expect(again.state.get('highlight', 'old')?.start).toBe(5);
    expect(again.state.get('highlight', 'new')?.start).toBe(9);
    expect(nodeDisk.exists(join(folder, 'index', 'highlights'))).toBe(!sealed);
  });

  /** A closed case whose index is gone. */
  async function unindexed(): Promise<string> {
    const { store, folder } = await newCase();
    await mark(store, 'old', 5);
    await store.checkpoint();
    await store.close();
    rmSync(join(folder, 'index'), { recursive: true });
    return folder;
  }

  test('is made here when that process dies, and the failure is told', async () => {
    const folder = await unindexed();
    const dying = begin({}, (_answer, child) => {
      child.kill();
      return false; // all else that it said may be on its way
    });
    const again = await reopened(folder, { later: true, work: dying });
    await expect(again.bringUp()).rejects.toMatchObject({
      code: 'export-failed',
      details: { reason: 'death' },
    });
    expect(again.state.get('highlight', 'old')?.start).toBe(5);
  });

  test('stops when nobody wants it', async () => {
    const folder = await unindexed();
    const again = await reopened(folder, { later: true, work: begin() });
    const reason = new AppError('cancelled', 'enough');
    const signal = AbortSignal.abort(reason);
    await expect(again.bringUp({ signal })).rejects.toBe(reason);
    expect(again.derived.areCurrent).toBe(false);
  });
});
