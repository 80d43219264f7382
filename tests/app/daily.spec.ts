import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';

const notes = [
  {
    id: 'note-1',
    title: 'Urumqi',
    text:
      'China hosted Pakistan in Urumqi on 3 August 2016.\n\n' +
      'Beijing met Gen. Raheel Sharif of Pakistan. The QCCM has four members, China said.\n\n' +
      'A spokesman said that nobody is a target.',
  },
  { id: 'note-2', title: 'Islamabad', text: 'In Islamabad, Pakistan spoke of China again.' },
];

const actors = [
  { op: 'entity.add', input: { id: 'china', type: 'state', name: 'China' } },
  { op: 'entity.add', input: { id: 'qccm', type: 'initiative', name: 'QCCM' } },
];

async function records(page: Page) {
  const snapshot = await call(page, 'case.current', {});
  if (!snapshot) throw new Error('no case is open');
  return snapshot.records;
}

async function quotesOf(page: Page, ids: readonly string[] = []): Promise<string[]> {
  const quotes = await call(page, 'highlight.quotes', { ids: [...ids] });
  return quotes.map(({ highlight }) => highlight.quote);
}

test.beforeEach(async ({ folder }) => {
  await makeCase(join(folder, 'a.case'), 'Daily', notes, actors);
});

test('what is typed in a form survives a click, another document and a restart', async ({
  launch,
  folder,
}) => {
  const first = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(first.page);
  await reader.open('Urumqi');
  await reader.select('Raheel Sharif');
  await first.page.keyboard.press('Alt+n');
  await first.page.getByLabel('Note on these words').fill('who is his deputy');
  await reader.click('hosted');
  await expect(first.page.getByText('What you typed is kept as a draft')).toBeVisible();
  await reader.select('four members');
  await first.page.keyboard.press('Alt+c');
  await first.page.getByLabel('On whose word').fill('a spokesman');
  await reader.open('Islamabad');
  await expect(first.page.getByRole('button', { name: '2 drafts: go on' })).toBeVisible();
  await first.quit();

  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const again = new ReaderPage(page);
  await page.getByRole('button', { name: '2 drafts: go on' }).click();
  await expect(page.getByLabel('On whose word')).toHaveValue('a spokesman');
  await expect(page.getByText('Kept as a draft')).toBeVisible();
  await page.getByRole('button', { name: 'Add claim' }).click();
  await expect(again.bar).toBeHidden();
  const { claim } = await records(page);
  expect(claim).toMatchObject([{ text: 'four members' }]);
  // What was made is shown.
  await expect(page.locator('.inspector').getByLabel('Claim', { exact: true })).toHaveValue(
    'four members',
  );
  await page.getByRole('button', { name: '1 draft: go on' }).click();
  await expect(page.getByLabel('Note on these words')).toHaveValue('who is his deputy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /draft/ })).toHaveCount(0);
});

test('an actor named by other words is called that from then on', async ({ launch, folder }) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.select('Beijing');
  await page.keyboard.type('China');
  await expect(reader.bar).toContainText('also called “Beijing”');
  await page.keyboard.press('Alt+Enter');
  await expect(reader.bar).toBeHidden();
  const { entity } = await records(page);
  const china = entity.find(({ id }) => id === 'china');
  expect(china?.aliases).toMatchObject([{ name: 'Beijing' }]);
  expect(await quotesOf(page, [china?.aliases[0]?.evidence ?? ''])).toEqual(['Beijing']);
  // In one stroke, so one step back takes it all.
  await page.keyboard.press('Control+z');
  await expect(reader.marks('Beijing')).toHaveCount(0);
  expect((await records(page)).entity.find(({ id }) => id === 'china')?.aliases).toEqual([]);
  await page.keyboard.press('Control+y');
  await expect(reader.marks('Beijing')).toHaveCount(1);

  // A name that the words found otherwise is offered beside the highlight too.
  await reader.tag('Raheel Sharif', 'China');
  await page.getByRole('button', { name: 'Also called “Raheel Sharif”' }).click();
  await expect
    .poll(async () => (await records(page)).entity.find(({ id }) => id === 'china')?.aliases)
    .toMatchObject([{ name: 'Beijing' }, { name: 'Raheel Sharif' }]);
  await reader.click('nobody');
  await reader.select('Beijing');
  await expect(reader.bar.getByRole('option').first()).toContainText('China');
});

test('relations read as their ends allow, and a repeat becomes evidence', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  const relate = async (from: string, to: string, within: string) => {
    await reader.select(from, within);
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Enter');
    await reader.select(to, within);
    await page.keyboard.press('Enter');
    await expect(reader.bar.getByRole('combobox')).toBeFocused();
  };
  // The state is named last: it is the member all the same.
  await relate('QCCM', 'China', 'QCCM has four members, China');
  await page.keyboard.type('member');
  await expect(reader.bar).toContainText('The QCCM has four members, China said.');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();
  const [made] = (await records(page)).relation;
  expect(made).toMatchObject({ from: 'china', to: 'qccm', type: 'member-of' });
  expect(await quotesOf(page, made?.evidence)).toEqual(['The QCCM has four members, China said.']);

  // The same once more is no second line.
  await page.keyboard.press('Escape');
  await relate('China', 'QCCM', 'QCCM has four members, China');
  await page.keyboard.type('member');
  await expect(reader.bar).toContainText(/add as evidence/i);
  await page.keyboard.press('Escape');
  await expect(reader.bar).toBeHidden();

  // Further words join from the inspector, and are put first there.
  await page.getByRole('tab', { name: /^Actors/ }).click();
  await page.getByRole('option', { name: /^China/ }).click();
  const inspector = page.locator('.inspector');
  await inspector.getByTitle('Show the quotes of this relation').click();
  await reader.select('nobody is a target');
  await inspector.getByRole('button', { name: 'Add the selected words' }).dblclick();
  await expect.poll(async () => (await records(page)).relation[0]?.evidence.length).toBe(2);
  await inspector.getByRole('button', { name: 'Move this quote up' }).click();
  const order = async () => quotesOf(page, (await records(page)).relation[0]?.evidence);
  await expect
    .poll(order)
    .toEqual(['nobody is a target', 'The QCCM has four members, China said.']);
  expect((await records(page)).relation).toHaveLength(1);
});

test('a date is understood as it is typed, and a wrong one stands at its field', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  await reader.select('3 August 2016');
  await page.keyboard.press('Alt+e');
  const date = reader.bar.getByLabel('Date, as far as the text says');
  const said = reader.bar.locator('#event-date-read');
  for (const [typed, understood] of [
    ['3rd of august 2016', /3 August 2016/],
    ['Aug 2016', /August 2016/],
    ['about 2015', /about 2015/i],
    ['2016-2020', /2016.*2020/],
  ] as const) {
    await date.fill(typed);
    await expect(said).toHaveText(understood);
  }
  await reader.bar.getByLabel('What happened: one word').fill('meeting');
  await reader.bar.getByLabel('Title').fill('Talks');
  for (const wrong of ['30 February 2016', '2016-24-05', '2020/2016', 'soon']) {
    await date.fill(wrong);
    await expect(date).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Enter');
    await expect(date).toBeFocused();
  }
  await date.fill('3/4/2016');
  await reader.bar.getByRole('button', { name: '3 April 2016' }).click();
  await expect(date).toHaveAttribute('aria-invalid', 'false');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();
  expect((await records(page)).event).toMatchObject([{ title: 'Talks', date: '2016-04-03' }]);
  // The event that was made is shown; its date is held to the same.
  const field = page.locator('.inspector').getByRole('textbox', { name: /^(Date|When)/ });
  await field.fill('31 June 2016');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('2016-06');
  await field.press('Enter');
  await expect.poll(async () => (await records(page)).event[0]?.date).toBe('2016-06');
});

test('a document is inspected when it is chosen; marking, merging and names are a command away', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  const inspector = page.locator('.inspector');
  await reader.open('Islamabad');
  await expect(inspector.getByLabel('Title')).toHaveValue('Islamabad');
  await reader.open('Urumqi');
  await expect(inspector.getByLabel('Title')).toHaveValue('Urumqi');
  const command = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find or do' }).fill(words);
    await page.keyboard.press('Enter');
  };
  // Nothing is marked before somebody marks it; the badge shows the strictest.
  const badge = page.getByRole('contentinfo').getByRole('button', { name: /Unmarked|TLP/ });
  await expect(badge).toHaveText('Unmarked');
  await command('marking of the document');
  await expect(inspector.getByLabel('Marking')).toBeFocused();
  await inspector.getByLabel('Marking').selectOption('TLP:RED');
  await expect(badge).toHaveText('TLP:RED');
  await badge.click();
  const properties = page.getByRole('dialog', { name: /title and marking/i });
  await properties.getByLabel('Title').fill('Daily work');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Daily work').first()).toBeVisible();

  await command('QCCM');
  await command('merge');
  await expect(inspector.getByLabel('The actor that stays')).toBeFocused();
  await page.keyboard.type('China');
  await page.keyboard.press('Enter');
  // They are of two types: nothing is merged before that is answered.
  await expect(page.getByText('Are they the same actor?')).toBeVisible();
  expect((await records(page)).entity).toHaveLength(2);
  await page.getByRole('button', { name: 'Merge as state' }).click();
  await expect.poll(async () => (await records(page)).entity).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await records(page)).entity).toHaveLength(2);
  await command('QCCM');
  await command('rename');
  await expect(inspector.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await command('delete');
  await expect.poll(async () => (await records(page)).entity).toHaveLength(1);
});

test('what is seen as selected is copied; Ctrl+A takes the text', async ({ launch, folder }) => {
  const { app, page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  const copied = async () => {
    await page.keyboard.press('Control+c');
    return () => app.evaluate(({ clipboard }) => clipboard.readText());
  };
  // Words of the inspector first, then words of the text.
  await page.locator('.inspector p').first().selectText();
  await reader.select('nobody');
  await expect.poll(await copied()).toBe('nobody');
  await page.keyboard.press('Escape');
  await reader.pane.focus();
  await page.keyboard.press('Control+a');
  const whole = (await call(page, 'document.read', { id: 'note-1' })).text.text;
  await expect.poll(await copied()).toBe(whole);
});

test('shortcuts work in every layout, and a key that is held down counts once', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: [join(folder, 'a.case')] });
  const reader = new ReaderPage(page);
  await reader.open('Urumqi');
  const session = await page.context().newCDPSession(page);
  const press = async (key: string, code: string, modifiers = 0, autoRepeat = false) => {
    const text = modifiers === 0 && key.length === 1 ? { text: key } : {};
    const which = { key, code, modifiers, autoRepeat, windowsVirtualKeyCode: code.charCodeAt(3) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...which, ...text });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...which });
  };
  await reader.pane.focus();
  await press('л', 'KeyK', 2);
  await expect(page.getByRole('combobox', { name: 'Find or do' })).toBeFocused();
  await page.keyboard.press('Escape');

  // The codebook's key of a tag, on a Cyrillic keyboard.
  const { tag } = await records(page);
  const keyed = tag.find(({ key }) => key === 'f');
  await reader.select('four members');
  await press('а', 'KeyF');
  await expect(reader.bar.getByRole('option').first()).toContainText(keyed?.name ?? '');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  // A digit that repeats itself, and one that is pressed twice at once, give one highlight.
  await reader.select('a target');
  await Promise.all([page.keyboard.press('1'), page.keyboard.press('1')]);
  await expect(reader.bar).toBeHidden();
  await press('1', 'Digit1', 0, true);
  const { highlights } = await call(page, 'document.read', { id: 'note-1' });
  expect(highlights.filter(({ quote }) => quote === 'a target')).toHaveLength(1);
});
