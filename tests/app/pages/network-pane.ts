import { expect, type Locator, type Page } from '@playwright/test';
import { positionId, type Position } from '#data/model/position.ts';
import { call } from '../fixtures.ts';
import type { Spot } from './reader.ts';

/** The network, by its list and its status line, and by the positions of its actors on the canvas. */
export class NetworkPane {
  readonly page: Page;
  readonly region: Locator;
  readonly canvas: Locator;
  readonly status: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('region', { name: 'Network' });
    this.canvas = this.region.getByRole('application');
    this.status = this.region.getByRole('status');
    this.list = this.region.getByRole('list', { name: 'Actors in the network' });
  }

  /** Opens the list that holds the same as the picture. */
  async showList(): Promise<void> {
    const button = this.region.getByRole('button', { name: 'Actors as a list' });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await expect(this.list).toBeVisible();
  }

  /** The names in the list with their number of relations. */
  async degrees(): Promise<Record<string, number>> {
    await this.showList();
    const rows = await this.list.getByRole('button').allInnerTexts();
    return Object.fromEntries(
      rows.map((row) => {
        const [, name = '', , degree = ''] = /^(.*?)\s*,\s*(.*?),\s*(\d+)/su.exec(row) ?? [];
        return [name.trim(), Number(degree)];
      }),
    );
  }

  /** Where an actor stands in the window now. Its position must have been saved. */
  async spot(name: string): Promise<Spot> {
    const snapshot = await call(this.page, 'case.current', {});
    const entity = snapshot?.records.entity.find((one) => one.name === name);
    const at = snapshot?.records.position.find(({ id }) => id === positionId(entity?.id ?? ''));
    if (!at) throw new Error('the actor has no saved position');
    return (await this.#toWindow())(at);
  }

  /** As {@link spot}, once the picture stands still. */
  async restingSpot(name: string): Promise<Spot> {
    let last = await this.spot(name);
    await expect
      .poll(async () => {
        const before = last;
        last = await this.spot(name);
        return Math.hypot(last.x - before.x, last.y - before.y);
      })
      .toBe(0);
    return last;
  }

  /** Drags an actor by so many pixels, and waits until its new position is saved. */
  async drag(name: string, right: number, down: number): Promise<void> {
    const { mouse } = this.page;
    const before = await this.restingSpot(name);
    await mouse.move(before.x, before.y);
    await mouse.down();
    await mouse.move(before.x + right / 2, before.y + down / 2, { steps: 4 });
    await mouse.move(before.x + right, before.y + down);
    await mouse.up();
    await expect
      .poll(async () => {
        const after = await this.spot(name);
        return [Math.round(after.x - before.x), Math.round(after.y - before.y)];
      })
      .toEqual([right, down]);
  }

  /** Names of the actors that stand in the part of the pane that no panel covers. */
  async namesInSight(): Promise<string[]> {
    const { free, spots } = await this.#all();
    const inside = ({ x, y }: Spot) =>
      x >= free.left && x <= free.right && y >= free.top && y <= free.bottom;
    return spots.filter(([, spot]) => inside(spot)).map(([name]) => name);
  }

  /** How much of the free pane the picture takes in its fuller direction, and whether all is within. */
  async filled(): Promise<{ share: number; within: boolean }> {
    const { free, spots } = await this.#all();
    const [xs, ys] = [spots.map(([, { x }]) => x), spots.map(([, { y }]) => y)];
    const across = (Math.max(...xs) - Math.min(...xs)) / (free.right - free.left);
    const down = (Math.max(...ys) - Math.min(...ys)) / (free.bottom - free.top);
    const within = (await this.namesInSight()).length === spots.length;
    return { share: Math.max(across, down), within };
  }

  /** Where all actors stand in the window, and what is free of the pane. */
  async #all() {
    const box = await this.canvas.boundingBox();
    const panel = await this.region.getByRole('region', { name: 'Legend' }).boundingBox();
    const snapshot = await call(this.page, 'case.current', {});
    if (!box || !snapshot) throw new Error('the network is on screen');
    const names = new Map(snapshot.records.entity.map(({ id, name }) => [positionId(id), name]));
    const toWindow = await this.#toWindow();
    const spots = snapshot.records.position.map(
      (at) => [names.get(at.id) ?? at.id, toWindow(at)] as const,
    );
    const left = panel ? panel.x + panel.width : box.x;
    const free = { left, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
    return { free, spots };
  }

  /** Where points of the network stand in the window now. */
  async #toWindow(): Promise<(at: Pick<Position, 'x' | 'y'>) => Spot> {
    const box = await this.canvas.boundingBox();
    const look = await this.look();
    if (!box) throw new Error('the network is on screen');
    return ({ x, y }) => ({
      x: box.x + box.width / 2 + (x - look.x) * look.zoom,
      y: box.y + box.height / 2 + (y - look.y) * look.zoom,
    });
  }

  /** What the canvas shows: its scale and the point in its middle, once they have come to rest. */
  async look(): Promise<{ zoom: number; x: number; y: number }> {
    let last = '';
    let now = '';
    await expect(async () => {
      last = now;
      const snapshot = await call(this.page, 'case.current', {});
      const view = snapshot?.view as { network?: { look?: unknown } } | undefined;
      now = JSON.stringify(view?.network?.look ?? null);
      expect(now).not.toBe('null');
      expect(now).toBe(last);
    }).toPass({ intervals: [400, 900, 900, 900] });
    return JSON.parse(now) as { zoom: number; x: number; y: number };
  }
}
