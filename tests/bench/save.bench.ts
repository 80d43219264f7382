import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Highlight } from '#data/model/highlight.ts';
import type { Change } from '#data/model/records.ts';
import { perform, type Request } from '#data/operations/engine.ts';
import { bodyOf, lineOf } from '#data/storage/journal-record.ts';
import { openCase } from '../../electron/storage/open/open-case.ts';
import type { CaseStore } from '../../electron/storage/case-store.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { writeAllThrough } from '../../electron/storage/disk/durable-file.ts';
import { systemPorts } from '../../electron/storage/journal/system-ports.ts';
import type { CaseSize } from './generate-case.ts';
import { caseOf, scratchOf, wantedSizes } from './lib/cases.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import { insertion, lowdbOf, sqliteOf } from './lib/peers.ts';
import { printAgain, printAim, printSkipped, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf, type Summary } from './lib/quantiles.ts';
import type { Sqlite } from './lib/sqlite.ts';
import { Dice } from './lib/words.ts';

/**
 * One acknowledged save of one highlight in a document that is being read: the store, the bare floor,
 * and peers, taking turns save by save so that the noise of the machine meets all of them alike.
 */
const SAVES = 1_000;
/** Saves before those: the first of a session run in code that is not compiled yet, and count apart. */
const FIRST = 100;
const WARM = 1_500;
/** Highlights that are made in a document before the next one is opened. */
const RUN = 20;
/** Bytes of the file that is written into again and again. */
const ROOM = 4 * 1024 * 1024;
/** lowdb rewrites its one file as a whole for each save: few are enough, and long. */
const LOWDB_SAVES = 5;

const STORE = 'store';
const FLOOR = 'floor: append + fdatasync';
/** The store's own way to a quick disk, without the store: what is above it is our checking and chaining. */
const THROUGH = 'the same into room that is there';
/** How the store waits for a disk that has not just been quick: the thread costs it a hop. */
const THREAD = 'append + fdatasync in a thread';
const SQLITE = 'better-sqlite3 WAL FULL';
const EQUAL = 'the same, checked and chained as ours';

/** Saves a highlight that the store saved last, again, in its own way. */
type Rival = (mark: Highlight) => void | Promise<void>;

const task = taskOfChild() as CaseSize | undefined;
if (task) {
  await measure(task);
  answerParent(true);
} else {
  for (const size of wantedSizes()) {
    await caseOf(size);
    await inChild(size);
  }
  printAgain('save');
}

async function measure(size: CaseSize): Promise<void> {
  const folder = scratchOf('save');
  const store = await openCase(await caseOf(size), { author: 'bench' });
  const rivals: Record<string, Rival> = {
    [FLOOR]: floor(join(folder, 'floor.bin'), false),
    [THROUGH]: intoRoom(join(folder, 'floor-room.bin')),
    [THREAD]: floor(join(folder, 'floor-thread.bin'), true),
  };
  const sqlite = await sqliteOf(store.state, folder);
  if ('missing' in sqlite) printSkipped(SQLITE, sqlite.missing);
  else {
    const insert = insertion(sqlite);
    let number = 0;
    rivals[SQLITE] = (mark) => insert({ ...mark, id: `saved-${++number}` });
    rivals[EQUAL] = withEqualWork(store, sqlite);
  }
  const times = await takeTurns(store, rivals);
  const lowdb = await measureLowdb(store, folder);
  tell(size.documents, { ...times, 'lowdb, one file (not synced)': lowdb });
  if ('close' in sqlite) sqlite.close();
  await store.close();
  fs.rmSync(folder, { recursive: true });
}

/** Milliseconds of each save of each rival. Who comes first in a turn changes with every turn. */
async function takeTurns(
  store: CaseStore,
  rivals: Record<string, Rival>,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  const requests = highlights(store);
  let request = requests.next().value;
  let latest = addedBy((await store.perform(request)).changes);
  const savers: [string, () => unknown][] = Object.entries(rivals).map(([name, save]) => [
    name,
    () => save(latest),
  ]);
  savers.push([STORE, async () => (latest = addedBy((await store.perform(request)).changes))]);
  for (let turn = -WARM; turn < SAVES; turn++) {
    savers.push(...savers.splice(0, 1));
    request = requests.next().value;
    for (const [name, save] of savers) {
      const begun = performance.now();
      await save();
      const took = performance.now() - begun;
      if (turn >= 0) (times[name] ??= []).push(took);
      else if (turn < FIRST - WARM) (times[`${name}, first of a session`] ??= []).push(took);
    }
  }
  return times;
}

/** Highlights as they are made: some in one document that is on the screen, then some in the next. */
function* highlights(store: CaseStore): Generator<Request, never> {
  const dice = new Dice(1);
  const documents = [...store.state.all('document')];
  for (;;) {
    const { id } = dice.one(documents);
    const { text } = store.state.text(id);
    for (let mark = 0; mark < RUN; mark++) {
      const start = dice.below(text.length - 20);
      yield { op: 'highlight.add', input: { document: id, start, end: start + 12 } };
    }
  }
}

/** Appends as many bytes as the journal got and waits for the disk: blocking, or in a thread. */
function floor(path: string, inThread: boolean): Rival {
  const file = fs.openSync(path, 'w');
  return async (mark) => {
    fs.writeSync(file, Buffer.alloc(sizeInJournal(mark), 120));
    if (!inThread) return fs.fdatasyncSync(file);
    await new Promise<void>((resolve, reject) => {
      fs.fdatasync(file, (error) => (error ? reject(error) : resolve()));
    });
  };
}

/** Writes through into zeros, as the journal does. */
function intoRoom(path: string): Rival {
  fs.writeFileSync(path, Buffer.alloc(ROOM), { flush: true });
  const file = nodeDisk.open(path, 'edit');
  let position = 0;
  return (mark) => {
    const bytes = Buffer.alloc(sizeInJournal(mark), 120);
    if (position + bytes.length > ROOM) position = 0;
    writeAllThrough(file, bytes, position);
    position += bytes.length;
  };
}

/**
 * better-sqlite3 for the whole job and not only for its last step: the operation checked, its record
 * in a table of the journal with the hash of the one before, the highlight in its own.
 */
function withEqualWork(store: CaseStore, database: Sqlite): Rival {
  database.exec('create table journal (n integer primary key, line text not null)');
  const append = database.prepare('insert into journal values (?, ?)');
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const insert = insertion(database);
  const ports = { ...systemPorts, author: 'bench', changesOf: () => [] };
  let n = 0;
  let prev = '0'.repeat(64);
  return ({ document, start, end }) => {
    const request = { op: 'highlight.add', input: { document, start, end } };
    const { id, op, words, input, changes } = perform(store.state, request, ports);
    const at = systemPorts.now();
    const body = bodyOf({ n: ++n, id, at, by: 'bench', op, words, input, changes, prev });
    prev = createHash('sha256').update(body).digest('hex');
    begin.run();
    append.run(n, lineOf(body, prev));
    insert(addedBy(changes));
    commit.run();
  };
}

/** About what the line of a new highlight weighs: its record, and 450 bytes around it. */
function sizeInJournal(mark: Highlight): number {
  return JSON.stringify(mark).length + 450;
}

/** Milliseconds of each save, or why lowdb could not hold the case. */
async function measureLowdb(store: CaseStore, folder: string): Promise<number[] | string> {
  try {
    const database = await lowdbOf(store.state, folder);
    const mark = database.data.highlights[0];
    const times: number[] = [];
    for (let turn = 0; turn < LOWDB_SAVES && mark; turn++) {
      const begun = performance.now();
      await database.update(
        ({ highlights }) => void highlights.push({ ...mark, id: `new-${turn}` }),
      );
      times.push(performance.now() - begun);
    }
    return times;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function addedBy([change]: readonly Change[]): Highlight {
  if (change?.kind !== 'highlight' || !change.after) throw new Error('no highlight was added');
  return change.after;
}

function tell(documents: number, times: Record<string, number[] | string>): void {
  const rows = [['', 'saves', 'p50 ms', 'p95 ms', 'max ms', 'p50 to floor']];
  const sums = new Map<string, Summary>();
  for (const [name, series] of Object.entries(times)) {
    if (typeof series === 'string') printSkipped(name, series);
    else sums.set(name, summaryOf(series));
  }
  const base = sums.get(FLOOR)?.p50 ?? Number.NaN;
  for (const [name, { count, p50, p95, max }] of sums) {
    rows.push([name, String(count), figure(p50), figure(p95), figure(max), ratio(p50, base)]);
  }
  printTable(`one highlight saved at ${documents.toLocaleString('en')} documents`, rows);
  const store = sums.get(STORE);
  if (!store) return;
  printAim('p50 within 2x of the floor', ratio(store.p50, base), store.p50 <= 2 * base);
  const through = sums.get(THROUGH)?.p50 ?? Number.NaN;
  console.log(
    `  of the store's ${figure(store.p50)} ms the disk takes ${figure(through)} ms; ` +
      `the rest is checking, chaining and applying`,
  );
  printAim('p95 at most 10 ms', `${figure(store.p95)} ms`, store.p95 <= 10);
  const sqlite = sums.get(SQLITE);
  if (!sqlite) return;
  printAim('p50 below better-sqlite3', ratio(store.p50, sqlite.p50), store.p50 < sqlite.p50);
  const equal = sums.get(EQUAL);
  if (!equal) return;
  const against = ratio(store.p50, equal.p50);
  printAim('p50 below better-sqlite3 doing the same work', against, store.p50 < equal.p50);
}
