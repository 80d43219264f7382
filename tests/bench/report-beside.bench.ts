import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../../electron/storage/open/open-case.ts';
import { launchNode } from '../../electron/background/launch-node.ts';
import { Converter } from '../../electron/import/converter.ts';
import { makeReport } from '../../electron/report/make-report.ts';
import { type ReportWish } from '#data/formats/report/renderers/registry.ts';
import { ReportMaker } from '../../electron/report/report-maker.ts';
import { PASSPHRASE, type CaseSize } from './generate-case.ts';
import { caseOf, scratchOf, wantedSizes } from './lib/cases.ts';
import { answerParent, inChild, taskOfChild } from './lib/child.ts';
import { beside, counted, rowOf, series, watchBlocks, type Series } from './lib/edits.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, summaryOf } from './lib/quantiles.ts';

/**
 * How long a save waits while a report of the case is made: highlights are saved one after the other,
 * in peace and beside reports, plain and encrypted. A case of 1,000 documents has 200 actors, one of 10,000
 * has 2,000. Beside it stands how long the thread is taken by making the same report in it.
 */
const IN_PEACE = 300;
/** Milliseconds between two edits, so that the case hardly grows. */
const EVERY = 10;
/** Milliseconds of edits beside a process that counts and does nothing else: what any second process costs. */
const COUNTING = 4_000;
/** Reports that are made one after the other: the first one starts the process. */
const REPORTS = 3;

const root = process.env.WAKHAN_ROOT ?? process.cwd();
const wish: ReportWish = { title: 'Report', generator: 'bench', format: 'html' };

const task = taskOfChild() as CaseSize | undefined;
if (task) {
  await measure(task);
  answerParent(true);
} else {
  for (const size of wantedSizes().flatMap((one) => [one, { ...one, encrypted: true }])) {
    await caseOf(size);
    await inChild(size);
  }
  printAgain('report-beside');
}

async function measure(size: CaseSize): Promise<void> {
  const folder = scratchOf('report');
  const path = await caseOf(size);
  const bare = fs.openSync(join(folder, 'floor.bin'), 'w');
  const store = await openCase(path, {
    author: 'bench',
    secret: { passphrase: PASSPHRASE },
  });
  const documents = [...store.state.all('document')].map(({ id }) => id).slice(0, 20);
  const edited = { store, documents, bare };
  await series(edited, counted(IN_PEACE), EVERY); // warm, not told
  const peace = await series(edited, counted(IN_PEACE), EVERY);
  const launch = launchNode(join(root, 'dist/cli/worker.js'));
  const maker = new ReportMaker(launch, new Converter(launch));
  const { signal } = new AbortController();
  const sizes: number[] = [];
  const make = async (): Promise<void> => {
    for (let time = 0; time < REPORTS; time++) {
      const made = await maker.make({ store, path }, wish, { signal });
      if ('file' in made) sizes.push(made.file.length);
    }
  };
  const busy = await beside(edited, make, EVERY);
  const counting = await beside(edited, countElsewhere, EVERY);
  maker.stop();
  const blocks = await watchBlocks();
  await makeReport(store, wish);
  tell(size, sizes[0] ?? 0, { peace, counting, busy }, await blocks());
  await store.close();
  fs.rmSync(folder, { recursive: true });
}

/** Keeps another process as busy as a report does. */
function countElsewhere(): Promise<unknown> {
  const code = `const end = Date.now() + ${COUNTING}; while (Date.now() < end);`;
  return once(spawn(process.execPath, ['--eval', code]), 'exit');
}

function tell(
  { documents, encrypted }: CaseSize,
  bytes: number,
  { peace, counting, busy }: Record<'peace' | 'counting' | 'busy', Series>,
  inThread: number,
): void {
  const kind = encrypted ? 'an encrypted case' : 'a case';
  printTable(
    `saves beside a report of ${(documents / 5).toLocaleString('en')} actors ` +
      `(${figure(bytes / 1024)} KB) in ${kind} of ${documents.toLocaleString('en')} documents`,
    [
      ['', 'count', 'p50 ms', 'p95 ms', 'longest ms'],
      rowOf('saves in peace', peace.saves),
      rowOf('floor in peace', peace.floor),
      rowOf('saves beside a process that counts', counting.saves),
      rowOf('floor beside it', counting.floor),
      rowOf(`saves beside ${REPORTS} reports (${figure(busy.took)} ms)`, busy.saves),
      rowOf('floor beside them', busy.floor),
    ],
  );
  console.log(`  made in the same thread, a report would hold it for ${figure(inThread)} ms`);
  console.log(
    `  longest block of the thread in peace ${figure(peace.block)} ms, beside counting ` +
      `${figure(counting.block)} ms`,
  );
  const { max } = summaryOf(busy.saves);
  printAim('no save waits longer than 50 ms', `${figure(max)} ms`, max <= 50);
  printAim('no block longer than 50 ms', `${figure(busy.block)} ms`, busy.block <= 50);
}
