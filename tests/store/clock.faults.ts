import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Clock } from '#data/ports.ts';
import { systemPorts } from '../../electron/storage/journal/system-ports.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { Child } from './support/child.ts';
import { LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { judge } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { newCase, reopen } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import { fakeClock } from './support/tools.ts';
import { work } from './support/work.ts';

const TEN_YEARS = 10 * 365.25 * 24 * 3600 * 1000;
const PIECES = 30;

test('the clock goes ten years back, through the port', { timeout: LIMIT }, async (context) => {
  const tally = new Tally('clock 10 years back in mid-session (port)');
  const folder = join(scratch(), 'proof.case');
  const ledger = new Ledger();
  let back = 0;
  const clock: Clock = {
    now: () => new Date(Date.now() - back).toISOString(),
    newId: () => systemPorts.newId(),
  };
  const store = await newCase(folder, ledger, { clock });
  for (let i = 0; i < PIECES; i++) await work(store, i, ledger);
  await store.checkpoint();
  const before = store.status.savedAt ?? '';
  back = TEN_YEARS;
  for (let i = PIECES; i < 2 * PIECES; i++) await work(store, i, ledger);
  const after = store.status.savedAt ?? '';
  expect(Date.parse(before) - Date.parse(after)).toBeGreaterThan(0.99 * TEN_YEARS);
  tally.add('in the session', judge(store, ledger, nodeDisk, folder));
  await expect(reopen(folder)).rejects.toMatchObject({ code: 'case-locked' });
  await store.checkpoint();
  await store.close();
  tally.add('the next session', await found(folder, ledger));
  tally.finish(context);
});

const library = fakeClock();

describe.skipIf(library === undefined)(
  `clock (${library ? 'libfaketime' : 'install libfaketime'})`,
  () => {
    test('the clock of the machine goes ten years back', { timeout: LIMIT }, async (context) => {
      const tally = new Tally('clock 10 years back in mid-session (libfaketime)');
      const place = scratch();
      const folder = join(place, 'proof.case');
      const time = join(place, 'time');
      const ledger = new Ledger();
      writeFileSync(time, '+0');
      const env = {
        LD_PRELOAD: library ?? '',
        FAKETIME_TIMESTAMP_FILE: time,
        FAKETIME_NO_CACHE: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      const orders = { folder, from: 0, to: 2 * PIECES, together: 1, create: true } as const;
      const child = await Child.start({ ...orders, pauseAt: PIECES, checkpointEvery: 20 }, ledger, {
        env,
      });
      await child.says('ready');
      writeFileSync(time, '-10y');
      utimesSync(time, new Date(), new Date());
      await expect(reopen(folder)).rejects.toMatchObject({ code: 'case-locked' });
      child.go();
      expect(await child.ended).toBe(0);
      tally.add('the next session', await found(folder, ledger));
      const store = await reopen(folder);
      const times = store.history(1000).map(({ at }) => Date.parse(at));
      await store.close();
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(0.99 * TEN_YEARS);
      tally.finish(context);
    });
  },
);
