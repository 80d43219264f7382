import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { asAppError } from '#data/errors.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { nodeDisk } from '../../../electron/storage/disk/disk.ts';
import { lyingDisk } from './lying-disk.ts';
import { newCase, reopen } from './new-case.ts';
import { work, type Notes } from './work.ts';
import type { Line, Orders } from './worker-orders.ts';

/** A session of work in a process of its own, which tells every acknowledgement after it was given. */
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;

/** Straight into the pipe: what was said is out, whatever happens next. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const notes: Notes = {
  begin: (key, request) => say({ type: 'begin', key, request }),
  ack: (key, { n, changes }) => say({ type: 'ack', key, n, changes }),
  refuse: (key) => say({ type: 'refuse', key }),
};

async function run(): Promise<void> {
  const { folder, create, waitBefore = [], lie } = orders;
  const disk = lie ? lyingDisk(nodeDisk, lie) : nodeDisk;
  if (waitBefore.includes('open')) await goAhead();
  const store = await (create ? newCase(folder, notes, { disk }) : reopen(folder, { disk }));
  const { mode, n, recovery } = store.status;
  say({ type: 'open', mode, n, recovery });
  if (waitBefore.includes('work')) await goAhead();
  await workOn(store);
  await store.close();
  say({ type: 'closed' });
}

async function goAhead(): Promise<void> {
  const come = once(process.stdin, 'data');
  say({ type: 'ready' });
  await come;
}

async function workOn(store: CaseStore): Promise<void> {
  const { from, to, together, checkpointEvery = 0, pauseAt } = orders;
  for (let i = from, round = 1; i < to; i += together, round++) {
    if (i === pauseAt) await goAhead();
    const pieces = Array.from({ length: Math.min(together, to - i) }, (_one, index) => i + index);
    await Promise.all(pieces.map((piece) => work(store, piece, notes)));
    if (checkpointEvery > 0 && round % checkpointEvery === 0) await store.checkpoint();
  }
}

try {
  await run();
} catch (error) {
  const { code, message } = asAppError(error);
  say({ type: 'failed', code, message });
  process.exitCode = 1;
}
process.exit();
