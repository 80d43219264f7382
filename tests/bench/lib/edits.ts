import * as fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { figure, summaryOf } from './quantiles.ts';
import { Dice } from './words.ts';

/** One series of saves. Times in milliseconds. */
export interface Series {
  saves: number[];
  floor: number[];
  /** Longest time for which the main thread did nothing else. */
  block: number;
  took: number;
}

/** On what edits are made. */
export interface Edited {
  store: CaseStore;
  documents: readonly string[];
  /** An open file for the floor: a bare append + fdatasync after each save. */
  bare: number;
}

/**
 * Saves highlights as long as `goOn` says, at most one every `every` milliseconds. A save is counted
 * from when it was due, so that one whose turn comes late because the thread is busy counts as long.
 */
export async function series(
  { store, documents, bare }: Edited,
  goOn: () => boolean,
  every = 0,
): Promise<Series> {
  const dice = new Dice(3);
  const result: Series = { saves: [], floor: [], block: 0, took: 0 };
  const blocks = await watchBlocks();
  const begun = performance.now();
  for (let due = begun; goOn();) {
    await mark(store, dice.one(documents), dice.below(5_000));
    const saved = performance.now();
    await append(bare);
    const now = performance.now();
    result.saves.push(saved - due);
    result.floor.push(now - saved);
    due = Math.max(due + every, now);
    if (due > now) await wait(Math.ceil(due - now)); // a timer may come up to a millisecond early
  }
  result.took = performance.now() - begun;
  result.block = await blocks();
  return result;
}

/** Watches the main thread; what it answers tells the longest time for which it did one thing only. */
export async function watchBlocks(): Promise<() => Promise<number>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await wait(5); // it counts from its first look on
  return async () => {
    await wait(5);
    delay.disable();
    return delay.max / 1e6;
  };
}

/** Edits beside some work, until it is done. */
export async function beside(
  edited: Edited,
  work: () => Promise<unknown>,
  every?: number,
): Promise<Series> {
  let running = true;
  const done = work().finally(() => (running = false));
  const result = await series(edited, () => running, every);
  await done;
  return result;
}

/** A condition that holds so many times. */
export function counted(times: number): () => boolean {
  let left = times;
  return () => left-- > 0;
}

/** Saves one highlight. */
export async function mark(store: CaseStore, document: string, start: number): Promise<void> {
  const input = { document, start, end: start + 12 };
  await store.perform({ op: 'highlight.add', input });
}

/** A line of a table: count, median, 95th percentile and longest. */
export function rowOf(name: string, values: readonly number[]): string[] {
  const { count, p50, p95, max } = summaryOf(values);
  return [name, String(count), figure(p50), figure(p95), figure(max)];
}

function append(file: number): Promise<void> {
  fs.writeSync(file, Buffer.alloc(800, 120));
  return new Promise((resolve, reject) => {
    fs.fdatasync(file, (error) => (error ? reject(error) : resolve()));
  });
}
