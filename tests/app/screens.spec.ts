import { expect, test } from './fixtures.ts';
import { takePictures } from './pages/pictures.ts';
import { ReaderPage } from './pages/reader.ts';

test('the screens of the sample case, to be looked at', async ({ workbench }, info) => {
  test.slow();
  const { page } = workbench;
  const reader = new ReaderPage(page);
  const pictures = (name: string) => takePictures(workbench, info, name);
  await reader.open('N02');
  await reader.pane.locator('mark').first().click();
  await pictures('reading');
  await page.keyboard.press('Control+t');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await pictures('timeline');
  await page.keyboard.press('Control+t');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('region', { name: 'Network' }).getByRole('status')).toContainText(
    /\d+ actors, \d+ relations/,
  );
  await pictures('network');
  await page.keyboard.press('Control+2');
  for (const list of ['Actors', 'Tags', 'Events', 'Claims']) {
    await page.getByRole('tab', { name: new RegExp(`^${list}`) }).click();
    await page.getByRole('tabpanel').getByRole('listbox').getByRole('option').nth(1).click();
    await pictures(list.toLowerCase());
  }
  for (const [keys, name] of [
    ['Control+k', 'Find or do'],
    ['F1', 'All keys'],
    ['Control+,', 'Settings'],
    ['Control+e', 'Report'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await pictures(name.toLowerCase().replaceAll(' ', '-'));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: 'Wakhan' })).toBeVisible();
  await pictures('start');
});

test('entries of the menu do in the window what they say', async ({ workbench: { app, page } }) => {
  const choose = (id: string) =>
    app.evaluate(({ Menu }, item) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(item);
      if (!found) throw new Error(`the menu has no ${item}`);
      const press = found.click.bind(found) as () => void;
      press();
    }, id);
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await choose('view.network');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeHidden();
  await choose('view.timeline');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await choose('view.theme.dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const [id, name] of [
    ['help.keys', 'All keys'],
    ['help.palette', 'Find or do'],
    ['case.history', 'History'],
  ] as const) {
    await choose(id);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the palette finds and does; the list of keys tells the same keys', async ({
  workbench: { page },
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  const field = palette.getByRole('combobox');
  await field.fill('side by');
  await expect(palette.getByRole('option').first()).toContainText('Ctrl 2');
  await field.fill('show the network');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeHidden();
  await page.keyboard.press('Control+k');
  await field.fill('tajikistan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('state');
  await page.keyboard.press('Control+k');
  await field.fill('all keys');
  await page.keyboard.press('Enter');
  const keys = page.getByRole('dialog', { name: 'All keys' });
  const line = keys.locator('dl > div').filter({ hasText: 'Show reader and network side by side' });
  await expect(line).toContainText('Ctrl 2');
});

test('the palette comes back at once for who asks again before it has gone', async ({
  workbench: { page },
}) => {
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  const field = palette.getByRole('combobox');
  await page.keyboard.press('Control+k');
  await field.fill('tajikistan');
  await field.evaluate(async (input) => {
    const press = (key: string, more: KeyboardEventInit = {}) =>
      (document.activeElement ?? input).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
      );
    press('Enter');
    // The next key comes before the browser tells that the dialog has closed.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    press('k', { code: 'KeyK', ctrlKey: true });
  });
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('state');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  // What was closing has closed by now, and nothing else was taken along.
  await field.fill('all keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
});
