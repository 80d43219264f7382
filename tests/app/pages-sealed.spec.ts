import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { page as scanOf } from '../electron/convert/ocr/pictures.ts';
import { call, chooseFiles, chooseTarget, expect, recordsOf, test } from './fixtures.ts';
import { filesWith } from './files-with.ts';
import { makeCase } from './make-case.ts';
import { PagePane } from './pages/page-pane.ts';

const PASSPHRASE = 'seven quiet rivers';
/** Words on the pages, in the picture, in the caption, in a draft; none may lie in the open anywhere. */
const CANARIES = ['Belisar', 'KANDAHAR', 'Qodirova', 'Delaram', 'iVBORw0KGgo'];

test('pages, words read from pictures, drafts and reports of an encrypted case leave no word outside of it', async ({
  launch,
  folder,
  userData,
}) => {
  test.slow();
  const [temporary, desk, from] = ['tmp', 'desk', 'from'].map((name) => join(folder, name));
  for (const place of [temporary, desk, from]) await mkdir(place ?? '');
  const path = await makeCase(join(folder, 'a.case'), 'Sealed');
  await copyFile(
    join(import.meta.dirname, '../fixtures/import/pdf-two-columns.pdf'),
    join(from ?? '', 'a.pdf'),
  );
  const scan = scanOf(['KANDAHAR road', 'was opened in May'], { size: 60 });
  await writeFile(join(from ?? '', 'b.png'), scan.toBuffer('image/png'));
  const { app, page, quit } = await launch({ args: [path], env: { TMPDIR: temporary ?? '' } });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await call(page, 'case.encrypt', { passphrase: PASSPHRASE, recoveryKey: false });
  await chooseFiles(app, join(from ?? '', 'a.pdf'), join(from ?? '', 'b.png'));
  await call(page, 'import.choose', { folder: false });
  const rows = page.locator('.rail [role=option]');
  await expect(rows).toHaveCount(2);
  const { document } = await recordsOf(page);
  const picture = document.find(({ source }) => source.mediaType === 'image/png');
  const read = await call(page, 'ocr.read', { id: picture?.id ?? '', languages: ['eng'] });
  expect(read.recognised.pages).toEqual([1]);
  const pane = new PagePane(page);
  await rows.filter({ hasText: 'A road for three valleys' }).click();
  await pane.show();
  await page.keyboard.down('Alt');
  await pane.drag(1, { x: 0.05, y: 0.6 }, { x: 0.7, y: 0.9 });
  await page.keyboard.up('Alt');
  await page.getByRole('textbox', { name: 'What does it show?' }).fill('A stamp of Qodirova');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Delaram is meant');
  await page.keyboard.press('Control+Enter');
  await chooseTarget(app, join(desk ?? '', 'report.html'));
  await call(page, 'report.export', { format: 'html', title: 'Pages' });
  await rows.nth(1).click();
  await pane.drawn(1);
  await quit();
  for (const place of [path, userData, temporary ?? '']) {
    expect(filesWith(place, CANARIES), place).toEqual([]);
  }
  expect(await readdir(desk ?? '')).toEqual(['report.html']);
  expect(filesWith(desk ?? '', ['Qodirova', 'iVBORw0KGgo'])).toHaveLength(1);
});
