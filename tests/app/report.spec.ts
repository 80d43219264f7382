import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseTarget, expect, test } from './fixtures.ts';

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
  expect(await titles()).toEqual(['Summary', 'Network', 'Actors', 'Relations', 'Events', 'Claims']);
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
  const order = ['Summary', 'Actors', 'Relations', 'Claims', 'Network', 'Events'];
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
  expect(heads.slice(0, 5)).toEqual(left);
  expect(markdown).toMatch(/^> \\\[\d+\\\] .+\*\*.+\*\*.+$/m);
});
