import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures.ts';
import { makeCase, type TestOperation } from './make-case.ts';
import { NetworkPane } from './pages/network-pane.ts';

const document = { id: 'd1', title: 'A note', text: 'Anna met Bert in Kabul.' };
const actor = (id: string, type: string): TestOperation => ({
  op: 'entity.add',
  input: { id, type, name: `Actor ${id}` },
});
const relation = (from: string, to: string, status: string): TestOperation => ({
  op: 'relation.add',
  input: { type: 'supports', from, to, status, evidence: ['h1'] },
});
const move = (positions: Record<string, number>): TestOperation => ({
  op: 'position.set',
  input: { positions: Object.entries(positions).map(([entity, x]) => ({ entity, x, y: x % 70 })) },
});

const operations: TestOperation[] = [
  { op: 'highlight.add', input: { id: 'h1', document: 'd1', start: 0, end: 22 } },
  ...[actor('a', 'person'), actor('b', 'state'), actor('c', 'place')],
  ...[relation('a', 'b', 'asserted'), relation('b', 'c', 'planned'), relation('c', 'a', 'denied')],
  move({ a: 0, b: 200, c: 400 }),
];

/** The figure of the network in the preview of a report. */
async function figure(page: Page) {
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Report' })).toBeVisible();
  const drawing = page.frameLocator('iframe').getByRole('img', { name: /^Network of/ });
  await expect(drawing).toBeVisible();
  const words = await drawing.locator('text').allTextContents();
  const order = await drawing.locator('g:has(> title)').evaluateAll((nodes) =>
    nodes
      .map((node) => ({
        name: node.querySelector('title')?.textContent ?? '',
        x: node.getBoundingClientRect().x,
      }))
      .sort((one, other) => one.x - other.x)
      .map(({ name }) => name.slice(0, 7)),
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return { words, order };
}

test('window and report draw one scene: the same positions, and marks that mean the same', async ({
  folder,
  launch,
}, info) => {
  const path = await makeCase(join(folder, 'a.case'), 'Scene', [document], operations);
  const { page } = await launch({ args: [path] });
  const network = new NetworkPane(page);
  await expect(network.status).toContainText('3 actors, 3 relations');
  await page.keyboard.press('Control+3');
  const legend = network.region.getByRole('region', { name: 'Legend' });
  const statuses = ['asserted', 'planned', 'denied (grey)'];
  for (const status of statuses) await expect(legend).toContainText(status);
  await page.screenshot({ path: info.outputPath('pictures', 'window.png') });

  const before = await figure(page);
  expect(before.words).toEqual(
    expect.arrayContaining([...statuses, 'supports', 'person', 'Actor a', 'supports (planned)']),
  );
  expect(before.order).toEqual(['Actor a', 'Actor b', 'Actor c']);

  const { op, input } = move({ a: 600 });
  await call(page, 'case.perform', { op, input });
  expect((await figure(page)).order).toEqual(['Actor b', 'Actor c', 'Actor a']);

  // Nothing is left to explain when all is asserted.
  const relations = (await call(page, 'case.current', {}))?.records.relation ?? [];
  for (const { id } of relations) {
    const plain = { id, status: 'asserted' };
    await call(page, 'case.perform', { op: 'relation.update', input: plain });
  }
  await expect(legend).not.toContainText('asserted');
  expect((await figure(page)).words.join()).not.toContain('asserted');
});
