import { expect, test } from 'vitest';
import type { Disk } from '../../electron/storage/disk/disk.ts';
import { newVault, type OpenVault } from '../../electron/storage/vault/vault.ts';
import { count, LIMIT } from './support/counts.ts';
import { afterCrash, models, type Model } from './support/crash-models.ts';
import { found } from './support/found.ts';
import type { Verdict } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { lyingDisk } from './support/lying-disk.ts';
import { MemoryDisk } from './support/memory-disk.ts';
import { newCase } from './support/new-case.ts';
import { killLocks } from './support/dead-locks.ts';
import { Random } from './support/random.ts';
import { Tally } from './support/tally.ts';
import { work } from './support/work.ts';

const FOLDER = '/cases/proof.case';
const EDITS = count(80, 24);
/** Seeds per prefix of the model that rolls dice. */
const THROWS = count(3, 1);

/** Every how many prefixes the recovery is made to crash as well, at each of its changes. */
const DEEPER = count(1, 16);
/** Bytes after which a new segment of the journal begins where that is proved: a few records. */
const SEGMENT = 4 * 1024;

/** What a crash at one moment leaves, and what the analyst knew then. */
interface Moment {
  where: string;
  disk: MemoryDisk;
  known: number;
}

/** A session whose disk is recorded at every change. */
interface Recorded {
  ledger: Ledger;
  moments: Moment[];
  model: Model;
  vault?: OpenVault;
}

test.for(models)('power cut after every write: %s', { timeout: LIMIT }, async (model, context) => {
  const tally = new Tally(`every prefix of the write log, ${model}`);
  const second = await judgeAll(await session(model), tally);
  tally.finish(context, `${second} of them crashed again while recovering`);
});

test.for(count<readonly Model[]>(models, ['torn']))(
  'power cut after every write, encrypted: %s',
  { timeout: LIMIT },
  async (model, context) => {
    const tally = new Tally(`every prefix of the write log, encrypted, ${model}`);
    const vault = await newVault('four snow leopards', false);
    const second = await judgeAll(await session(model, vault), tally);
    tally.finish(context, `${second} of them crashed again while recovering`);
  },
);

test.for(count<readonly Model[]>(models, ['torn']))(
  'power cut around a new segment of the journal: %s',
  { timeout: LIMIT },
  async (model, context) => {
    const tally = new Tally(`every prefix around a new journal segment, ${model}`);
    const second = await judgeAll(await segmentSession(model), tally);
    tally.finish(context, `${second} of them crashed again while recovering`);
  },
);

test('a disk that only says it synced is found out', { timeout: LIMIT }, async () => {
  const recorded = await session('only-fsynced', undefined, (disk) => lyingDisk(disk, 'no-sync'));
  let lost = 0;
  for (const moment of recorded.moments) {
    const verdict = await verdictOf(recorded, moment).catch(() => undefined);
    lost += verdict?.lost.length ?? 1;
  }
  expect(lost).toBeGreaterThan(EDITS);
});

/** A case is made, worked on and closed; the disk as a crash after each change leaves it. */
async function session(
  model: Model,
  vault?: OpenVault,
  over = (disk: Disk): Disk => disk,
): Promise<Recorded> {
  const disk = await emptyDisk();
  const ledger = new Ledger();
  const moments = record(disk, ledger, model);
  const store = await newCase(FOLDER, ledger, { disk: over(disk), ...(vault && { vault }) });
  for (let i = 0; i < EDITS; i += 4) {
    await Promise.all([0, 1, 2, 3].map((step) => work(store, i + step, ledger)));
    if (i % Math.ceil(EDITS / 3) < 4) await store.checkpoint();
  }
  await store.close();
  return { ledger, moments, model, ...(vault && { vault }) };
}

/** The same, where every checkpoint finds the journal long enough for a new segment. */
async function segmentSession(model: Model): Promise<Recorded> {
  const disk = await emptyDisk();
  const ledger = new Ledger();
  const moments = record(disk, ledger, model);
  const store = await newCase(FOLDER, ledger, { disk, segment: SEGMENT });
  for (let i = 0; i < EDITS; i++) {
    await work(store, i, ledger);
    if (i % 8 === 7) await store.checkpoint();
  }
  await store.close();
  expect(disk.list(`${FOLDER}/journal`).length).toBeGreaterThan(EDITS / 16);
  return { ledger, moments, model };
}

async function emptyDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  disk.makeFolder('/cases');
  await disk.syncFolder('/');
  return disk;
}

/** Notes from now on what a crash after each change would leave. */
function record(disk: MemoryDisk, ledger: Ledger, model: Model): Moment[] {
  const moments: Moment[] = [];
  const random = new Random(1);
  let changes = 0;
  disk.changed = (act, path) => {
    changes++;
    for (let toss = 0; toss < (model === 'torn' ? THROWS : 1); toss++) {
      const where = `after change ${changes} (${act} ${path}, throw ${toss})`;
      moments.push({ where, disk: afterCrash(disk, model, random), known: ledger.length });
    }
  };
  return moments;
}

/** Judges every moment; gives the number of crashes while recovering among them. */
async function judgeAll(recorded: Recorded, tally: Tally): Promise<number> {
  const { ledger, moments, model } = recorded;
  let second = 0;
  for (const [nth, moment] of moments.entries()) {
    const { disk, where, known } = moment;
    const again = nth % DEEPER === 0 ? record(disk, ledger.upTo(known), model) : [];
    tally.add(where, await verdictOf(recorded, moment, nth % 10 === 0));
    disk.changed = () => undefined;
    for (const later of again)
      tally.add(`${where}, recovering ${later.where}`, await verdictOf(recorded, later));
    second += again.length;
  }
  return second;
}

/** `tornLock`: a lock that lost its content stays so. */
async function verdictOf(
  { ledger, model, vault }: Recorded,
  { disk, known }: Moment,
  tornLock = false,
): Promise<Verdict> {
  const then = ledger.upTo(known);
  const isMade = known > 0;
  if (!isMade && !disk.exists(FOLDER)) return { lost: [], foreign: [], recovery: [] };
  killLocks(disk, FOLDER, tornLock);
  return found(FOLDER, then, { disk, ...(vault && { vault }) }, model === 'torn');
}
