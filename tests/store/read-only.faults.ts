import { appendFileSync, chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveCopy } from '../../electron/storage/open/save-copy.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { judge } from './support/judge.ts';
import { Ledger } from './support/ledger.ts';
import { newCase, reopen } from './support/new-case.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import { missingMount, run } from './support/tools.ts';
import { treeOf } from './support/tree.ts';
import { work } from './support/work.ts';

const TRIES = count(20, 4);
const PIECES = 30;

/** States in which a case may be found. */
const states = ['closed', 'killed', 'torn', 'damaged snapshot'] as const;

const asRoot = process.getuid?.() === 0;
const missing = asRoot ? missingMount() : undefined;
const means = asRoot ? 'bind mount' : 'permissions taken away';

test.skipIf(missing !== undefined)(
  `a folder that is read-only (${missing ?? means})`,
  { timeout: LIMIT },
  async (context) => {
    const tally = new Tally(`read-only folder (${means})`);
    for (let nth = 0; nth < TRIES; nth++) {
      const state = states[nth % states.length] ?? 'closed';
      const folder = join(scratch(), 'proof.case');
      const ledger = new Ledger();
      await leave(folder, ledger, state, nth);
      const before = treeOf(folder);
      const giveBack = forbidWriting(folder);
      try {
        tally.add(`${state}, ${nth}`, await lookInside(folder, ledger));
      } finally {
        giveBack();
      }
      expect(treeOf(folder), `${state}, ${nth}`).toEqual(before);
      tally.add(`${state}, ${nth}, writable again`, await found(folder, ledger));
    }
    tally.finish(context, 'byte-identical afterwards');
  },
);

/** Opens what cannot be written, holds it to the ledger, and tries to change it. */
async function lookInside(folder: string, ledger: Ledger) {
  const store = await reopen(folder);
  const verdict = judge(store, ledger, nodeDisk, folder);
  expect(store.status).toMatchObject({ mode: 'read-only' });
  expect(store.status.reason).toContain('open for reading only');
  await expect(store.perform({ op: 'undo', input: {} })).rejects.toMatchObject({
    code: 'read-only',
  });
  const copy = join(scratch(), 'copy.case');
  await saveCopy(store, copy);
  await store.close();
  const copied = await found(copy, ledger);
  return { ...verdict, lost: [...verdict.lost, ...copied.lost] };
}

/** Leaves a case as a session may leave it. */
async function leave(
  folder: string,
  ledger: Ledger,
  state: (typeof states)[number],
  nth: number,
): Promise<void> {
  const store = await newCase(folder, ledger);
  for (let i = 0; i < PIECES; i++) await work(store, i, ledger);
  if (nth % 2 === 0) await store.checkpoint();
  await store.close();
  if (state === 'killed') await leaveLock(folder);
  const journal = join(folder, 'journal');
  if (state === 'torn') appendFileSync(join(journal, readdirSync(journal).at(-1) ?? ''), '{"n":9');
  if (state === 'damaged snapshot') appendFileSync(join(folder, 'case.json'), ' ');
}

async function leaveLock(folder: string): Promise<void> {
  const orders = { folder, from: 0, to: 0, together: 1, waitBefore: ['work'] } as const;
  const child = await Child.start(orders, new Ledger());
  await child.says('ready');
  child.kill();
  await child.ended;
}

/** Permissions do not hold root; a read-only mount does. Gives the way back. */
function forbidWriting(folder: string): () => void {
  if (asRoot) {
    run('mount', '--bind', folder, folder);
    run('mount', '-o', 'remount,ro,bind', folder);
    return () => run('umount', folder);
  }
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  for (const path of paths) chmodSync(path, 0o555);
  return () => {
    for (const path of paths) chmodSync(path, 0o755);
  };
}
