import { call, expect, test } from './fixtures.ts';

test('several lines of a list are picked by mouse and keys, and changed as one step', async ({
  workbench: { page },
}) => {
  const listbox = page.getByRole('tabpanel').getByRole('listbox');
  const options = listbox.getByRole('option');
  const picked = listbox.getByRole('option', { selected: true });
  const snapshot = async () => {
    const now = await call(page, 'case.current', {});
    if (!now) throw new Error('a case is open');
    return now.records;
  };

  await page.getByRole('tab', { name: /^Claims/ }).click();
  const claims = (await snapshot()).claim.length;
  await options.nth(0).click();
  await options.nth(2).click({ modifiers: ['Shift'] });
  await expect(picked).toHaveCount(3);
  await options.nth(1).click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('group', { name: 'Picked claims' });
  await expect(bar.getByRole('status')).toHaveText('2 claims');
  await bar.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Removed 2 claims' })).toBeVisible();
  expect((await snapshot()).claim).toHaveLength(claims - 2);
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await snapshot()).claim.length).toBe(claims);

  await page.getByRole('tab', { name: /^Documents/ }).click();
  await page.getByRole('listbox', { name: 'documents' }).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(picked).toHaveCount(3);
  const documents = page.getByRole('group', { name: 'Picked documents' });
  await documents.getByRole('combobox', { name: 'Mark as…' }).selectOption('done');
  await expect
    .poll(async () => (await snapshot()).document.filter(({ state }) => state === 'done').length)
    .toBe(3);
  await page.getByRole('listbox', { name: 'documents' }).focus();
  await page.keyboard.press('Escape');
  await expect(documents).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(documents.getByRole('status')).toHaveText('10 documents');
});

test('two actors are merged, and parted again by undo', async ({ workbench: { page } }) => {
  const entities = async () => (await call(page, 'case.current', {}))?.records.entity ?? [];
  const before = (await entities()).length;
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await page.getByRole('searchbox', { name: 'Filter actors' }).fill('islamic state');
  const option = (name: string) => page.getByRole('option', { name, exact: false });
  await option('Islamic State Khorasan').click();
  await option('Islamic State')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('group', { name: 'Picked actors' });
  await expect(bar.getByRole('status')).toHaveText('2 actors');
  await expect(page.getByRole('heading', { name: '2 actors' })).toBeVisible();
  await bar.getByRole('combobox', { name: 'Merge into…' }).selectOption({ label: 'Islamic State' });
  await expect.poll(async () => (await entities()).length).toBe(before - 1);
  const kept = (await entities()).find(({ name }) => name === 'Islamic State');
  expect(kept?.aliases.map(({ name }) => name)).toContain('Islamic State Khorasan');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await entities()).length).toBe(before);
  await page.keyboard.press('Control+h');
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('listitem').first()).toContainText(
    'Undone: Merge “Islamic State Khorasan” into “Islamic State”',
  );
});
