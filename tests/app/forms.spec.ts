import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { call, expect, recordsOf, test } from './fixtures.ts';
import { ReaderPage } from './pages/reader.ts';
import { makeTwoNotes } from './two-notes.ts';

async function quotesOf(page: Page, ids: readonly string[] = []): Promise<string[]> {
  const quotes = await call(page, 'highlight.quotes', { ids: [...ids] });
  return quotes.map(({ highlight }) => highlight.quote);
}

test.beforeEach(async ({ folder }) => {
  await makeTwoNotes(folder);
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
  const { claim } = await recordsOf(page);
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
  const { entity } = await recordsOf(page);
  const china = entity.find(({ id }) => id === 'china');
  expect(china?.aliases).toMatchObject([{ name: 'Beijing' }]);
  expect(await quotesOf(page, [china?.aliases[0]?.evidence ?? ''])).toEqual(['Beijing']);
  // In one stroke, so one step back takes it all.
  await page.keyboard.press('Control+z');
  await expect(reader.marks('Beijing')).toHaveCount(0);
  expect((await recordsOf(page)).entity.find(({ id }) => id === 'china')?.aliases).toEqual([]);
  await page.keyboard.press('Control+y');
  await expect(reader.marks('Beijing')).toHaveCount(1);

  // A name that the words found otherwise is offered beside the highlight too.
  await reader.tag('Raheel Sharif', 'China');
  await page.getByRole('button', { name: 'Also called “Raheel Sharif”' }).click();
  await expect
    .poll(async () => (await recordsOf(page)).entity.find(({ id }) => id === 'china')?.aliases)
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
  const [made] = (await recordsOf(page)).relation;
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
  await expect.poll(async () => (await recordsOf(page)).relation[0]?.evidence.length).toBe(2);
  await inspector.getByRole('button', { name: 'Move this quote up' }).click();
  const order = async () => quotesOf(page, (await recordsOf(page)).relation[0]?.evidence);
  await expect
    .poll(order)
    .toEqual(['nobody is a target', 'The QCCM has four members, China said.']);
  expect((await recordsOf(page)).relation).toHaveLength(1);
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
  expect((await recordsOf(page)).event).toMatchObject([{ title: 'Talks', date: '2016-04-03' }]);
  // The event that was made is shown; its date is held to the same.
  const field = page.locator('.inspector').getByRole('textbox', { name: /^(Date|When)/ });
  await field.fill('31 June 2016');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('2016-06');
  await field.press('Enter');
  await expect.poll(async () => (await recordsOf(page)).event[0]?.date).toBe('2016-06');
});
