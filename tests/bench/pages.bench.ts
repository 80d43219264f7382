import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright';
import { generateCase, NEWS } from './generate-case.ts';
import { scratchOf } from './lib/cases.ts';
import { scrollFrames } from './lib/in-page.ts';
import { longPdf } from './lib/pdf.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { documentsOf, quitProgram, startProgram, wordsOf, type Running } from './lib/window.ts';

/**
 * In the real window: how long from the click to the first drawn page of a PDF of 300 pages (the first of a start,
 * and later ones), how long frames are while the wheel scrolls through all of it (a text, and scans), and what
 * memory the program takes before and after. The floor: frames while a page of news is scrolled.
 */
const PAGES = 300;
const LATER = 4;
const TURNS = 400;

const scratch = scratchOf('pages');
const folder = join(scratch, 'reading.case');
await generateCase(folder, { documents: 1, ...NEWS });
mkdirSync(join(scratch, 'user'));
writeFileSync(join(scratch, 'text.pdf'), longPdf(0));
writeFileSync(join(scratch, 'scans.pdf'), await scansPdf());
const program = await startProgram(join(scratch, 'user'), folder);
const told = { cold: 0, warm: [] as number[], floor: [] as number[] };
const rows: { name: string; frames: number[]; memory: number; canvases: number }[] = [];
try {
  const { page } = program;
  await wordsOf(page).first().waitFor();
  await page.keyboard.press('Control+1');
  await page.mouse.move(500, 500);
  told.floor.push(...(await scrollFrames(page, 100)));
  const titles: string[] = [];
  for (const name of ['text.pdf', 'scans.pdf']) titles.push(await bring(program, name));
  const [text = '', scans = ''] = titles;
  const before = await memoryOf(program);
  await open(page, text);
  told.cold = await drawnAfter(page, () => page.keyboard.press('Alt+Shift+P'));
  for (let time = 0; time < LATER; time++) {
    told.warm.push(await drawnAfter(page, () => open(page, time % 2 === 0 ? scans : text)));
  }
  for (const [name, at] of [
    ['scans', scans],
    ['text', text],
  ] as const) {
    await drawnAfter(page, () => open(page, at));
    await page.mouse.move(700, 500);
    const frames = await scrollFrames(page, TURNS);
    const canvases = await page.locator('.sheet canvas').count();
    rows.push({ name, frames, memory: (await memoryOf(program)) - before, canvases });
  }
} finally {
  await quitProgram(program);
}
rmSync(scratch, { recursive: true });
tell();

/** Pages of grey noise with bars for lines, as JPEG at 150 dpi. */
async function scansPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let number = 0; number < PAGES; number++) {
    const canvas = createCanvas(1240, 1754);
    const context = canvas.getContext('2d');
    context.fillStyle = '#f4f1ea';
    context.fillRect(0, 0, 1240, 1754);
    context.fillStyle = '#333';
    for (let line = 0; line < 40; line++) {
      for (let word = 0; word < 9; word++) {
        const width = 50 + ((line * 31 + word * 17 + number * 7) % 60);
        context.fillRect(120 + word * 115, 120 + line * 38, width, 16);
      }
    }
    const picture = await document.embedJpg(canvas.toBuffer('image/jpeg', 80));
    document.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
  }
  return document.save();
}

/** Imports a file; answers how its line in the list begins. */
async function bring({ app, page }: Running, name: string): Promise<string> {
  await app.evaluate(
    ({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    },
    join(scratch, name),
  );
  const before = await documentsOf(page).allInnerTexts();
  await page.keyboard.press('Control+i');
  await documentsOf(page).nth(before.length).waitFor({ timeout: 120_000 });
  const now = await documentsOf(page).allInnerTexts();
  const line = now.find((one) => !before.includes(one)) ?? '';
  return line.split('\n')[1] ?? line;
}

async function open(page: Page, line: string): Promise<void> {
  await documentsOf(page).filter({ hasText: line }).click();
}

/** Milliseconds until a first page is drawn that was not there before. */
async function drawnAfter(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    for (const old of document.querySelectorAll<HTMLElement>('.sheet canvas')) old.id = 'before';
  });
  const start = performance.now();
  await act();
  await page.locator('.sheet canvas[data-drawn=true]:not(#before)').first().waitFor();
  return performance.now() - start;
}

/** Working sets of all processes of the program, in MB. */
function memoryOf({ app }: Running): Promise<number> {
  return app.evaluate(({ app: running }) =>
    running.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );
}

function tell(): void {
  const base = summaryOf(told.floor).p50;
  printTable('frames while scrolling 300 pages', [
    ['', 'frames', 'p50 ms', 'p95 ms', 'max ms', 'p50 to floor', 'MB more', 'pages kept'],
    ...[{ name: 'a page of news', frames: told.floor, memory: 0, canvases: 0 }, ...rows].map(
      ({ name, frames, memory, canvases }) => {
        const { count, p50, p95, max } = summaryOf(frames);
        const cells = [String(count), figure(p50), figure(p95), figure(max), ratio(p50, base)];
        return [name, ...cells, figure(memory), String(canvases)];
      },
    ),
  ]);
  printAim('first page, cold, in 1 s', `${figure(told.cold)} ms`, told.cold <= 1000);
  const warm = summaryOf(told.warm);
  const warmWords = `p50 ${figure(warm.p50)} ms, max ${figure(warm.max)} ms`;
  printAim('first page, warm, in 500 ms', warmWords, warm.max <= 500);
  const [scans, text] = rows.map(({ frames }) => summaryOf(frames).max);
  printAim('no frame over 50 ms on text', `${figure(text ?? 0)} ms`, (text ?? 0) <= 50);
  printAim('no frame over 100 ms on scans', `${figure(scans ?? 0)} ms`, (scans ?? 0) <= 100);
  printAgain('pages');
}
