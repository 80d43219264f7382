import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { NEWS } from './generate-case.ts';
import { caseOf, scratchOf } from './lib/cases.ts';
import { plainWords } from './lib/in-page.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio } from './lib/quantiles.ts';
import { documentsOf, quitProgram, startProgram, wordsOf } from './lib/window.ts';

/**
 * All other occurrences in 10,000 documents, in the real window: a word of few places and one of many,
 * beside reading the same texts and looking for the word in them; then tagging the places of the second.
 * What stands still is the longest time that the thread of the window, or of the main process, answers
 * nobody.
 */
interface Look {
  name: string;
  places: number;
  took: number;
  window: number;
  main: number;
}

const folder = await caseOf({ documents: 10_000, ...NEWS });
const scratch = scratchOf('occurrences');
mkdirSync(join(scratch, 'user'));
const program = await startProgram(join(scratch, 'user'), folder);
const looks: Look[] = [];
try {
  await measure(program);
} finally {
  await quitProgram(program);
}
rmSync(scratch, { recursive: true });
tell();

async function measure({ app, page }: { app: ElectronApplication; page: Page }): Promise<void> {
  await documentsOf(page).first().click();
  await wordsOf(page).first().waitFor();
  await quiet(page);
  const seen = new Map<string, { x: number; y: number }>();
  for (const place of await plainWords(page)) {
    const x = (place.from.x + place.to.x) / 2;
    seen.set(await wordAt(page, x, place.from.y), { x, y: place.from.y });
  }
  const counts = countsOf([...seen.keys()]);
  const byCount = [...seen.keys()].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  for (const [name, word] of [
    ['a word of few places', byCount[0]],
    ['a word of many', byCount.at(-1)],
  ] as const) {
    const place = seen.get(word ?? '');
    if (!place || word === undefined) throw new Error('no words are in view');
    looks.push(await look(name, word, place));
  }
  looks.push(
    await timed(app, page, 'tagging the places of the second', async () => {
      await page.getByRole('button', { name: /^Tag [\d,]+/ }).click();
      await page.getByText(/occurrences tagged as/).waitFor();
      return Number(
        /[\d,]+/
          .exec(await page.getByText(/occurrences tagged as/).innerText())?.[0]
          ?.replaceAll(',', ''),
      );
    }),
  );

  async function look(name: string, word: string, at: { x: number; y: number }): Promise<Look> {
    const floor = await floorOf(word);
    looks.push({ name: `floor of ${name}: read and look`, ...floor, window: 0, main: 0 });
    const bar = page.getByRole('group', { name: 'Tag the selected words' });
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    await page.mouse.dblclick(at.x, at.y);
    await bar.waitFor();
    await page.keyboard.press('Alt+a');
    await page.keyboard.press('1');
    const preview = bar.getByRole('group', { name: 'All other occurrences' });
    await preview.waitFor();
    const everywhere = preview.getByRole('checkbox', { name: 'In all documents' });
    return timed(app, page, name, async () => {
      await everywhere.check();
      await page.waitForFunction(() => {
        const shown = document.querySelector('.spread');
        return shown !== null && !/ read\)|Looking/.test(shown.textContent);
      });
      const words = (await preview.getByRole('status').innerText()).replaceAll(',', '');
      return Number(/\d+/.exec(words)?.[0] ?? 0);
    });
  }
}

/** Waits until the window has nothing to do: the network of a new case is laid out beside. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const second = () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        let last = begun;
        let longest = 0;
        const timer = setInterval(() => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (now - begun < 2_000) return;
          clearInterval(timer);
          resolve(longest);
        }, 5);
      });
    while ((await second()) > 60);
  });
}

/** Does something and watches both threads meanwhile. */
async function timed(
  app: ElectronApplication,
  page: Page,
  name: string,
  work: () => Promise<number>,
): Promise<Look> {
  await app.evaluate(() => {
    const state = { longest: 0, last: performance.now() };
    const timer = setInterval(() => {
      state.longest = Math.max(state.longest, performance.now() - state.last);
      state.last = performance.now();
    }, 1);
    Object.assign(globalThis, { watched: () => (clearInterval(timer), state.longest) });
  });
  const watching = await page.evaluateHandle(() => {
    const state = { longest: 0, last: performance.now(), running: true };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      state.longest = Math.max(state.longest, performance.now() - state.last);
      state.last = performance.now();
      if (state.running) port2.postMessage(null);
    };
    port2.postMessage(null);
    return state;
  });
  const before = performance.now();
  const places = await work();
  const took = performance.now() - before;
  const window = await watching.evaluate((state) => ((state.running = false), state.longest));
  const main = await app.evaluate(() =>
    (globalThis as unknown as { watched: () => number }).watched(),
  );
  return { name, places, took, window, main };
}

function wordAt(page: Page, x: number, y: number): Promise<string> {
  return page.evaluate(
    ([left, top]) => {
      const range = document.caretRangeFromPoint(left ?? 0, top ?? 0);
      const text = range?.startContainer.textContent ?? '';
      const at = range?.startOffset ?? 0;
      const before = /[a-z]*$/.exec(text.slice(0, at))?.[0] ?? '';
      return before + (/^[a-z]*/.exec(text.slice(at))?.[0] ?? '');
    },
    [x, y],
  );
}

function* textsOf(): Generator<string> {
  const texts = join(folder, 'texts');
  for (const name of readdirSync(texts)) {
    yield (JSON.parse(readFileSync(join(texts, name), 'utf8')) as { text: string }).text;
  }
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map(words.map((word) => [word, 0]));
  for (const text of textsOf()) {
    for (const [found] of text.matchAll(/[a-z]{6,}/g)) {
      const count = counts.get(found);
      if (count !== undefined) counts.set(found, count + 1);
    }
  }
  return counts;
}

/** Reads every text from its file and looks for a word in it, without its letters, and stops nowhere. */
function floorOf(word: string): Promise<{ places: number; took: number }> {
  const before = performance.now();
  let places = 0;
  for (const text of textsOf()) {
    const small = text.toLowerCase();
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1)) places++;
  }
  return Promise.resolve({ places, took: performance.now() - before });
}

function tell(): void {
  const [floor, few, floorOfMany, many, tagged] = looks;
  if (!floor || !few || !floorOfMany || !many || !tagged)
    throw new Error('something was not measured');
  printTable('all other occurrences in 10,000 documents', [
    ['', 'places', 'ms', 'to floor', 'window stands, ms', 'main stands, ms'],
    ...looks.map((one) => {
      const base = one === few || one === floor ? floor : floorOfMany;
      return [
        one.name,
        String(one.places),
        figure(one.took),
        ratio(one.took, base.took),
        figure(one.window),
        figure(one.main),
      ];
    }),
  ]);
  printAim(
    'few places: at most 2x the floor',
    ratio(few.took, floor.took),
    few.took <= 2 * floor.took,
  );
  printAim(
    'many places: at most 2x the floor',
    ratio(many.took, floorOfMany.took),
    many.took <= 2 * floorOfMany.took,
  );
  const stalls = [few, many].map(({ window, main }) => Math.max(window, main));
  printAim(
    'no stall over 50 ms while looking',
    `${figure(Math.max(...stalls))} ms`,
    Math.max(...stalls) <= 50,
  );
  const stall = Math.max(tagged.window, tagged.main);
  printAim('no stall over 100 ms while tagging', `${figure(stall)} ms`, stall <= 100);
  printAgain('occurrences');
}
