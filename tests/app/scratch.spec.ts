import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFiles, expect, recordsOf, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

const shot = (page: Page, name: string) => page.screenshot({ path: `/tmp/w/shots/${name}.png` });
const results = (page: Page) => page.getByRole('region', { name: 'Results of the import' });

test('morning', async ({ launch, folder }) => {
  test.slow();
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Morning')] });
  const win = (w: number, h: number) => app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [w, h] as const);
  await win(1280, 800);
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await shot(page, '01-empty');
  const dir = '/work/shared/cases/import';
  const files = readdirSync(dir).filter((n) => n !== 'expected.json').map((n) => join(dir, n));
  await chooseFiles(app, '/work/shared/corpus', ...files, '/work/main/tests/fixtures/pdf/only-scans.pdf');
  await page.keyboard.press('Control+i');
  await expect(results(page)).toBeVisible();
  await page.waitForTimeout(400);
  await shot(page, '02-running');
  await expect(results(page).getByRole('status')).toContainText(/\d+ imported/, { timeout: 90000 });
  await page.waitForTimeout(600);
  await shot(page, '03-done');
  await page.keyboard.press('Alt+l');
  await page.waitForTimeout(600);
  await shot(page, '04-looks');
  for (let i = 0; i < 6; i++) { await page.keyboard.press('ArrowDown'); }
  await page.waitForTimeout(500);
  await shot(page, '05-looks-down');
  await win(1920, 1080);
  await page.waitForTimeout(600);
  await shot(page, '06-looks-1920');
  console.log((await recordsOf(page)).document.length);
  await page.keyboard.press('Alt+1');
  const docs = page.getByRole('tabpanel').getByRole('listbox').getByRole('option');
  const n = await docs.count();
  for (let i = 0; i < n; i++) {
    await docs.nth(i).click();
    await page.waitForTimeout(250);
    await shot(page, `doc-${String(i).padStart(2, '0')}`);
  }
});
