import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** A place on a page, in parts of its width and height. */
export interface Point {
  x: number;
  y: number;
}

/** The pages of the open document as a person uses them. */
export class PagePane {
  readonly page: Page;
  readonly pane: Locator;
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('document', { name: /^Pages of/ });
    this.bar = page.getByRole('toolbar', { name: 'Pages' });
  }

  /** Shows text and original side by side, and waits until the first page is drawn. */
  async show(face: 'Original' | 'Both' = 'Both'): Promise<void> {
    await this.choose(face);
    await this.drawn(1);
  }

  /** Chooses how the document is shown. */
  async choose(face: 'Text' | 'Original' | 'Both'): Promise<void> {
    const faces = this.page.getByRole('group', { name: 'Text or original' });
    await faces.getByRole('button', { name: face }).click();
  }

  /** Waits until a page (from 1) is drawn. */
  async drawn(number: number): Promise<void> {
    await expect(this.sheet(number).locator('canvas[data-drawn=true]')).toBeVisible();
  }

  /** A page by its number, from 1. */
  sheet(number: number): Locator {
    return this.pane.locator(`.sheet[data-page="${number}"]`);
  }

  /** What is painted on a page for a highlight with this id. */
  marks(id: string): Locator {
    return this.pane.locator(`.mark[data-mark="${id}"]`);
  }

  /** Drags over a page. */
  async drag(number: number, from: Point, to: Point): Promise<void> {
    const start = await this.#at(number, from);
    const end = await this.#at(number, to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await this.page.mouse.move(end.x, end.y);
    await this.page.mouse.up();
  }

  async click(number: number, at: Point): Promise<void> {
    const { x, y } = await this.#at(number, at);
    await this.page.mouse.click(x, y);
  }

  async #at(number: number, { x, y }: Point): Promise<Point> {
    const box = await this.sheet(number).boundingBox();
    if (!box) throw new Error(`page ${number} is not seen`);
    return { x: box.x + x * box.width, y: box.y + y * box.height };
  }
}
