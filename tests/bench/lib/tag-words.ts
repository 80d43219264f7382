import type { Page } from 'playwright';
import { plainWords, tookOf, watch } from './in-page.ts';
import type { Dice } from './words.ts';

/**
 * Selects some words on the screen with the mouse and presses the key of the first tag; answers the
 * milliseconds from the key to the frame that shows the highlight.
 */
export async function tagWords(page: Page, dice: Dice): Promise<number> {
  const bar = page.getByRole('group', { name: 'Tag the selected words' });
  const { from, to } = dice.one(await plainWords(page));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await bar.waitFor();
  const watching = await watch(page, { event: 'keydown', sight: 'mark' });
  await page.keyboard.press('1');
  const took = await tookOf(watching);
  await bar.waitFor({ state: 'hidden' });
  return took;
}
