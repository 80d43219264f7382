import type { ElectronApplication } from '@playwright/test';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseTarget, expect, rawCall, test } from './fixtures.ts';

/** Lets the process that makes reports stand still, or go on. */
const standStill = (app: ElectronApplication, signal: 'SIGSTOP' | 'SIGCONT') =>
  app.evaluate(({ app: program }, what) => {
    const maker = program.getAppMetrics().find((one) => one.name === 'Wakhan report');
    if (!maker) throw new Error('reports are made in a process of their own');
    process.kill(maker.pid, what);
  }, signal);

test('the sections of a report are put in order by key and by mouse, and stay so', async ({
  workbench: { app, page },
  folder,
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('dialog', { name: 'Report' });
  const rows = report.getByRole('list').filter({ has: page.getByRole('checkbox') });
  const titles = () =>
    rows
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
  expect(await titles()).toEqual([
    'Summary',
    'Network',
    'Actors',
    'Relations',
    'Events',
    'Claims',
    'Notes and tags',
  ]);
  const grip = (title: string) => report.getByRole('button', { name: `Move ${title}` });

  await grip('Network').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(grip('Network')).toBeFocused();
  expect((await titles()).slice(1, 4)).toEqual(['Actors', 'Relations', 'Network']);

  await grip('Claims').scrollIntoViewIfNeeded();
  await grip('Claims').hover();
  await page.mouse.down();
  const target = await rows.getByRole('listitem').nth(3).boundingBox();
  if (!target) throw new Error('the fourth section is on screen');
  await page.mouse.move(target.x + 20, target.y + 2, { steps: 8 });
  await page.mouse.up();
  const order = ['Summary', 'Actors', 'Relations', 'Claims', 'Network', 'Events', 'Notes and tags'];
  await expect.poll(titles).toEqual(order);
  await rows.getByRole('checkbox', { name: 'Actors' }).uncheck();

  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
  await page.keyboard.press('Control+e');
  const left = order.filter((title) => title !== 'Actors');
  const shown = async () => (await titles()).filter((title) => title !== 'Actors');
  await expect.poll(shown).toEqual(left);
  const path = join(folder, 'report.md');
  await chooseTarget(app, path);
  await report.getByRole('button', { name: 'Markdown', exact: true }).click();
  await expect(report).toContainText('Saved as report.md');
  const markdown = await readFile(path, 'utf8');
  const heads = [...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(heads.slice(0, 6)).toEqual(left);
  expect(markdown).toMatch(/^> \\\[\d+\\\] .+\*\*.+\*\*.+$/m);
});

test('the preview is a page of an origin of its own, stays where it is read, and follows', async ({
  workbench: { page },
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('dialog', { name: 'Report' });
  const frame = page.locator('iframe');
  const paper = page.frameLocator('iframe');
  const sources = paper.getByRole('heading', { name: 'Sources', exact: true });
  await expect(sources).toBeVisible();
  await expect(frame).toHaveAttribute('src', /^app:\/\/preview\/[0-9a-f-]{36}$/);
  await expect(frame).toHaveAttribute('sandbox', '');
  expect(await frame.evaluate((one: HTMLIFrameElement) => one.contentDocument)).toBeNull();
  expect(await frame.evaluate((one: HTMLIFrameElement) => one.srcdoc)).toBe('');
  const origin = page.frames().find((one) => one.url().startsWith('app://preview/'));
  expect(await origin?.evaluate('self.origin')).toBe('null');

  const top = await sources.evaluate((one) => one.getBoundingClientRect().top);
  // A link of the report goes to its place in it.
  await paper
    .getByRole('link', { name: /^S\d+$/ })
    .first()
    .click();
  const place = () => sources.evaluate((one) => one.getBoundingClientRect().top);
  await expect.poll(place).not.toBe(top);
  await sources.evaluate(() => window.scrollBy(0, -500));
  const before = await place();
  await report.getByRole('textbox', { name: 'Title' }).fill('Four states, one border');
  await expect(paper.getByRole('heading', { name: 'Four states, one border' })).toBeAttached();
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(3);
  await paper.locator('body').press('Escape');
  await expect(report).toHaveCount(0);
});

test('a file that was exported is shown in its folder, and the page learns no path', async ({
  workbench: { app, page },
  folder,
}) => {
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (path) => void shown.push(path);
  });
  const shown = () => app.evaluate(() => (globalThis as { shown?: string[] }).shown);
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('dialog', { name: 'Report' });
  const path = join(folder, 'shown.md');
  await chooseTarget(app, path);
  await report.getByRole('button', { name: 'Markdown', exact: true }).click();
  await expect(report).toContainText('Saved as shown.md');
  await report.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(shown).toEqual([path]);
  await rm(path);
  await report.getByRole('button', { name: 'Show in folder' }).click();
  await expect(report.getByRole('alert')).toContainText('“shown.md” is not where it was written');
  expect(await rawCall(page, 'written.reveal', { file: path })).toMatchObject({
    error: { code: 'not-found' },
  });
  await page.keyboard.press('Escape');

  const archive = join(folder, 'whole.wakhan');
  await chooseTarget(app, archive);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('Export the case as one file');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(shown).toEqual([path, archive]);
});

test('a preview that takes long is cancelled where it is to be, and made again', async ({
  workbench: { app, page },
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('dialog', { name: 'Report' });
  const paper = page.frameLocator('iframe');
  const actors = paper.getByRole('heading', { name: 'Actors', exact: true });
  await expect(actors).toBeVisible();
  const cancel = report.getByRole('button', { name: 'Cancel the preview' });
  const again = report.getByRole('button', { name: 'Make it again' });
  await standStill(app, 'SIGSTOP');
  await report.getByRole('checkbox', { name: 'Actors' }).uncheck();
  await expect(report.getByRole('progressbar', { name: 'Making the preview' })).toBeVisible();
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(report.getByRole('status')).toContainText(['The preview was cancelled.']);
  await expect(cancel).toHaveCount(0);
  await expect(actors).toBeVisible();
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(actors).toHaveCount(0);
  await expect(paper.getByRole('heading', { name: 'Sources', exact: true })).toBeAttached();
  await expect(again).toHaveCount(0);
});

test('a report that takes long has a row with a way to cancel it, and keeps nobody from working', async ({
  workbench: { app, page },
  folder,
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+e');
  const report = page.getByRole('dialog', { name: 'Report' });
  const paper = page.frameLocator('iframe');
  await expect(paper.getByRole('heading', { name: 'Sources', exact: true })).toBeVisible();
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => standStill(app, name);
  const line = page.getByRole('contentinfo');
  await signal('SIGSTOP');
  await report.getByRole('checkbox', { name: 'Actors' }).uncheck();
  const preview = { name: 'Cancel Making the preview' };
  await expect(line.getByRole('button', preview)).toBeVisible();
  await expect(report.getByRole('button', preview)).toHaveCount(0);
  await signal('SIGCONT');
  await expect(line.getByRole('button', preview)).toHaveCount(0);
  await signal('SIGSTOP');
  await chooseTarget(app, join(folder, 'report.html'));
  await report.getByRole('button', { name: 'HTML', exact: true }).click();
  const row = { name: 'Cancel Exporting report.html' };
  const cancel = report.getByRole('button', row);
  await expect(cancel).toBeVisible();
  await expect(line.getByRole('button', row)).toBeVisible();
  await call(page, 'case.perform', { op: 'tag.add', input: { name: 'Meanwhile' } });
  await cancel.click();
  await expect(report.getByRole('alert')).toContainText('cancelled. Nothing was written.');
  await expect(cancel).toHaveCount(0);
  expect(await readdir(folder)).not.toContain('report.html');
  await report.getByRole('button', { name: 'HTML', exact: true }).click();
  await expect(report).toContainText('Saved as report.html');
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('Four');
});
