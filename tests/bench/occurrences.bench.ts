import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { NEWS } from './generate-case.ts';
import { caseOf, scratchOf } from './lib/cases.ts';
import { plainWords, type WordPlace } from './lib/in-page.ts';
import { printAgain, printAim, printTable } from './lib/print.ts';
import { figure, ratio } from './lib/quantiles.ts';
import { documentsOf, quitProgram, startProgram, wordsOf } from './lib/window.ts';

/**
 * All other occurrences in 10,000 documents, in the real window: a word of few places and one of many,
 * beside reading the same texts and looking for the word in them; then tagging the places of the second.
 * What stands still is the longest time that the thread of the window, or of the main process, answers
 * nobody.
 */
const FLOOR = 'read and look: ';

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
  const places = await plainWords(page);
  const words: { text: string; place: WordPlace }[] = [];
  for (const place of places) {
    const text = await wordAt(page, (place.from.x + place.to.x) / 2, place.from.y);
    if (/^[a-z]{6,}$/.test(text)) words.push({ text, place });
  }
  const counts = countsOf(words.map(({ text }) => text));
  const countOf = ({ text }: { text: string }): number => counts.get(text) ?? 0;
  const byCount = [...words].sort((a, b) => countOf(a) - countOf(b));
  for (const [name, wanted] of [
    ['a rare name', pairOf(words)],
    ['a word of a third of the texts', byCount[0]],
    ['a word of many', byCount.at(-1)],
  ] as const) {
    if (!wanted) throw new Error('no words are in view');
    looks.push(await look(name, wanted.text, wanted.place));
  }
  looks.push(
    await timed(app, page, 'tagging the places of the last', async () => {
      await page.getByRole('button', { name: /^Tag [\d,]+/ }).click();
      await page.getByText(/occurrences tagged as/).waitFor();
      return Number(
        /[\d,]+/
          .exec(await page.getByText(/occurrences tagged as/).innerText())?.[0]
          ?.replaceAll(',', ''),
      );
    }),
  );

  async function look(name: string, word: string, { from, to }: WordPlace): Promise<Look> {
    const floor = await floorOf(app, word);
    looks.push({ name: FLOOR + name, ...floor, window: 0, main: 0 });
    const bar = page.getByRole('group', { name: 'Tag the selected words' });
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'hidden' });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await page.mouse.up();
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
    }, 4);
    Object.assign(globalThis, { watched: () => (clearInterval(timer), state.longest) });
  });
  const watching = await page.evaluateHandle(() => {
    const state = { longest: 0, last: performance.now(), timer: 0 as unknown };
    state.timer = setInterval(() => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
    }, 4);
    return state;
  });
  const before = performance.now();
  const places = await work();
  const took = performance.now() - before;
  const window = await watching.evaluate(
    (state) => (clearInterval(state.timer as number), state.longest),
  );
  const main = await app.evaluate(() =>
    (globalThis as unknown as { watched: () => number }).watched(),
  );
  return { name, places, took, window, main };
}

/** Two words beside each other: hardly any text has both. */
function pairOf(
  words: readonly { text: string; place: WordPlace }[],
): { text: string; place: WordPlace } | undefined {
  for (const [at, { text, place }] of words.entries()) {
    const next = words[at + 1];
    if (!next || next.place.from.y !== place.from.y) continue;
    if (next.place.from.x - place.to.x > 14) continue;
    const whole = { from: place.from, to: next.place.to };
    return { text: `${text} ${next.text}`, place: whole };
  }
  return undefined;
}

function wordAt(page: Page, x: number, y: number): Promise<string> {
  return page.evaluate(
    ([left, top]) => {
      const range = document.caretRangeFromPoint(left ?? 0, top ?? 0);
      const text = range?.startContainer.textContent ?? '';
      const at = range?.startOffset ?? 0;
      const before = /[A-Za-z]*$/.exec(text.slice(0, at))?.[0] ?? '';
      return before + (/^[A-Za-z]*/.exec(text.slice(at))?.[0] ?? '');
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
    for (const [found] of text.matchAll(/[A-Za-z]+/g)) {
      const count = counts.get(found);
      if (count !== undefined) counts.set(found, count + 1);
    }
  }
  return counts;
}

/**
 * In the program's own main process: reads every text from its file and looks for a word in it, in small
 * letters, and stops nowhere. It checks no hash, and hears nobody meanwhile.
 */
function floorOf(
  app: ElectronApplication,
  word: string,
): Promise<{ places: number; took: number }> {
  return app.evaluate(
    (_electron, { texts, wanted }) => {
      const fs = process.getBuiltinModule('node:fs');
      const before = performance.now();
      let places = 0;
      for (const name of fs.readdirSync(texts)) {
        const file = fs.readFileSync(`${texts}/${name}`, 'utf8');
        const small = (JSON.parse(file) as { text: string }).text.toLowerCase();
        for (let at = small.indexOf(wanted); at >= 0; at = small.indexOf(wanted, at + 1)) places++;
      }
      return { places, took: performance.now() - before };
    },
    { texts: join(folder, 'texts'), wanted: word },
  );
}

function tell(): void {
  const floors = looks.filter(({ name }) => name.startsWith(FLOOR));
  const searches = looks.filter(({ name }) => !name.startsWith(FLOOR)).slice(0, -1);
  const tagged = looks.at(-1);
  if (!tagged) throw new Error('nothing was measured');
  printTable('all other occurrences in 10,000 documents', [
    ['', 'places', 'ms', 'to its floor', 'window stands, ms', 'main stands, ms'],
    ...looks.map(({ name, places, took, window, main }) => {
      const base = floors.find((one) => one.name === FLOOR + name)?.took ?? took;
      const stands = window + main === 0 ? ['–', '–'] : [figure(window), figure(main)];
      return [name, String(places), figure(took), ratio(took, base), ...stands];
    }),
  ]);
  for (const [at, { name, took }] of searches.entries()) {
    const base = floors[at]?.took ?? 0;
    printAim(`${name}: at most 2x the floor`, ratio(took, base), took <= 2 * base);
  }
  const longest = Math.max(...searches.flatMap(({ window, main }) => [window, main]));
  printAim('no stall over 50 ms while looking', `${figure(longest)} ms`, longest <= 50);
  const stall = Math.max(tagged.window, tagged.main);
  printAim('no stall over 100 ms while tagging', `${figure(stall)} ms`, stall <= 100);
  printAgain('occurrences');
}
