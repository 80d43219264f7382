import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BARE_LINE, bareApp } from './lib/bare-app.ts';
import type { CaseSize } from './generate-case.ts';
import { caseOf, scratchOf, usualSizes } from './lib/cases.ts';
import { memoryOf, quiet, type Memory } from './lib/memory.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { tagWords } from './lib/tag-words.ts';
import {
  documentsOf,
  quitProgram,
  startApp,
  startProgram,
  wordsOf,
  type Running,
} from './lib/window.ts';
import { Dice } from './lib/words.ts';

/**
 * Memory of the main process with the case open, a document on the screen and the network drawn, and
 * again after some use: beside a bare Electron window and beside a small case, in turns. Read when
 * the process has been quiet for longer than the store waits with its snapshots.
 */
const TIMES = 2;
/** Most MB that may be resident at the largest case. */
const AIM = 400;
/** Seconds. */
const QUIET = 12;
/** What the use is. */
const USE = { documents: 200, tags: 5, actors: 50 };

/** Memory by moment, a series each. */
const moments = new Map<string, Memory[]>();
const scratch = scratchOf('memory');
const bare = bareApp(join(scratch, 'bare'));
const sizes = [usualSizes.at(0), usualSizes.at(-1)].filter((size) => size !== undefined);
const nameOf = ({ documents }: CaseSize): string => `${documents.toLocaleString('en')} documents`;
const largest = sizes.map(nameOf).at(-1) ?? '';
const paths = new Map<string, string>();
for (const size of sizes) paths.set(nameOf(size), await caseOf(size));

for (let time = 0; time < TIMES; time++) {
  await measureBare(time);
  for (const [name, path] of paths) await measureCase(name, path, time);
}
rmSync(scratch, { recursive: true });
tell();

async function measureBare(time: number): Promise<void> {
  const program = await startApp(bare, userData(`bare-${time}`));
  await program.page.locator(BARE_LINE).waitFor();
  await quiet(program, QUIET);
  await note('bare Electron window', program);
  await quitProgram(program);
}

async function measureCase(name: string, path: string, time: number): Promise<void> {
  const program = await startProgram(userData(`${name}-${time}`), path);
  try {
    await documentsOf(program.page).first().click();
    await wordsOf(program.page).first().waitFor();
    await drawn(program);
    await quiet(program, QUIET);
    await note(`${name}, network shown`, program);
    await read(program);
    await tag(program);
    await walk(program);
    await quiet(program, QUIET);
    await note(`${name}, after use`, program);
  } finally {
    await quitProgram(program);
  }
}

function userData(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  return folder;
}

async function note(moment: string, program: Running): Promise<void> {
  moments.set(moment, [...(moments.get(moment) ?? []), await memoryOf(program)]);
}

/** Waits until the network has its layout and something of it is on its canvas. */
async function drawn({ page }: Running): Promise<void> {
  const network = page.getByRole('region', { name: 'Network' });
  await network.getByRole('progressbar').waitFor({ state: 'hidden' });
  await network
    .getByRole('status')
    .getByText(/[1-9]\d* relation/)
    .waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.network canvas')].some((canvas) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
      return pixels?.data.some((value) => value !== 0);
    }),
  );
}

/** Opens document after document with the keys of the list. */
async function read({ page }: Running): Promise<void> {
  const list = page.getByRole('tabpanel').getByRole('listbox');
  await list.focus();
  for (let turn = 0; turn < USE.documents; turn++) {
    const step = (turn / 99) % 2 < 1 ? 'ArrowDown' : 'ArrowUp'; // the small case has 100
    await page.keyboard.press(step);
    await page.keyboard.press('Enter');
    const chosen = list.getByRole('option', { selected: true }).locator('bdi').first();
    const title = (await chosen.getAttribute('title')) ?? '';
    await page.getByRole('document', { name: `Text of ${title}`, exact: true }).waitFor();
  }
}

/** Tags words, and takes that back. */
async function tag({ page }: Running): Promise<void> {
  const dice = new Dice(9);
  for (let turn = 0; turn < USE.tags; turn++) await tagWords(page, dice);
  for (let turn = 0; turn < USE.tags; turn++) await page.keyboard.press('Control+z');
}

/** Walks from actor to actor in the network: each shows its mentions in the inspector. */
async function walk({ page }: Running): Promise<void> {
  const network = page.getByRole('region', { name: 'Network' });
  await network.getByRole('button', { name: 'Actors as a list' }).click();
  // By class: to find a thousand rows by their role takes half a minute.
  const actors = page.locator('.network .list button');
  await actors.first().waitFor();
  const most = Math.min(USE.actors, await actors.count());
  for (let turn = 0; turn < most; turn++) {
    await actors.nth(turn).click();
    await page.locator('.inspector h4').first().waitFor();
  }
}

function tell(): void {
  const floor = summaryOf(moments.get('bare Electron window')?.map(residentOf) ?? []).p50;
  printTable('memory of the main process, MB', [
    [
      '',
      'times',
      'RSS p50',
      'RSS max',
      'to bare',
      'PSS',
      'peak RSS',
      'heap used',
      'heap',
      'external',
    ],
    ...[...moments].map(([moment, series]) => rowOf(moment, series, floor)),
  ]);
  for (const moment of ['network shown', 'after use']) {
    const series = moments.get(`${largest}, ${moment}`) ?? [];
    const { max } = summaryOf(series.map(residentOf));
    printAim(
      `main process at most ${AIM} MB resident, ${largest}, ${moment}`,
      `${figure(max)} MB at most in ${series.length} starts`,
      max <= AIM,
    );
  }
  printAgain('memory');
}

function residentOf({ resident }: Memory): number {
  return resident;
}

function rowOf(moment: string, series: readonly Memory[], floor: number): string[] {
  const { count, p50, max } = summaryOf(series.map(residentOf));
  const middle = (what: keyof Memory): string => {
    const values = series.map((memory) => memory[what]).filter((value) => value !== undefined);
    return values.length ? figure(summaryOf(values).p50) : '–';
  };
  const others = (['share', 'peak', 'heapUsed', 'heapTotal', 'external'] as const).map(middle);
  return [moment, String(count), figure(p50), figure(max), ratio(p50, floor), ...others];
}
