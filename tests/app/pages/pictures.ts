import type { ElectronApplication, Page, TestInfo } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** Themes in which every screen is looked at. */
const themes = ['light', 'dark'] as const;
/** Sizes in which every screen is looked at: a small laptop and a usual monitor. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** Gives the page of the window a size in CSS pixels. */
async function resize(
  { app, page }: { app: ElectronApplication; page: Page },
  size: { width: number; height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setContentSize(width, height);
  }, size);
  const now = () => page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await expect.poll(now).toEqual(size);
}

/** Puts the page into a theme, as if the system had changed. */
async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/**
 * Takes pictures of the window in both themes, small and large, and leaves them in the results of the
 * test: nothing compares them, people look at them. Ends small and light.
 */
export async function takePictures(
  { app, page }: { app: ElectronApplication; page: Page },
  info: TestInfo,
  name: string,
): Promise<void> {
  for (const size of sizes.toReversed()) {
    await resize({ app, page }, size);
    for (const theme of themes.toReversed()) {
      await wear(page, theme);
      const path = info.outputPath('pictures', `${name}-${theme}-${size.width}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
}
