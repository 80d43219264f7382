import * as fs from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../../electron/storage/open/open-case.ts';
import { writeArchive } from '../../electron/storage/archive/write-archive.ts';
import { CaseWork } from '../../electron/background/case-work.ts';
import { launchNode } from '../../electron/background/launch-node.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';
import { PASSPHRASE, type CaseSize } from './generate-case.ts';
import { caseOf, scratchOf, wantedSizes } from './lib/cases.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import {
  beside,
  counted,
  mark,
  rowOf,
  series,
  watchBlocks,
  type Edited,
  type Series,
} from './lib/edits.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, summaryOf } from './lib/quantiles.ts';

/**
 * How long an edit waits while the store is busy: highlights are saved one after the other, first in
 * peace, then while a checkpoint writes the files of many changed documents, a backup is written, the
 * case is checked; and how long the thread stands still when a case is opened whose index is damaged
 * or gone. Between two saves the bare floor is measured, because the store's own syncs keep the disk
 * busy for everybody.
 */
const IN_PEACE = 300;
/** Documents that a checkpoint finds changed; below the number at which the store begins one itself. */
const CHANGED = 500;
/** Milliseconds between two edits beside work that takes long, so that the case hardly grows. */
const EVERY = 10;
/** Milliseconds of edits after an opening: what is left for later is done by then. */
const AFTERWARDS = 3000;

const root = process.env.WAKHAN_ROOT ?? process.cwd();
/** As the program does it: in a process of its own. */
const work = new CaseWork(launchNode(join(root, 'dist/cli/worker.js')));

const task = taskOfChild() as CaseSize | undefined;
if (task) {
  await measure(task);
  answerParent(true);
} else {
  for (const size of wantedSizes().flatMap((one) => [one, { ...one, encrypted: true }])) {
    await caseOf(size);
    await inChild(size);
  }
  printAgain('checkpoint');
}

async function measure(size: CaseSize): Promise<void> {
  const folder = scratchOf('checkpoint');
  const path = await caseOf(size);
  const bare = fs.openSync(join(folder, 'floor.bin'), 'w');
  const store = await opened(path);
  await store.checkpoint();
  const all = [...store.state.all('document')].map(({ id }) => id);
  const edited = { store, documents: all.slice(0, 20), bare };
  await series(edited, counted(IN_PEACE)); // warm, not told
  await store.checkpoint();
  const peace = await series(edited, counted(IN_PEACE));
  const changed = all.slice(0, CHANGED);
  for (const id of changed) await mark(store, id, 0);
  const busy = {
    'the checkpoint': await beside(edited, () => store.checkpoint()),
    'a backup': await beside(
      edited,
      () => writeArchive(store, join(folder, 'backup.wakhan')),
      EVERY,
    ),
    'the check of the case': await beside(edited, () => store.verify(), EVERY),
  };
  await store.close();
  work.stop();
  tell(size, changed.length, peace, busy);
  // An encrypted case has no index on the disk: it is opened without.
  for (const harm of size.encrypted ? (['missing'] as const) : (['damaged', 'missing'] as const)) {
    await spoilIndex(path, harm);
    await tellOpening(`index ${harm}`, path, edited);
  }
  fs.rmSync(folder, { recursive: true });
}

/** A case is opened with its passphrase, if it has one. */
function opened(path: string): Promise<CaseStore> {
  return openCase(path, { author: 'bench', secret: { passphrase: PASSPHRASE }, work });
}

async function spoilIndex(path: string, harm: 'damaged' | 'missing'): Promise<void> {
  await (await opened(path)).close();
  const index = join(path, 'index', 'highlights');
  if (harm === 'missing') return fs.rmSync(index, { force: true });
  const file = fs.openSync(index, 'r+');
  fs.writeSync(file, 'damage', fs.fstatSync(file).size >> 1);
  fs.closeSync(file);
}

/** Opens a case, then edits it for a while, until everything is done that opening left for later. */
async function tellOpening(how: string, path: string, edited: Edited): Promise<void> {
  const blocks = await watchBlocks();
  const begun = performance.now();
  const store = await opened(path);
  const took = performance.now() - begun;
  const block = await blocks();
  const until = performance.now() + AFTERWARDS;
  const after = await series({ ...edited, store }, () => performance.now() < until, EVERY);
  await store.close();
  console.log(`  opening, ${how}: ${figure(took)} ms`);
  tellAims(`while it is opened, ${how}`, undefined, block);
  tellAims(`after it was opened, ${how}`, after.saves, after.block);
}

function tell(
  { documents, encrypted }: CaseSize,
  changed: number,
  peace: Series,
  busy: Record<string, Series>,
): void {
  printTable(
    `edits in ${encrypted ? 'an encrypted' : 'a'} case of ${documents.toLocaleString('en')} documents, ` +
      `${changed} of them changed before the checkpoint`,
    [
      ['', 'count', 'p50 ms', 'p95 ms', 'longest ms'],
      rowOf('saves in peace', peace.saves),
      rowOf('floor in peace', peace.floor),
      ...Object.entries(busy).flatMap(([what, { saves, floor, took }]) => [
        rowOf(`saves beside ${what} (${figure(took)} ms)`, saves),
        rowOf(`floor beside ${what}`, floor),
      ]),
    ],
  );
  console.log(`  longest block of the main thread in peace: ${figure(peace.block)} ms`);
  for (const [what, { saves, block }] of Object.entries(busy)) {
    tellAims(`beside ${what}`, saves, block);
  }
}

function tellAims(when: string, saves: readonly number[] | undefined, block: number): void {
  if (saves) {
    const { max } = summaryOf(saves);
    printAim(`no edit waits longer than 50 ms ${when}`, `${figure(max)} ms`, max <= 50);
  }
  printAim(`no block longer than 50 ms ${when}`, `${figure(block)} ms`, block <= 50);
}
