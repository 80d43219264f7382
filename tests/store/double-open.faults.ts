import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../electron/storage/open/open-case.ts';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import { AUTHOR, newCase } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import type { Orders } from './support/worker-orders.ts';

const ROUNDS = count(50, 4);
/** Processes that want the case at the same moment. */
const OPENERS = 4;
/** Pieces of work of the one that gets it. */
const PIECES = 6;

test('processes open one case at the same moment', { timeout: LIMIT }, async (context) => {
  const tally = new Tally(`${OPENERS} processes open one case at once`);
  const folder = join(scratch(), 'proof.case');
  const ledger = new Ledger();
  await (await newCase(folder, ledger)).close();
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2 === 1) await leaveStaleLock(folder);
    const from = (round + 1) * 1000;
    const children = await race(folder, from, ledger);
    const writers = children.filter(({ lines }) => lines.some(({ type }) => type === 'open'));
    const refused = children.flatMap(
      ({ lines }) => lines.find(({ type }) => type === 'failed') ?? [],
    );
    expect(writers.length, `round ${round}`).toBe(1);
    expect(refused.length, `round ${round}`).toBe(OPENERS - 1);
    for (const line of refused)
      expect(line, `round ${round}`).toMatchObject({ code: 'case-locked' });
    const [writer] = writers;
    writer?.go();
    expect(await writer?.ended).toBe(0);
    tally.add(`round ${round}`, await found(folder, ledger));
  }
  tally.finish(context, 'one writer each time, the others told');
});

test('one process opens a case many times at once', { timeout: LIMIT }, async () => {
  const folder = join(scratch(), 'proof.case');
  await (await newCase(folder, new Ledger())).close();
  const openings = Array.from({ length: 50 }, () => openCase(folder, { author: AUTHOR }));
  const results = await Promise.allSettled(openings);
  const stores = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const reasons = results.flatMap((one) =>
    one.status === 'rejected' ? [one.reason as unknown] : [],
  );
  for (const store of stores) await store.close();
  expect(stores.length).toBe(1);
  for (const reason of reasons)
    expect(reason).toMatchObject({ code: 'case-locked', details: { pid: process.pid } });
});

/** Starts processes, lets all of them open at once, and waits until each has said how it went. */
async function race(folder: string, from: number, ledger: Ledger): Promise<Child[]> {
  const to = from + PIECES;
  const orders: Orders = { folder, from, to, together: 1, waitBefore: ['open', 'work'] };
  const children = await Promise.all(
    Array.from({ length: OPENERS }, () => Child.start(orders, ledger)),
  );
  for (const child of children) await child.says('ready');
  for (const child of children) child.go();
  for (const child of children) await child.says('ready', 2);
  return children;
}

/** A session that is killed leaves its lock behind. */
async function leaveStaleLock(folder: string): Promise<void> {
  const orders = { folder, from: 0, to: 0, together: 1, waitBefore: ['work'] } as const;
  const child = await Child.start(orders, new Ledger());
  await child.says('ready');
  child.kill();
  await child.ended;
}
