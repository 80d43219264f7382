import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { makeCase, type TestOperation } from './make-case.ts';
import { NetworkPane } from './pages/network-pane.ts';
import { takePictures } from './pages/pictures.ts';

const document = { id: 'd1', title: 'A note', text: 'Anna met Bert in Kabul.' };
const actor = (id: string, type: string): TestOperation => ({
  op: 'entity.add',
  input: { id, type, name: `Actor ${id}` },
});
const member = (from: string, to: string, status = 'asserted'): TestOperation => ({
  op: 'relation.add',
  input: { type: 'member-of', from, to, status, evidence: ['h1'] },
});
const at = (entity: string, x: number, y: number) => ({ entity, x, y });

/** One organisation of a, b and c; d is said not to be in it, and e alone in another. */
const operations: TestOperation[] = [
  { op: 'highlight.add', input: { id: 'h1', document: 'd1', start: 0, end: 22 } },
  ...['a', 'b', 'c', 'd', 'e'].map((id) => actor(id, 'state')),
  ...['large', 'small'].map((id) => actor(id, 'organisation')),
  ...['a', 'b', 'c'].map((id) => member(id, 'large')),
  ...[member('d', 'large', 'denied'), member('e', 'small')],
  {
    op: 'position.set',
    input: {
      positions: [
        ...[at('a', 0, 0), at('b', 200, 0), at('c', 100, 160), at('large', 100, 60)],
        ...[at('d', 400, 0), at('e', 400, 160), at('small', 500, 160)],
      ],
    },
  },
];

/** What an area covers in the window; two decimals are more than anybody sees. */
async function covered(area: Locator) {
  const box = await area.boundingBox();
  if (!box) throw new Error('the area is drawn');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

test('areas lie around members when asked for, follow who is dragged, and come back', async ({
  folder,
  launch,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Areas', [document], operations);
  const { page, quit } = await launch({ args: [path] });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const network = new NetworkPane(page);
  await expect(network.status).toContainText('7 actors');
  await page.keyboard.press('Control+3');
  const legend = network.region.getByRole('region', { name: 'Legend' });
  const button = network.region.getByRole('button', { name: 'Areas around the members' });
  const areas = network.canvas.locator('[data-area]');
  await expect(areas).toHaveCount(0);
  await expect(legend).not.toContainText('Area');

  await network.canvas.focus();
  await page.keyboard.press('m');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(areas).toHaveCount(1);
  await expect(areas).toHaveAttribute('data-area', 'large');
  await expect(legend).toContainText('Area: the asserted members of a group');

  // What is chosen by hand is what can be read.
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  const [a, b, d] = [
    await network.restingSpot('Actor a'),
    await network.spot('Actor b'),
    await network.spot('Actor d'),
  ];
  const before = await covered(areas);
  expect(before.left).toBeLessThan(a.x);
  expect(before.right).toBeGreaterThan(b.x);
  expect(before.right).toBeLessThan(d.x);

  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(a.x - 30, a.y - 40, { steps: 4 });
  // Still in the hand: the area is there already.
  await expect.poll(async () => before.top - (await covered(areas)).top).toBeCloseTo(40, 0);
  await page.mouse.up();
  await expect.poll(async () => before.left - (await covered(areas)).left).toBeCloseTo(30, 0);
  await expect.poll(async () => (await network.spot('Actor a')).x - a.x).toBeCloseTo(-30, 0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await covered(areas)).top).toBeCloseTo(before.top, 0);

  // Whose group is out of the picture has its name at the edge.
  await legend.getByRole('button', { name: /^organisations/ }).click();
  await expect(network.canvas.getByText('Actor large')).toHaveCount(1);
  await legend.getByRole('button', { name: /^organisations/ }).click();
  await expect(network.canvas.getByText('Actor large')).toHaveCount(0);
  await quit();

  const again = await launch({ args: [path] });
  const reopened = new NetworkPane(again.page);
  await expect(reopened.canvas.locator('[data-area]')).toHaveCount(1);
  await again.page.keyboard.press('Control+k');
  const palette = again.page.getByRole('dialog', { name: 'Find or do' });
  await palette.getByRole('combobox').fill('areas of members');
  await again.page.keyboard.press('Enter');
  await expect(reopened.canvas.locator('[data-area]')).toHaveCount(0);
});

test('the areas of the sample case, to be looked at', async ({ workbench }, info) => {
  const { page } = workbench;
  const network = new NetworkPane(page);
  await expect(network.status).toContainText(/\d+ actors/);
  await page.keyboard.press('Control+3');
  await network.region.getByRole('button', { name: 'Areas around the members' }).click();
  await expect(network.canvas.locator('[data-area]')).toHaveCount(6);
  await takePictures(workbench, info, 'areas');
  const legend = network.region.getByRole('region', { name: 'Legend' });
  for (const name of [/^organisations/, /^initiatives/]) {
    await legend.getByRole('button', { name }).click();
  }
  await takePictures(workbench, info, 'areas-named');
});
