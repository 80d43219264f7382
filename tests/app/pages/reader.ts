import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** Where words stand on the page: from just inside their first letter to just inside their last. */
interface Stretch {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** The reading pane as a person uses it: opening, selecting, looking at highlights. */
export class ReaderPage {
  readonly page: Page;
  /** The pane that scrolls and answers keys. */
  readonly pane: Locator;
  /** The bar at the selection. */
  readonly bar: Locator;
  /** The field of the bar that filters tags and actors. */
  readonly filter: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.locator('.reader [role=document]');
    this.bar = page.getByRole('group', { name: 'Tag the selected words' });
    this.filter = this.bar.getByRole('combobox');
  }

  /** Opens a document from the list and waits until its words are there. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: /^Documents/ }).click();
    await this.page.getByRole('tabpanel').getByRole('option', { name: title }).click();
    await expect(this.pane).toHaveAccessibleName(`Text of ${title}`);
    await expect(this.pane.locator('[data-start]').first()).toBeVisible();
  }

  /** Highlights on the page whose run shows exactly these words. */
  marks(words: string): Locator {
    return this.pane.locator('mark').filter({ hasText: new RegExp(`^${escaped(words)}$`) });
  }

  /** Drags over the first of these words that is on the page; the bar then stands there. */
  async select(words: string): Promise<void> {
    const { from, to } = await this.stretch(words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
    await expect(this.bar).toBeVisible();
  }

  /** Selects words and makes a new actor of them, of the type with this key. */
  async addActor(words: string, typeKey: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.page.getByRole('listbox', { name: 'Type of the new actor' })).toBeFocused();
    await this.page.keyboard.press(typeKey);
    await expect(this.bar).toBeHidden();
  }

  /** Selects words and gives them what the filter finds first. */
  async tag(words: string, typed: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
    await expect(this.bar).toBeHidden();
  }

  private async stretch(words: string): Promise<Stretch> {
    const found = await this.pane.evaluate((pane, wanted): Stretch | null => {
      for (const run of pane.querySelectorAll('[data-start]')) {
        const at = run.textContent?.indexOf(wanted) ?? -1;
        const node = run.firstChild;
        if (at < 0 || !node) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const boxes = [...range.getClientRects()];
        const [first, last] = [boxes[0], boxes.at(-1)];
        if (!first || !last || first.top < 0 || last.bottom > innerHeight) continue;
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
      return null;
    }, words);
    if (!found) throw new Error(`the words “${words}” are not on the page in one run`);
    return found;
  }
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
