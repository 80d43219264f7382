import { rmSync } from 'node:fs';
import { openCase } from '../../electron/storage/open/open-case.ts';
import type { CaseSize } from './generate-case.ts';
import { caseOf, MILLION, scratchOf, wantedSizes } from './lib/cases.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import { lowdbOf, openLowdb, sqliteFile, sqliteOf } from './lib/peers.ts';
import { printAgain, printAim, printSkipped, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { loadSqlite, openSqlite } from './lib/sqlite.ts';

/**
 * Opening a case and its first document, each time in a new process, the peers in turns. The files
 * are in the page cache, as they are when a case is opened again.
 */
const TIMES = 7;

const ways = ['store', 'better-sqlite3', 'lowdb, one file'] as const;
type Way = (typeof ways)[number];

/** One opening: by whom, and where. */
interface Opening {
  way: Way;
  folder: string;
}

/** What one opening took. Times in milliseconds, memory in MB. */
interface Took {
  open: number;
  /** Processor time of that: hardly moved by what else the machine does. */
  work: number;
  /** Text and highlights of one document, after that. */
  read: number;
  /** Resident memory after it, and how much of that came with it. */
  resident: number;
  more: number;
}

const task = taskOfChild() as Opening | undefined;
if (task) answerParent(await measure(task));
else {
  for (const size of [...wantedSizes(), MILLION]) await compare(size);
  printAgain('open');
}

async function compare(size: CaseSize): Promise<void> {
  const folder = await caseOf(size);
  const copies = scratchOf('open');
  const missing = await copy(folder, copies);
  const took = new Map<Way, Took[]>();
  for (let time = 0; time < TIMES; time++) {
    for (const way of ways) {
      if (missing.has(way)) continue;
      const one = await inChild<Took>({ way, folder: way === 'store' ? folder : copies });
      took.set(way, [...(took.get(way) ?? []), one]);
    }
  }
  rmSync(copies, { recursive: true });
  for (const [way, reason] of missing) printSkipped(way, reason);
  tell(size, took);
}

/** The case in the peers' own files. Answers which peers cannot take it, and why. */
async function copy(folder: string, copies: string): Promise<Map<Way, string>> {
  const missing = new Map<Way, string>();
  const { state, ...store } = await openStore(folder);
  const sqlite = await sqliteOf(state, copies);
  if ('missing' in sqlite) missing.set('better-sqlite3', sqlite.missing);
  else sqlite.close();
  try {
    await lowdbOf(state, copies);
  } catch (error) {
    missing.set('lowdb, one file', error instanceof Error ? error.message : String(error));
  }
  await store.close();
  return missing;
}

async function measure({ way, folder }: Opening): Promise<Took> {
  const openers = { store: openStore, 'better-sqlite3': openDatabase, 'lowdb, one file': openFile };
  const open = openers[way];
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const usage = process.cpuUsage();
  const begun = performance.now();
  const opened = await open(folder);
  const middle = performance.now();
  const { user, system } = process.cpuUsage(usage);
  const found = opened.read();
  const end = performance.now();
  if (found === 0) throw new Error('the first document has no highlights');
  globalThis.gc?.();
  const resident = process.memoryUsage.rss();
  await opened.close();
  return {
    open: middle - begun,
    work: (user + system) / 1000,
    read: end - middle,
    resident: resident / 1e6,
    more: (resident - before) / 1e6,
  };
}

async function openStore(folder: string) {
  const store = await openCase(folder, { author: 'bench' });
  const { state } = store;
  const read = (): number => {
    const [first] = state.all('document');
    if (!first) return 0;
    return state.text(first.id).text.length && [...state.highlightsOf(first.id)].length;
  };
  return { state, read, close: () => store.close() };
}

async function openFile(folder: string) {
  const { data } = await openLowdb(folder);
  const read = (): number => {
    const id = data.documents[0]?.id;
    return data.highlights.filter(({ document }) => document === id).length;
  };
  return { read, close: () => undefined };
}

/** Reads the records that stay in memory as well: the window lists them, so the store has them, too. */
async function openDatabase(folder: string) {
  const make = await loadSqlite();
  if ('missing' in make) throw new Error(make.missing);
  const database = openSqlite(make, sqliteFile(folder));
  const rows = database.prepare('select kind, record from resident').all() as Row[];
  const residents = rows.map(({ kind, record }) => ({ kind, record: parsed(record) }));
  const read = (): number => {
    const id = residents.find(({ kind }) => kind === 'document')?.record.id;
    database.prepare('select words from document where id = ?').get(id);
    const marks = database.prepare('select record from highlight where document = ?').all(id);
    return (marks as Row[]).map(({ record }) => parsed(record)).length;
  };
  return { read, close: () => database.close() };
}

interface Row {
  kind: string;
  record: string;
}

function parsed(record: string): { id: string } {
  return JSON.parse(record) as { id: string };
}

function tell({ documents, highlights }: CaseSize, took: ReadonlyMap<Way, Took[]>): void {
  const rows = [
    [
      '',
      'times',
      'open p50 ms',
      'p95',
      'to store',
      'of it CPU',
      'first document p50 ms',
      'RSS MB',
      'of it new',
    ],
  ];
  const sum = (way: Way, what: keyof Took) =>
    summaryOf((took.get(way) ?? []).map((one) => one[what]));
  const base = sum('store', 'open').p50;
  for (const way of took.keys()) {
    const { count, p50, p95 } = sum(way, 'open');
    const [work, read, resident, more] = (['work', 'read', 'resident', 'more'] as const).map(
      (what) => figure(sum(way, what).p50),
    );
    rows.push(
      [
        way,
        String(count),
        figure(p50),
        figure(p95),
        ratio(p50, base),
        work,
        read,
        resident,
        more,
      ].map(String),
    );
  }
  const marks = (documents * highlights).toLocaleString('en');
  printTable(`opening ${documents.toLocaleString('en')} documents, ${marks} highlights`, rows);
  if (documents < 10_000) return;
  const memory = sum('store', 'resident').p50;
  printAim('open at most 100 ms', `${figure(base)} ms`, base <= 100);
  printAim('resident memory at most 400 MB', `${figure(memory)} MB`, memory <= 400);
}
