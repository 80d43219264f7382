import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { call, chooseFiles, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

const actor = (id: string, name: string) => ({
  op: 'entity.add',
  input: { id, type: 'state', name },
});
const actors = (page: Page) =>
  page.getByRole('listbox', { name: 'actors' }).getByRole('option', { name: /^Actor/ });

test('an edit meant for a case that is closed does not reach the one that is open', async ({
  launch,
  folder,
}) => {
  const a = await makeCase(join(folder, 'a.case'), 'A', [], [actor('x', 'Actor of A')]);
  const b = await makeCase(join(folder, 'b.case'), 'B', [], [actor('x', 'Actor of B')]);
  const { app, page } = await launch({ args: [a] });
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await actors(page).filter({ hasText: 'Actor of A' }).click();
  await chooseFiles(app, b);
  // The window is not told of it, as when something goes wrong between closing A and showing B.
  await call(page, 'case.choose', {});
  await page.getByRole('button', { name: 'Remove this actor' }).click();
  await expect(page.getByRole('alert')).toContainText(/not open any more/);
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await expect(actors(page)).toHaveText([/Actor of B/]);
  const history = await call(page, 'case.history', { limit: 10 });
  expect(history.map(({ op }) => op)).toEqual(['entity.add', 'case.create']);
  await actors(page).first().click();
  await page.getByRole('button', { name: 'Remove this actor' }).click();
  await expect(actors(page)).toHaveCount(0);
});

test('a change that the window was not told of is shown with the next one', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A');
  const { app, page } = await launch({ args: [path] });
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await call(page, 'case.perform', actor('one', 'Actor told'));
  await expect(actors(page)).toHaveText([/Actor told/]);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('the window is there');
    const send = contents.send.bind(contents);
    contents.send = (channel, ...args: unknown[]) => {
      if (args[0] !== 'change') return send(channel, ...args);
      contents.send = send;
    };
  });
  await call(page, 'case.perform', actor('two', 'Actor missed'));
  await call(page, 'case.perform', actor('three', 'Actor told again'));
  await expect(actors(page)).toHaveCount(3);
  await expect(actors(page).filter({ hasText: 'Actor missed' })).toBeVisible();
});
