import { expect, test } from './fixtures.ts';

test('a case that is closed while it still loads goes without a word', async ({
  workbench: { page },
}) => {
  await expect(page.getByRole('region', { name: 'Network' })).toBeVisible();
  await page.keyboard.press('Control+w');
  await expect(page.getByRole('heading', { name: 'Wakhan' })).toBeVisible();
  await page.getByRole('button', { name: 'Look at the sample case' }).click();
  await expect(page.getByRole('region', { name: 'Network' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
