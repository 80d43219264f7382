import { join } from 'node:path';
import { expect, recordsOf, test } from './fixtures.ts';
import { ReaderPage } from './pages/reader.ts';
import { makeTwoNotes } from './two-notes.ts';

test.beforeEach(async ({ folder }) => {
  await makeTwoNotes(folder);
});

test('a document is inspected when it is chosen; marking, merging and names are a command away', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  const inspector = page.locator('.inspector');
  await reader.open('Islamabad');
  await expect(inspector.getByLabel('Title')).toHaveValue('Islamabad');
  await reader.open('Urumqi');
  await expect(inspector.getByLabel('Title')).toHaveValue('Urumqi');
  const command = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do' }).fill(words);
    await page.keyboard.press('Enter');
  };
  // Nothing is marked before somebody marks it; the badge shows the strictest.
  const badge = page.getByRole('contentinfo').getByRole('button', { name: /Unmarked|TLP/ });
  await expect(badge).toHaveText('Unmarked');
  await command('marking of the document');
  await expect(inspector.getByLabel('Marking')).toBeFocused();
  await inspector.getByLabel('Marking').selectOption('TLP:RED');
  await expect(badge).toHaveText('TLP:RED');
  await badge.click();
  const properties = page.getByRole('dialog', { name: /title and marking/i });
  await properties.getByLabel('Title').fill('Daily work');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Daily work').first()).toBeVisible();

  await command('QCCM');
  await command('merge');
  await expect(inspector.getByLabel('The actor that stays')).toBeFocused();
  await page.keyboard.type('China');
  await page.keyboard.press('Enter');
  // They are of two types: nothing is merged before that is answered.
  await expect(page.getByText('Are they the same actor?')).toBeVisible();
  expect((await recordsOf(page)).entity).toHaveLength(2);
  await page.getByRole('button', { name: 'Merge as state' }).click();
  await expect.poll(async () => (await recordsOf(page)).entity).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await recordsOf(page)).entity).toHaveLength(2);
  await command('QCCM');
  await command('rename');
  await expect(inspector.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await command('delete');
  await expect.poll(async () => (await recordsOf(page)).entity).toHaveLength(1);
});
