import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import { newCase } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { ONE_THREAD, trace } from './support/strace.ts';
import { Tally } from './support/tally.ts';
import { missingStrace } from './support/tools.ts';
import type { Orders } from './support/worker-orders.ts';

/** What is done while the calls are counted. */
const saves = {
  'a highlight': { from: 2, to: 3, together: 1 },
  'an import and a snapshot': { from: 12, to: 14, together: 1, checkpointEvery: 2 },
} as const;
type Save = keyof typeof saves;

/** Calls in which the disk can report an error while a change is saved or a snapshot written. */
const failing = count<readonly string[]>(
  ['pwrite64', 'fdatasync', 'fsync', 'rename', 'openat', 'ftruncate'],
  ['pwrite64', 'fdatasync'],
);

/** Every how many calls one is taken. */
const KILL_STEP = count(1, 40);
const ERROR_STEP = count(1, 6);

const missing = missingStrace();

describe.skipIf(missing !== undefined)(`at every system call (${missing ?? 'strace'})`, () => {
  test.for(Object.keys(saves) as Save[])(
    'SIGKILL while saving %s',
    { timeout: LIMIT },
    async (save, context) => {
      const tally = new Tally(`SIGKILL at system call k, saving ${save}`);
      const strike = await prepared(save, tally);
      const calls = await countUp(KILL_STEP, (k) => strike(`all:signal=SIGKILL:when=${k}`));
      // The thread that waits for the disk makes few calls; these two are what it is for.
      for (const call of ['fdatasync', 'fsync'])
        await countUp(KILL_STEP, (k) => strike(`${call}:signal=SIGKILL:when=${k}`));
      tally.finish(context, `k up to ${calls}`);
    },
  );

  test.for(failing)('EIO from %s', { timeout: LIMIT }, async (call, context) => {
    const tally = new Tally(`EIO at ${call} k (strace)`);
    const strike = await prepared('an import and a snapshot', tally);
    const calls = await countUp(ERROR_STEP, (k) => strike(`${call}:error=EIO:when=${k}`));
    tally.finish(context, `k up to ${calls}`);
  });
});

/** Calls with 1, 1 + step ... until the answer is that there is no such call; gives the last number. */
async function countUp(step: number, strike: (k: number) => Promise<boolean>): Promise<number> {
  let k = 1;
  while (await strike(k)) k += step;
  return k;
}

/** Makes a case; gives a function that saves on a copy of it while a fault is injected, and judges. */
async function prepared(save: Save, tally: Tally): Promise<(inject: string) => Promise<boolean>> {
  const place = scratch();
  const original = join(place, 'original.case');
  const known = new Ledger();
  await (await newCase(original, known)).close();
  let nth = 0;
  return async (inject) => {
    const folder = join(place, `${++nth}.case`);
    cpSync(original, folder, { recursive: true });
    const ledger = known.upTo(known.length);
    const orders: Orders = { folder, ...saves[save], waitBefore: ['work'] };
    const child = await Child.start(orders, ledger, { env: ONE_THREAD });
    await child.says('ready');
    const watch = await trace(child, inject);
    child.go();
    await child.ended;
    tally.add(`${save}, ${inject}`, await found(folder, ledger));
    return watch.struck();
  };
}
