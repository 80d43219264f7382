import * as fs from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { CaseStore } from '../../electron/storage/case-store.ts';
import type { CaseSize } from './generate-case.ts';
import { caseOf, scratchOf, wantedSizes } from './lib/cases.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, summaryOf } from './lib/quantiles.ts';
import { Dice } from './lib/words.ts';

/**
 * How long an edit waits while snapshots are written: highlights are saved one after the other, first
 * in peace, then while a checkpoint writes the files of many changed documents. Between two saves
 * the bare floor is measured, because the checkpoint's own syncs keep the disk busy for everybody.
 */
const IN_PEACE = 300;
/** Documents that a checkpoint finds changed; below the number at which the store begins one itself. */
const CHANGED = 500;

/** One series of saves. Times in milliseconds. */
interface Series {
  saves: number[];
  floor: number[];
  /** Longest time for which the main thread did nothing else. */
  block: number;
  took: number;
}

const task = taskOfChild() as CaseSize | undefined;
if (task) {
  await measure(task);
  answerParent(true);
} else {
  for (const size of wantedSizes()) {
    await caseOf(size);
    await inChild(size);
  }
  printAgain('checkpoint');
}

async function measure(size: CaseSize): Promise<void> {
  const folder = scratchOf('checkpoint');
  const store = await CaseStore.open(await caseOf(size), { author: 'bench' });
  await store.checkpoint();
  const documents = [...store.state.all('document')].map(({ id }) => id);
  const bare = fs.openSync(join(folder, 'floor.bin'), 'w');
  await series(store, bare, documents.slice(0, 20), counted(IN_PEACE)); // warm, not told
  await store.checkpoint();
  const peace = await series(store, bare, documents.slice(0, 20), counted(IN_PEACE));
  const changed = documents.slice(0, CHANGED);
  for (const id of changed) await mark(store, id, 0);
  let running = true;
  const checkpoint = store.checkpoint().finally(() => (running = false));
  const busy = await series(store, bare, documents.slice(0, 20), () => running);
  await checkpoint;
  await store.close();
  fs.rmSync(folder, { recursive: true });
  tell(size.documents, changed.length, { peace, busy });
}

function counted(times: number): () => boolean {
  let left = times;
  return () => left-- > 0;
}

async function series(
  store: CaseStore,
  bare: number,
  documents: readonly string[],
  goOn: () => boolean,
): Promise<Series> {
  const dice = new Dice(3);
  const result: Series = { saves: [], floor: [], block: 0, took: 0 };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const begun = performance.now();
  delay.enable();
  while (goOn()) {
    const id = dice.one(documents);
    const start = performance.now();
    await mark(store, id, dice.below(5_000));
    const middle = performance.now();
    await append(bare);
    result.saves.push(middle - start);
    result.floor.push(performance.now() - middle);
  }
  delay.disable();
  result.block = delay.max / 1e6;
  result.took = performance.now() - begun;
  return result;
}

async function mark(store: CaseStore, document: string, start: number): Promise<void> {
  const input = { document, start, end: start + 12 };
  await store.perform({ op: 'highlight.add', input });
}

function append(file: number): Promise<void> {
  fs.writeSync(file, Buffer.alloc(800, 120));
  return new Promise((resolve, reject) => {
    fs.fdatasync(file, (error) => (error ? reject(error) : resolve()));
  });
}

function tell(
  documents: number,
  changed: number,
  { peace, busy }: Record<'peace' | 'busy', Series>,
) {
  const row = (name: string, values: readonly number[]): string[] => {
    const { count, p50, p95, max } = summaryOf(values);
    return [name, String(count), figure(p50), figure(p95), figure(max)];
  };
  printTable(
    `edits beside a checkpoint of ${changed} changed documents of ${documents.toLocaleString('en')} ` +
      `(${figure(busy.took)} ms)`,
    [
      ['', 'count', 'p50 ms', 'p95 ms', 'longest ms'],
      row('saves in peace', peace.saves),
      row('saves beside the checkpoint', busy.saves),
      row('floor in peace', peace.floor),
      row('floor beside the checkpoint', busy.floor),
    ],
  );
  console.log(
    `  longest block of the main thread: ${figure(peace.block)} ms in peace, ` +
      `${figure(busy.block)} ms beside the checkpoint`,
  );
  const { max } = summaryOf(busy.saves);
  printAim('no edit waits longer than 50 ms', `${figure(max)} ms`, max <= 50);
  printAim('no block longer than 50 ms', `${figure(busy.block)} ms`, busy.block <= 50);
}
