import type { ElectronApplication, Page } from '@playwright/test';
import { join } from 'node:path';
import { chooseTarget, expect } from '../fixtures.ts';

/** Makes an empty case in a folder, from wherever the program is, as a person does. */
export async function newCase(
  { app, page }: { app: ElectronApplication; page: Page },
  { title, folder, name }: { title: string; folder: string; name: string },
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Title of the new case' }).fill(title);
  await chooseTarget(app, join(folder, name));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}
