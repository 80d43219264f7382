import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'vitest';
import { openCase } from '../../electron/storage/open/open-case.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { judge } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { AUTHOR, newCase } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';

const OPENINGS = count(200, 15);

test('a case is read while another process writes it', { timeout: LIMIT }, async (context) => {
  const tally = new Tally('read-only opener beside a writer');
  const folder = join(scratch(), 'proof.case');
  const ledger = new Ledger();
  await (await newCase(folder, ledger)).close();
  const orders = { folder, from: 0, to: 1_000_000, together: 4, checkpointEvery: 2 };
  const writer = await Child.start(orders, ledger);
  await writer.says('ack');
  for (let nth = 0; nth < OPENINGS; nth++) {
    // The writer is ahead of what we have heard of it.
    const known = ledger.asHearsay();
    const store = await openCase(folder, { author: AUTHOR, readOnly: true });
    const verdict = judge(store, known, nodeDisk, folder);
    for (const sentence of store.status.recovery) verdict.foreign.push(sentence);
    tally.add(`opening ${nth}`, verdict);
    await store.close();
    // Who does not listen to the writer stops it: its pipe is full.
    for (const heard = ledger.length; ledger.length === heard;) await turn();
  }
  writer.kill();
  await writer.ended;
  tally.finish(context, `${ledger.acked().size} edits were saved meanwhile`);
});
