import { expect, test } from 'vitest';
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

/** What a crash at one moment leaves, and what the analyst knew then. */
interface Moment {
  where: string;
  disk: MemoryDisk;
  known: number;
}

test.for(models)('power cut after every write: %s', { timeout: LIMIT }, async (model, context) => {
  const tally = new Tally(`every prefix of the write log, ${model}`);
  const { ledger, moments } = await session(model);
  let second = 0;
  for (const [nth, moment] of moments.entries()) {
    const deeper = nth % DEEPER === 0;
    second += await judgeMoment(moment, ledger, model, tally, deeper);
  }
  tally.finish(context, `${second} of them crashed again while recovering`);
});

test('a disk that only says it synced is found out', { timeout: LIMIT }, async () => {
  const { ledger, moments } = await session('only-fsynced', { lies: true });
  let lost = 0;
  for (const { disk, known } of moments) {
    const verdict = await verdictOf(disk, ledger.upTo(known)).catch(() => undefined);
    lost += verdict?.lost.length ?? 1;
  }
  expect(lost).toBeGreaterThan(EDITS);
});

/** One session of work with two checkpoints, and the disk as a crash after each change leaves it. */
async function session(model: Model, { lies = false } = {}) {
  const disk = new MemoryDisk();
  disk.makeFolder('/cases');
  await disk.syncFolder('/');
  const ledger = new Ledger();
  const store = await newCase(FOLDER, ledger, { disk: lies ? lyingDisk(disk, 'no-sync') : disk });
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
  for (let i = 0; i < EDITS; i += 4) {
    await Promise.all([0, 1, 2, 3].map((step) => work(store, i + step, ledger)));
    if (i % Math.ceil(EDITS / 3) < 4) await store.checkpoint();
  }
  await store.close();
  return { ledger, moments };
}

/** Opens what a crash left. With `deeper`, crashes again at every change that recovering makes. */
async function judgeMoment(
  { where, disk, known }: Moment,
  ledger: Ledger,
  model: Model,
  tally: Tally,
  deeper: boolean,
): Promise<number> {
  const again: MemoryDisk[] = [];
  const random = new Random(tally.tries);
  killLocks(disk, FOLDER, tally.tries % 10 === 0);
  if (deeper) disk.changed = () => void again.push(afterCrash(disk, model, random));
  const then = ledger.upTo(known);
  tally.add(where, await verdictOf(disk, then));
  for (const [index, second] of again.entries()) {
    tally.add(`${where}, then change ${index + 1} of recovering`, await verdictOf(second, then));
  }
  return again.length;
}

async function verdictOf(disk: MemoryDisk, ledger: Ledger): Promise<Verdict> {
  killLocks(disk, FOLDER, false);
  return found(FOLDER, ledger, disk);
}
