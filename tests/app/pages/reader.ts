import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** A place in the window, in CSS pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Where words stand: the edges of their first and last letter, and whether the pane shows them. */
interface Stretch {
  from: Spot;
  to: Spot;
  shown: boolean;
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

  /** Opens a document from the list, by how its title begins, and waits until its words are there. */
  async open(title: string): Promise<void> {
    await this.page.getByRole('tab', { name: /^Documents/ }).click();
    await this.page.getByRole('tabpanel').getByRole('option', { name: title }).click();
    await this.shows(title);
  }

  /** Waits until the words of a document are there, by how its title begins. */
  async shows(title: string): Promise<void> {
    await expect(this.pane).toHaveAccessibleName(new RegExp(`^Text of ${escaped(title)}`));
    await expect(this.pane.locator('[data-start]').first()).toBeVisible();
  }

  /** Highlights on the page whose run shows exactly these words. */
  marks(words: string): Locator {
    return this.pane.locator('mark').filter({ hasText: new RegExp(`^${escaped(words)}$`) });
  }

  /**
   * Drags over words; the bar then stands there. `within` is a longer passage of the same paragraph
   * that tells equal words apart.
   */
  async select(words: string, within = words): Promise<void> {
    const { from, to } = await this.#reach(words, within);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
    await expect(this.bar).toBeVisible();
  }

  /** Clicks on the first letter of words. */
  async click(words: string, within = words): Promise<void> {
    const { from } = await this.#reach(words, within);
    await this.page.mouse.click(from.x + 2, from.y);
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

  /** Clicks twice into words, which takes the whole word under the pointer. */
  async doubleClick(words: string): Promise<void> {
    const { from, to } = await this.#reach(words, words);
    await this.page.mouse.dblclick((from.x + to.x) / 2, from.y);
  }

  /** Turns the wheel, as a person does, until the pane shows the words and has come to rest. */
  async #reach(words: string, within: string): Promise<Stretch> {
    let way = 300;
    let last: Stretch | null = null;
    await expect(async () => {
      const before = last;
      last = await this.#find(words, within);
      if (!last?.shown) {
        if (!last && (await this.#isAtEnd(way))) way = -way;
        await this.#turnWheel(last, way);
      }
      expect(last, `the reader shows “${words}”`).toMatchObject({ shown: true });
      expect(last, 'the text has come to rest').toEqual(before);
    }).toPass({ intervals: [30, 60, 100] });
    if (!last) throw new Error(`“${words}” cannot be reached`);
    return last;
  }

  /** Brings a stretch to the middle of the pane; one that is not on the page is looked for. */
  async #turnWheel(stretch: Stretch | null, way: number): Promise<void> {
    const box = await this.pane.boundingBox();
    if (!box) throw new Error('the reader is not there');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.page.mouse.move(middle.x, middle.y);
    await this.page.mouse.wheel(0, stretch ? stretch.from.y - middle.y : way);
  }

  #isAtEnd(way: number): Promise<boolean> {
    return this.pane.evaluate(
      ({ scrollTop, clientHeight, scrollHeight }, by) =>
        by < 0 ? scrollTop <= 0 : scrollTop + clientHeight >= scrollHeight - 1,
      way,
    );
  }

  #find(words: string, within: string): Promise<Stretch | null> {
    return this.pane.evaluate(
      (pane, [wanted, passage]) => {
        const letter = (block: Element, offset: number): DOMRect | undefined => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          let rest = offset;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = node as Text;
            if (rest >= length) {
              rest -= length;
              continue;
            }
            const range = document.createRange();
            range.setStart(node, rest);
            range.setEnd(node, rest + 1);
            return range.getBoundingClientRect();
          }
          return undefined;
        };
        const frame = pane.getBoundingClientRect();
        for (const block of new Set(
          [...pane.querySelectorAll('[data-start]')].map((run) => run.parentElement),
        )) {
          const at = block?.textContent?.indexOf(passage) ?? -1;
          if (!block || at < 0) continue;
          const start = at + passage.indexOf(wanted);
          const first = letter(block, start);
          const last = letter(block, start + wanted.length - 1);
          if (!first || !last) continue;
          const toLeft = getComputedStyle(block).direction === 'rtl';
          return {
            from: {
              x: toLeft ? first.right - 1 : first.left + 1,
              y: first.top + first.height / 2,
            },
            to: { x: toLeft ? last.left + 1 : last.right - 1, y: last.top + last.height / 2 },
            shown: first.top > frame.top + 30 && last.bottom < frame.bottom - 30,
          };
        }
        return null;
      },
      [words, within] as const,
    );
  }
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
