import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, expect, snapshotOf, test } from './fixtures.ts';
import { makeCase, type TestOperation } from './make-case.ts';
import { NetworkPane } from './pages/network-pane.ts';

const text = 'Anna met Bert in Kabul. The union was not asked.';
const document = { id: 'd1', title: 'A note', text };
const members = Array.from({ length: 14 }, (_, i) => `m${i}`);

const actor = (id: string, type: string): TestOperation => ({
  op: 'entity.add',
  input: { id, type, name: `Actor ${id}` },
});
const relation = (from: string, to: string, type = 'member-of'): TestOperation => ({
  op: 'relation.add',
  input: { type, from, to, evidence: ['h1'] },
});

/** Two organisations with seven members each, which only a state between them joins; no positions. */
const operations: TestOperation[] = [
  { op: 'highlight.add', input: { id: 'h1', document: 'd1', start: 0, end: 22 } },
  actor('left', 'organisation'),
  actor('right', 'organisation'),
  actor('between', 'state'),
  ...members.map((id) => actor(id, 'person')),
  ...members.map((id, i) => relation(id, i < 7 ? 'left' : 'right')),
  relation('left', 'between', 'meets'),
  relation('between', 'right', 'meets'),
];

type Positions = Record<string, { x: number; y: number }>;

/** Where the actors stand, once as many as these have a position. */
async function positions(page: Page, count: number): Promise<Positions> {
  const read = async () =>
    (await snapshotOf(page)).records.position.map(
      ({ id, x, y }) => [id.slice(1), { x, y }] as const,
    );
  await expect.poll(async () => (await read()).length).toBe(count);
  return Object.fromEntries(await read());
}

/** Shows the network alone. */
async function openNetwork(page: Page): Promise<NetworkPane> {
  const network = new NetworkPane(page);
  await expect(network.status).toContainText('17 actors');
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeHidden();
  return network;
}

const perform = (page: Page, { op, input }: TestOperation) =>
  call(page, 'case.perform', { op, input });

test('first positions are kept, past undo, and a case comes back as it was left', async ({
  folder,
  launch,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Positions', [document], operations);
  const first = await launch({ args: [path] });
  const network = await openNetwork(first.page);
  const before = await positions(first.page, 17);
  const { history } = await snapshotOf(first.page);
  expect(history.undo?.label).not.toMatch(/place/i);
  await first.page.keyboard.press('Control+z');
  await expect(network.status).toContainText('17 actors, 15 relations');
  await first.page.keyboard.press('Control+Shift+z');
  await expect(network.status).toContainText('17 actors, 16 relations');
  expect(await positions(first.page, 17)).toEqual(before);
  await first.quit();
  const { page } = await launch({ args: [path] });
  await expect(new NetworkPane(page).status).toContainText('17 actors, 16 relations');
  expect(await positions(page, 17)).toEqual(before);
});

test('who comes stands near, in sight and off others, and nobody moves or leaves', async ({
  folder,
  launch,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Positions', [document], operations);
  const { page } = await launch({ args: [path] });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const network = await openNetwork(page);
  const before = await positions(page, 17);
  await network.canvas.focus();
  await page.keyboard.press('0');
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  const seen = await network.namesInSight();
  expect(seen.length).toBeLessThan(17);

  // With a neighbour who is out of sight, and in one step, as tagging does it.
  const away = Object.keys(before).find(
    (id) => id.startsWith('m') && !seen.includes(`Actor ${id}`),
  );
  if (away === undefined) throw new Error('somebody is out of sight');
  const step = [actor('new', 'person'), relation('new', away, 'meets')];
  await perform(page, { op: 'batch', input: { operations: step } });
  const after = await positions(page, 18);
  const { new: fresh, ...others } = after;
  expect(others).toEqual(before);
  const home = before[away];
  if (!fresh || !home) throw new Error('both have positions');
  expect(Math.hypot(fresh.x - home.x, fresh.y - home.y)).toBeLessThan(300);
  for (const at of Object.values(before)) {
    expect(Math.hypot(fresh.x - at.x, fresh.y - at.y)).toBeGreaterThan(30);
  }
  await expect
    .poll(() => network.namesInSight())
    .toEqual(expect.arrayContaining([...seen, 'Actor new']));

  // Without any neighbour: where the analyst looks, so that nothing has to move.
  const look = await network.look();
  await perform(page, actor('alone', 'person'));
  await positions(page, 19);
  expect(await network.namesInSight()).toContain('Actor alone');
  expect(await network.look()).toEqual(look);

  // Fit uses the pane: somebody stands near both ends of at least one direction.
  await network.canvas.focus();
  await page.keyboard.press('0');
  await page.keyboard.press('+'); // and back: what was chosen by hand is what can be read
  await page.keyboard.press('-');
  const { share, within } = await network.filled();
  expect(share).toBeGreaterThan(0.75);
  expect(within).toBe(true);
});

test('what is hidden is said and shown again, and a type can be seen alone', async ({
  folder,
  launch,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Positions', [document], operations);
  const { page } = await launch({ args: [path] });
  const network = await openNetwork(page);
  await positions(page, 17);
  const legend = network.region.getByRole('region', { name: 'Legend' });
  const states = legend.getByRole('listitem').filter({ hasText: 'States' });
  await expect(legend.getByRole('button', { name: 'Only' })).toHaveCount(0);
  await states.getByRole('button').focus();
  await page.keyboard.press('Tab');
  await expect(legend.getByRole('button', { name: 'Only' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(network.status).toContainText('1 actor, 0 relations');
  await page.keyboard.press('Enter');
  await expect(network.status).toContainText('17 actors');

  // A way that only leads through somebody hidden.
  await states.hover();
  await states.getByRole('button').first().click();
  await expect(network.status).toContainText('16 actors');
  await network.canvas.focus();
  await page.keyboard.press('-');
  const [left, right] = [await network.spot('Actor left'), await network.spot('Actor right')];
  await page.mouse.click(left.x, left.y);
  await page.keyboard.down('Shift');
  await page.mouse.click(right.x, right.y);
  await page.keyboard.up('Shift');
  await network.canvas.focus();
  await page.keyboard.press('p');
  await expect(network.status).toContainText(
    'No way between Actor left and Actor right within the filter; 1 actor is hidden',
  );
  await network.region.getByRole('button', { name: 'Look without the filter' }).click();
  await expect(network.status).toContainText('1 shortest way');
  await expect(network.status).toContainText('3 actors, 2 relations');
  await network.region.getByRole('button', { name: 'Show all' }).click();
  await expect(network.status).toContainText('17 actors, 16 relations');

  // Somebody chosen in the rail whom the filter hides.
  await states.getByRole('button').first().click();
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await page.getByRole('option', { name: /Actor between/ }).click();
  await expect(network.status).toContainText('“Actor between” is hidden by the filter');
  await network.region.getByRole('button', { name: 'Show it' }).click();
  await expect(network.status).toContainText('17 actors, 16 relations');
});
