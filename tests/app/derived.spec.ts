import type { ElectronApplication } from '@playwright/test';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

const talks = { id: 'note-1', title: 'Zaranj', text: 'Qodirova met the general in Delaram.' };
const actor = { op: 'entity.add', input: { id: 'e1', type: 'person', name: 'Qodirova' } };
const mark = {
  op: 'highlight.add',
  input: { id: 'h1', document: 'note-1', start: 0, end: 8, entity: 'e1' },
};

const asked = { entity: 'e1', limit: 10 };
const named = [{ highlight: { id: 'h1', quote: 'Qodirova' }, title: 'Zaranj' }];

test('an index that is lost is made beside the window, and kept', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], [actor, mark]);
  const index = join(path, 'index', 'highlights');
  await rm(join(path, 'index'), { recursive: true });
  const { app, page } = await launch({ args: [path] });
  expect(await call(page, 'highlight.with', asked)).toMatchObject(named);
  await expect
    .poll(() =>
      stat(index).then(
        ({ size }) => size > 0,
        () => false,
      ),
    )
    .toBe(true);
  // Nobody has asked for it and nobody needs it once it is done: it is in the list for a moment only.
  await expect(page.getByText('Building the index of highlights')).toBeHidden();
  await expect.poll(() => namesOfProcesses(app)).not.toContain('Wakhan case');
});

test('an encrypted case has its index in memory only, and finds by it from the start', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], [actor, mark]);
  const passphrase = 'seven quiet rivers';
  const first = await launch({ args: [path] });
  await call(first.page, 'case.encrypt', { passphrase, recoveryKey: false });
  expect(await call(first.page, 'highlight.with', asked)).toMatchObject(named);
  await first.quit();
  const { page } = await launch({ args: [path] });
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.locator('.reader [data-start]').first()).toBeVisible();
  expect(await call(page, 'highlight.with', asked)).toMatchObject(named);
  expect(await readdir(join(path, 'index'))).toEqual([]);
});

/** What Chromium calls the processes that work beside the program now. */
const namesOfProcesses = (app: ElectronApplication): Promise<(string | undefined)[]> =>
  app.evaluate(({ app: program }) => program.getAppMetrics().map(({ name }) => name));
