import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { _electron } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { isFull, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import { newCase } from './support/new-case.ts';
import { Random } from './support/random.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import { markWords, noteSaved, pourHighlights, showDocument } from './support/window.ts';

const TRIES = 50;
/** Longest time of work in milliseconds before the program is killed. */
const LONGEST = 2000;

/** Set by `npm run test:faults`, which also prepares the bundles and a display. */
const electron = process.env.WAKHAN_ELECTRON ?? '';

test.skipIf(!isFull)(
  'kill -9 of the program (in every run: tests/app/kill.spec.ts)',
  { timeout: LIMIT },
  async (context) => {
    const tally = new Tally('SIGKILL of the main process while highlights are typed');
    const random = new Random(7);
    const place = scratch();
    const folder = join(place, 'proof.case');
    const ledger = new Ledger([], true);
    await (await newCase(folder, ledger)).close();
    for (let nth = 0; nth < TRIES; nth++) {
      const before = ledger.acked().size;
      await killWhileTyping(place, folder, ledger, { nth, after: random.next() * LONGEST });
      expect(ledger.acked().size, `try ${nth}`).toBeGreaterThan(before);
      tally.add(`try ${nth}`, await found(folder, ledger));
    }
    tally.finish(context, `${ledger.acked().size} edits that the window showed as saved`);
  },
);

/** Starts the program on a case, types, and kills it some time after something was saved. */
async function killWhileTyping(
  place: string,
  folder: string,
  ledger: Ledger,
  { nth, after }: { nth: number; after: number },
): Promise<void> {
  const userData = join(place, 'user');
  mkdirSync(userData, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: electron,
    // Chromium refuses its sandbox to root.
    args: [...(isRoot ? ['--no-sandbox'] : []), process.env.WAKHAN_APP ?? resolve('.'), folder],
    chromiumSandbox: !isRoot,
    env: { ...environment(), WAKHAN_USER_DATA: userData },
  });
  const main = app.process();
  const over = once(main, 'exit');
  onTestFinished(() => void main.kill('SIGKILL'));
  const page = await app.firstWindow();
  await noteSaved(page, ledger);
  await showDocument(page, nth % 2 === 0 ? 'Document d1' : 'Document d2');
  const first = page.waitForEvent('console', (message) => message.text().startsWith('saved '));
  const typing = markWords(page, nth * 5, 'Doubt');
  const pouring = nth % 2 === 0 ? undefined : pourHighlights(page, 'd1');
  await first;
  await pass(after);
  main.kill('SIGKILL');
  await Promise.all([over, typing, pouring]);
}

/** The environment without what is undefined, and without what would turn Electron into Node. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return Object.fromEntries(entries);
}
