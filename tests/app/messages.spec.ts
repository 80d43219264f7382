import { chooseFiles, expect, test } from './fixtures.ts';

test('a message covers nothing: it has room below the window, or stands in the dialog', async ({
  workbench: { app, page },
  folder,
}) => {
  const workbench = page.locator('.workbench');
  const whole = await workbench.boundingBox();
  await chooseFiles(app, folder);
  await page.keyboard.press('Control+o');
  const message = page.getByRole('alert');
  await expect(message).toContainText(/not a case/i);
  const [box, rest] = [await message.boundingBox(), await workbench.boundingBox()];
  if (!box || !rest || !whole) throw new Error('message and workbench are on screen');
  expect(box.y).toBeGreaterThanOrEqual(rest.y + rest.height);
  expect(rest.height).toBeLessThan(whole.height);

  await page.keyboard.press('Control+h');
  const dialog = page.getByRole('dialog', { name: 'History' });
  await expect(dialog.getByRole('alert')).toContainText(/not a case/i);
  await dialog.getByRole('button', { name: 'Close the message' }).click();
  await expect(message).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await workbench.boundingBox())?.height).toBe(whole.height);
});
