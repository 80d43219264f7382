import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import type { Lie } from './support/lying-disk.ts';
import { newCase } from './support/new-case.ts';
import { Random } from './support/random.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import type { Orders } from './support/worker-orders.ts';

const TRIES = count(1000, 12);
/** Tries on one case before the next one is made. */
const PER_CASE = 50;
/** More than a process gets done before it is killed. */
const ENDLESS = 100_000;
const LONGEST = 80;

test('SIGKILL at a random moment', { timeout: LIMIT }, async (context) => {
  const tally = new Tally('SIGKILL at random 0-80 ms');
  const random = new Random(2);
  let saved = 0;
  for (let begun = 0; begun < TRIES; begun += PER_CASE) {
    const folder = join(scratch(), 'proof.case');
    const ledger = new Ledger();
    await (await newCase(folder, ledger)).close();
    for (let nth = begun; nth < Math.min(begun + PER_CASE, TRIES); nth++) {
      const together = random.pick([1, 1, 3, 8]);
      const checkpointEvery = random.pick([0, 2, 10]);
      const orders = {
        folder,
        from: nth * ENDLESS,
        to: (nth + 1) * ENDLESS,
        together,
        checkpointEvery,
      };
      await killed(orders, ledger, random.next() * LONGEST);
      tally.add(`try ${nth}`, await found(folder, ledger));
    }
    saved += ledger.acked().size;
  }
  tally.finish(context, `${saved} acknowledged edits`);
});

test('an acknowledgement before the write is found out', { timeout: LIMIT }, async () => {
  const lostWith = async (lie?: Lie): Promise<number> => {
    const folder = join(scratch(), 'proof.case');
    const ledger = new Ledger();
    await (await newCase(folder, ledger)).close();
    const orders = { folder, from: 0, to: ENDLESS, together: 1, ...(lie && { lie }) };
    await killed(orders, ledger, LONGEST, 'ack');
    return (await found(folder, ledger)).lost.length;
  };
  expect(await lostWith()).toBe(0);
  let lost = 0; // nothing is lost when the kill comes between a late write and its acknowledgement
  for (let nth = 0; nth < 10 && lost === 0; nth++) lost = await lostWith('write-behind');
  expect(lost).toBeGreaterThan(0);
});

/** A session that is killed so many milliseconds after it opened the case (or first saved). */
async function killed(
  orders: Orders,
  ledger: Ledger,
  after: number,
  start: 'open' | 'ack' = 'open',
): Promise<void> {
  const child = await Child.start(orders, ledger);
  await child.says(start);
  await pass(after);
  child.kill();
  await child.ended;
}
