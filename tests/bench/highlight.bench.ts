import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCase } from '../../electron/storage/open/open-case.ts';
import { generateCase, NEWS } from './generate-case.ts';
import { scratchOf } from './lib/cases.ts';
import { scrollFrames, tookOf, watch } from './lib/in-page.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio, summaryOf } from './lib/quantiles.ts';
import { tagWords } from './lib/tag-words.ts';
import { documentsOf, quitProgram, startProgram, wordsOf, type Running } from './lib/window.ts';
import { Dice } from './lib/words.ts';

/**
 * In the real window, on a page of news (6 KB, 40 highlights) and on a text of 5 MB with 10,000: from
 * the key that tags selected words to the frame that shows the highlight, durable by then; opening
 * the text by a click in the list; frames while the wheel scrolls it.
 */
const LONG = { documents: 1, highlights: 10_000, length: 5_000_000 };
const KEYS = 60;
const OPENINGS = 15;
/** Turns of the wheel. */
const TURNS = 120;

interface Text {
  name: string;
  title: string;
  opening: number[];
  keys: number[];
  /** As {@link keys}, for a key that the program has no use for. */
  idle: number[];
  frames: number[];
}

const scratch = scratchOf('highlight');
const folder = join(scratch, 'reading.case');
await generateCase(folder, { documents: 1, ...NEWS }, LONG);
const texts = await textsOf(folder);
mkdirSync(join(scratch, 'user'));
const program = await startProgram(join(scratch, 'user'), folder);
try {
  await measure(program);
} finally {
  await quitProgram(program);
}
rmSync(scratch, { recursive: true });
tell();

async function textsOf(path: string): Promise<Text[]> {
  const store = await openCase(path, { author: 'bench', readOnly: true });
  const titles = [...store.state.all('document')].map(({ title }) => title);
  await store.close();
  return ['a page of news', '5 MB, 10,000 highlights'].map((name, at) => ({
    name,
    title: titles[at] ?? '',
    opening: [],
    keys: [],
    idle: [],
    frames: [],
  }));
}

async function measure({ page }: Running): Promise<void> {
  await documentsOf(page).first().waitFor();
  for (let time = -2; time < OPENINGS; time++) {
    for (const text of texts) {
      const took = await openText(text);
      if (time >= 0 && took !== undefined) text.opening.push(took);
    }
  }
  for (const text of texts) {
    await openText(text);
    await pressKeys(text);
    await page.mouse.move(700, 500);
    text.frames = await scrollFrames(page, TURNS);
  }

  /** Undefined when the text is open already, as the first one is at the start. */
  async function openText({ title }: Text): Promise<number | undefined> {
    if (await page.getByRole('document', { name: `Text of ${title}` }).isVisible())
      return undefined;
    const watching = await watch(page, { event: 'click', sight: 'words', title });
    await documentsOf(page).filter({ hasText: title }).click();
    const took = await tookOf(watching);
    await wordsOf(page).first().waitFor();
    return took;
  }

  /** Tags words again and again, after a key that changes nothing. */
  async function pressKeys(text: Text): Promise<void> {
    const dice = new Dice(9);
    for (let time = -10; time < KEYS; time++) {
      const idle = await watch(page, { event: 'keydown', sight: 'nothing' });
      await page.keyboard.press('F9');
      if (time >= 0) text.idle.push(await tookOf(idle));
      const took = await tagWords(page, dice);
      if (time >= 0) text.keys.push(took);
    }
  }
}

function tell(): void {
  const row = (name: string, series: readonly number[], base: number): string[] => {
    const { count, p50, p95, max } = summaryOf(series);
    return [name, String(count), figure(p50), figure(p95), figure(max), ratio(p50, base)];
  };
  const heading = (base: string) => ['', 'times', 'p50 ms', 'p95 ms', 'max ms', `p50 to ${base}`];
  const idle = texts.flatMap((text) => text.idle);
  printTable('from the key to the painted, saved highlight', [
    heading('floor'),
    row('floor: a key that changes nothing', idle, summaryOf(idle).p50),
    ...texts.map(({ name, keys }) => row(name, keys, summaryOf(idle).p50)),
  ]);
  for (const { name, keys } of texts) {
    const { p95 } = summaryOf(keys);
    printAim(`${name}: p95 at most 50 ms`, `${figure(p95)} ms`, p95 <= 50);
  }
  const news = (what: 'opening' | 'frames'): number => summaryOf(texts[0]?.[what] ?? []).p50;
  printTable('from the click to the words of the text', [
    heading('news'),
    ...texts.map(({ name, opening }) => row(name, opening, news('opening'))),
  ]);
  printTable('frames while scrolling', [
    heading('news'),
    ...texts.map(({ name, frames }) => row(name, frames, news('frames'))),
  ]);
  printAgain('highlight');
}
