import { join } from 'node:path';
import { found } from '../store/support/found.ts';
import { Ledger } from '../store/support/ledger.ts';
import { newCase } from '../store/support/new-case.ts';
import { markWords, noteSaved, pourHighlights, showDocument } from '../store/support/window.ts';
import { expect, test } from './fixtures.ts';

/** Starts on one case; `npm run test:faults` does it 50 times. */
const TIMES = 2;

test('what the window showed as saved is there after kill -9', async ({ launch, folder }) => {
  const path = join(folder, 'a.case');
  const ledger = new Ledger([], true);
  await (await newCase(path, ledger)).close();
  for (let nth = 0; nth < TIMES; nth++) {
    const { app, page } = await launch({ args: [path] });
    const gone = app.waitForEvent('close');
    await noteSaved(page, ledger);
    await showDocument(page, 'Document d1');
    const before = ledger.acked().size;
    const work = Promise.all([markWords(page, nth * 5, 'Doubt'), pourHighlights(page, 'd2')]);
    await expect.poll(() => ledger.acked().size).toBeGreaterThan(before + 20);
    app.process().kill('SIGKILL');
    await Promise.all([gone, work]);
    expect(await found(path, ledger)).toMatchObject({ lost: [], foreign: [] });
  }
});
