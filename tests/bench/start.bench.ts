import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BARE_LINE, bareApp } from './lib/bare-app.ts';
import { caseOf, scratchOf, usualSizes } from './lib/cases.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import {
  appFolder,
  documentsOf,
  electronPath,
  environment,
  quitProgram,
  startProgram,
  switches,
  wordsOf,
} from './lib/window.ts';

/**
 * From starting the process to words that can be read, beside a bare Electron window with one line of
 * text, in turns. Nothing drives the window while it is measured: a module given to Electron with `-r`
 * watches the page and ends the program. User data are kept from start to start, so each shows the
 * document that was open before, as an analyst's next morning does.
 */
const TIMES = 9;
/** Milliseconds after which a start has failed. */
const PATIENCE = 60_000;

/** What stands for a page that can be used, as a selector. */
const READABLE = '.reader [role=document] [data-start]';

interface Start {
  name: string;
  folder: string;
  args: string[];
  userData: string;
  ready: string;
}

const scratch = scratchOf('start');
const largest = usualSizes.at(-1) ?? { documents: 0, highlights: 0, length: 0 };
const starts = [
  bareStart(),
  await programStart('the program, sample case'),
  await programStart(
    `the program, ${largest.documents.toLocaleString('en')} documents`,
    await caseOf(largest),
  ),
];
const took = new Map(starts.map(({ name }) => [name, [] as number[]]));
for (let time = -1; time < TIMES; time++) {
  for (const start of starts) {
    const milliseconds = await measure(start);
    if (time >= 0) took.get(start.name)?.push(milliseconds);
  }
}
rmSync(scratch, { recursive: true });
tell();

function bareStart(): Start {
  const folder = bareApp(join(scratch, 'bare'));
  const userData = join(scratch, 'bare-user');
  mkdirSync(userData);
  return { name: 'bare Electron window', folder, args: [], userData, ready: BARE_LINE };
}

/** Opens the case once and its first document, so that both are there at the next start. */
async function programStart(name: string, ...args: string[]): Promise<Start> {
  const userData = join(scratch, `user-${args.length}`);
  mkdirSync(userData);
  const program = await startProgram(userData, ...args);
  await documentsOf(program.page).first().click();
  await wordsOf(program.page).first().waitFor();
  await quitProgram(program);
  return { name, folder: appFolder, args, userData, ready: READABLE };
}

/** Milliseconds from the start of the process to the frame in which the page is ready. */
async function measure({ name, folder, args, userData, ready }: Start): Promise<number> {
  const probe = join(scratch, 'probe.cjs');
  writeFileSync(probe, probeOf(ready));
  const begun = Date.now();
  const child = spawn(electronPath(), [...switches, '-r', probe, folder, ...args], {
    env: environment(userData),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const end = await new Promise<number | string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  clearTimeout(patience);
  const painted = /ready (\d+)/.exec(output)?.[1];
  if (painted === undefined) throw new Error(`${name} ended with ${String(end)} and no page`);
  return Number(painted) - begun;
}

/** Waits in the page for an element that is laid out in view, then for the frame that shows it. */
function probeOf(selector: string): string {
  const inPage = `new Promise((resolve) => {
    const look = () => {
      const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
      if (box && box.height > 0 && box.top < innerHeight) requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
      else requestAnimationFrame(look);
    };
    look();
  })`;
  return `const { app } = require('electron');
    app.on('browser-window-created', (_event, window) => {
      window.webContents.executeJavaScript(${JSON.stringify(inPage)}).then((at) => {
        process.stdout.write('ready ' + at + '\\n');
        window.close();
        app.quit();
      });
    });`;
}

function tell(): void {
  const sums = [...took].map(([name, series]) => ({ name, ...summaryOf(series) }));
  const [bare, sample, large] = sums;
  if (!bare || !sample || !large) return;
  printTable('from the start of the process to readable words', [
    ['', 'times', 'p50 ms', 'p95 ms', 'to bare'],
    ...sums.map(({ name, count, p50, p95 }) => [
      name,
      String(count),
      figure(p50),
      figure(p95),
      ratio(p50, bare.p50),
    ]),
  ]);
  printAim(
    'sample case within 2x of bare',
    ratio(sample.p50, bare.p50),
    sample.p50 <= 2 * bare.p50,
  );
  const more = large.p50 - bare.p50;
  printAim(
    '10,000 documents at most 1 s after a bare window would be there',
    `${figure(more)} ms (${figure(large.p50)} ms from the start of the process)`,
    more <= 1_000,
  );
  printAgain('start');
}
