import { join } from 'node:path';
import { call, expect, recordsOf, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';

const notes = [
  {
    id: 'note-1',
    title: 'Urumqi',
    text:
      'China hosted Pakistan in Urumqi on 3 August 2016.\n\n' +
      'Pakistan thanked China. Pakistan and Chinas are not the same words.\n\n' +
      'A spokesman said that nobody is a target.',
  },
  { id: 'note-2', title: 'Islamabad', text: 'In Islamabad, Pakistan spoke of China again.' },
];

test.beforeEach(async ({ folder }) => {
  await makeCase(join(folder, 'a.case'), 'Tagging', notes);
});

test('selected words become an actor of a type in two keystrokes, as one step of undo', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('China', 's');
  await expect(reader.marks('China')).toHaveCount(1);
  expect((await recordsOf(page)).entity).toMatchObject([{ name: 'China', type: 'state' }]);
  expect((await recordsOf(page)).document[0]?.state).toBe('reading');

  await page.keyboard.press('Control+z');
  await expect(reader.marks('China')).toHaveCount(0);
  expect((await recordsOf(page)).entity).toEqual([]);
  expect((await recordsOf(page)).document[0]?.state).toBe('unread');
});

test('words with the name of an actor offer that actor first', async ({ launch, folder }) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('Pakistan', 's');
  await reader.open('Islamabad');
  await reader.select('Pakistan');
  await page.keyboard.press('Enter');
  await expect(reader.marks('Pakistan')).toHaveCount(1);
  const { highlights } = await call(page, 'document.read', { id: 'note-2' });
  expect(highlights[0]?.entity).toBe((await recordsOf(page)).entity[0]?.id);
});

test('all other occurrences, with an exception, in all documents, in one step', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('Pakistan', 's');
  await reader.marks('Pakistan').first().click();
  await page.keyboard.press('Alt+a');
  const preview = page.getByRole('group', { name: 'All other occurrences' });
  await expect(preview.getByText('2 more to tag as')).toBeVisible();
  await preview.getByLabel('In all documents').check();
  await expect(preview.getByText('3 more to tag as')).toBeVisible();
  await preview.getByRole('checkbox').first().uncheck();
  await preview.getByRole('button', { name: 'Tag 2' }).click();
  await expect(page.getByText('2 occurrences tagged as Pakistan.')).toBeVisible();
  await expect(reader.marks('Pakistan')).toHaveCount(2);
  const other = await call(page, 'document.read', { id: 'note-2' });
  expect(other.highlights).toMatchObject([{ quote: 'Pakistan' }]);

  await page.keyboard.press('Control+z');
  await expect(reader.marks('Pakistan')).toHaveCount(1);
});

test('a relation goes from one highlight to the words chosen next', async ({ launch, folder }) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('China', 's');
  await reader.marks('China').click();
  await page.keyboard.press('Alt+r');
  await expect(page.getByText('choose the other end')).toBeVisible();

  await reader.select('Pakistan');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('s');
  await expect(page.getByRole('combobox', { name: 'How are they related?' })).toBeFocused();
  await page.keyboard.type('hosts');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  const { entity, relation } = await recordsOf(page);
  const id = (name: string) => entity.find((one) => one.name === name)?.id;
  expect(relation).toMatchObject([{ type: 'hosts', from: id('China'), to: id('Pakistan') }]);
  // The sentence that holds both is the evidence, not two bare names.
  const { text, highlights } = await call(page, 'document.read', { id: 'note-1' });
  const proof = highlights.filter((one) => relation[0]?.evidence.includes(one.id));
  expect(proof).toHaveLength(1);
  expect(proof[0]?.quote).toMatch(/^China.*Pakistan.*\.$/);
  expect(text.text).toContain(proof[0]?.quote);

  await page.keyboard.press('Control+z');
  await expect(reader.marks('Pakistan')).toHaveCount(0);
  expect((await recordsOf(page)).relation).toEqual([]);
});

test('words that hold two actors carry a relation by themselves, either way round', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('China', 's');
  await reader.addActor('Pakistan', 's');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(reader.bar).toBeVisible();
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Tab');
  await page.keyboard.type('host');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  const { entity, relation } = await recordsOf(page);
  const id = (name: string) => entity.find((one) => one.name === name)?.id;
  expect(relation).toMatchObject([{ type: 'hosts', from: id('Pakistan'), to: id('China') }]);
  const { highlights } = await call(page, 'document.read', { id: 'note-1' });
  const evidence = highlights.find((mark) => mark.id === relation[0]?.evidence[0]);
  expect(evidence?.quote).toContain('China hosted Pakistan');
});

test('an event takes its actors from its words; a claim and a note keep theirs', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.addActor('Pakistan', 's');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.type('e');
  await page.keyboard.press('Enter');
  await page.getByLabel('What happened: one word').fill('meeting');
  await page.getByLabel('Date, as far as the text says').fill('2016-08-03');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  await reader.select('nobody is a target');
  await page.keyboard.press('Alt+c');
  await page.getByLabel('On whose word').fill('a spokesman');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  await reader.select('spokesman');
  await page.keyboard.press('Alt+n');
  await page.getByLabel('Note on these words').fill('Whose?');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  const { entity, event, claim } = await recordsOf(page);
  expect(event).toMatchObject([
    { type: 'meeting', date: '2016-08-03', participants: [{ entity: entity[0]?.id }] },
  ]);
  expect(claim).toMatchObject([
    { text: 'nobody is a target', attribution: { name: 'a spokesman' } },
  ]);
  const { highlights } = await call(page, 'document.read', { id: 'note-1' });
  expect(highlights.map(({ note }) => note)).toContain('Whose?');
});

test('words that name several actors: each is added, counts as a mention, and goes by itself', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'b.case'), 'Several', notes, [
    { op: 'entity.add', input: { id: 'china', type: 'state', name: 'China' } },
    { op: 'entity.add', input: { id: 'pakistan', type: 'state', name: 'Pakistan' } },
    { op: 'highlight.add', input: { document: 'note-1', start: 0, end: 21 } },
  ]);
  const first = await launch({ args: [path] });
  const { page } = first;
  const named = async () => {
    const { highlights } = await call(page, 'document.read', { id: 'note-1' });
    return highlights[0]?.entities;
  };
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.marks('China hosted Pakistan').click();
  const inspector = page.locator('.inspector');
  const chips = inspector.getByRole('list', { name: 'Actors' }).getByRole('listitem');
  const field = inspector.getByRole('combobox', { name: 'Add an actor' });
  const add = async (name: string) => {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  await field.focus();
  await add('China');
  await expect(chips).toHaveText(['China']);
  await add('Pakistan');
  await expect(chips).toHaveText(['China', 'Pakistan']);
  await expect(field).toBeFocused();
  // One that is there is there.
  const history = await call(page, 'case.history', { limit: 50 });
  await add('China');
  await expect(field).toHaveValue('');
  expect(await call(page, 'case.history', { limit: 50 })).toEqual(history);

  await page.getByRole('tab', { name: /^Actors/ }).click();
  const rows = page.getByRole('tabpanel').getByRole('option');
  for (const name of ['China', 'Pakistan']) {
    await expect(rows.filter({ hasText: name })).toContainText('1');
    await rows.filter({ hasText: name }).click();
    await expect(inspector.getByRole('button', { name: /^Mentions/ })).toContainText('1');
  }

  await page.keyboard.press('Control+z');
  await expect.poll(named).toEqual(['china']);
  // The window has to know of it as well, or there is nothing to do again.
  await expect(rows.filter({ hasText: 'Pakistan' })).not.toContainText('1');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(named).toEqual(['china', 'pakistan']);

  await reader.marks('China hosted Pakistan').click();
  // By keyboard: from one to the next, and into the field.
  await inspector.getByRole('button', { name: 'Remove Pakistan' }).focus();
  await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await inspector.getByRole('button', { name: 'Remove China' }).press('Enter');
  await expect(chips).toHaveText(['Pakistan']);
  expect(await named()).toEqual(['pakistan']);
  await first.quit();

  const again = await launch({ args: [path] });
  const reopened = new ReaderPage(again.page);
  await reopened.open('Urumqi');
  await reopened.marks('China hosted Pakistan').click();
  const kept = again.page.locator('.inspector').getByRole('list', { name: 'Actors' });
  await expect(kept.getByRole('listitem')).toHaveText(['Pakistan']);
});
