import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { generateCase, NEWS } from './generate-case.ts';
import { scratchOf } from './lib/cases.ts';
import { scrollFrames } from './lib/in-page.ts';
import { longPdf } from './lib/pdf.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { documentsOf, quitProgram, startProgram, wordsOf, type Running } from './lib/window.ts';

/**
 * In the real window: how long frames are while the wheel scrolls a page of news and a PDF of 300 pages is
 * read beside it, until its document stands in the list; and the same in peace.
 */
const TIMES = 3;
/** Turns of the wheel between two looks whether the document is there. */
const TURNS = 20;
const AIM = 100;
const LONGEST_WAIT = 120_000;

const scratch = scratchOf('import-beside');
const folder = join(scratch, 'reading.case');
await generateCase(folder, { documents: 1, ...NEWS });
const [peace, beside, took]: [number[], number[], number[]] = [[], [], []];
mkdirSync(join(scratch, 'user'));
const program = await startProgram(join(scratch, 'user'), folder);
try {
  await wordsOf(program.page).first().waitFor();
  await program.page.mouse.move(700, 500);
  await scrollFrames(program.page, TURNS);
  for (let time = 0; time < TIMES; time++) {
    peace.push(...(await scrollFrames(program.page, 5 * TURNS)));
    await importOne(program, time);
  }
} finally {
  await quitProgram(program);
}
rmSync(scratch, { recursive: true });
tell();

async function importOne({ app, page }: Running, time: number): Promise<void> {
  const path = join(scratch, `long ${time}.pdf`);
  writeFileSync(path, longPdf(time));
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
  const before = await documentsOf(page).count();
  await page.keyboard.press('Control+i');
  const start = performance.now();
  while ((await documentsOf(page).count()) === before) {
    beside.push(...(await scrollFrames(page, TURNS)));
    if (performance.now() - start > LONGEST_WAIT) throw new Error('the PDF did not come in');
  }
  took.push(performance.now() - start);
  await backToNews(page);
}

async function backToNews(page: Page): Promise<void> {
  await documentsOf(page).first().click();
  await wordsOf(page).first().waitFor();
  await page.mouse.move(700, 500);
}

function tell(): void {
  const base = summaryOf(peace).p50;
  const row = (name: string, series: readonly number[]): string[] => {
    const { count, p50, p95, max } = summaryOf(series);
    return [name, String(count), figure(p50), figure(p95), figure(max), ratio(p50, base)];
  };
  printTable('frames while scrolling', [
    ['', 'frames', 'p50 ms', 'p95 ms', 'max ms', 'p50 to peace'],
    row('in peace', peace),
    row('while a PDF of 300 pages is read', beside),
  ]);
  const { max } = summaryOf(beside);
  printAim(`no frame over ${AIM} ms meanwhile`, `${figure(max)} ms`, max <= AIM);
  const whole = summaryOf(took).max;
  printAim('the PDF is in the case in 15 s', `${figure(whole / 1000)} s`, whole <= 15_000);
  printAgain('import-beside');
}
