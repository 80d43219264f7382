import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';

const meeting = {
  id: 'note-1',
  title: 'Meeting',
  text:
    'Officials of China met officials of Pakistan in Urumqi.\n\n' +
    'They spoke of terrorism. Nobody else was asked.\n\n' +
    Array.from({ length: 60 }, (_, i) => `Paragraph ${i + 1} says little of note.`).join('\n\n') +
    '\n\nThe last word belongs to Tajikistan.',
};

test('words are selected and tagged by keyboard alone, in two keystrokes', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Keys', [meeting]);
  const { page } = await launch({ args: [path] });
  await expect(page.getByRole('tab', { name: /^Documents/ })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('searchbox', { name: 'Filter documents' })).toBeFocused();
  await page.keyboard.type('meet');
  await page.keyboard.press('Enter');
  const reader = new ReaderPage(page);
  await expect(reader.pane).toBeFocused();
  await expect(reader.pane.locator('[data-start]').first()).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(reader.bar).toBeVisible();
  await page.keyboard.press('d');
  await expect(reader.filter).toHaveValue('d');
  await page.keyboard.press('Enter');

  await expect(reader.marks('Officials')).toHaveCount(1);
  const { highlights } = await call(page, 'document.read', { id: 'note-1' });
  expect(highlights).toMatchObject([{ quote: 'Officials', tags: ['decision-making'] }]);
});

test('one key takes the tag on its digit; undo and redo are said', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'Digits', [meeting]);
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  await reader.open('Meeting');
  await reader.select('Pakistan');
  await page.keyboard.press('2');
  await expect(reader.marks('Pakistan')).toHaveCount(1);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Tag “Pakistan” as membership')).toBeVisible();
  await expect(reader.marks('Pakistan')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(reader.marks('Pakistan')).toHaveCount(1);
});

test('Escape leaves everything as it was', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'Escape', [meeting]);
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  await reader.open('Meeting');
  const { store } = (await call(page, 'case.current', {})) ?? {};
  await reader.select('Urumqi');
  await page.keyboard.type('mem');
  await page.keyboard.press('Escape');
  await expect(reader.bar).toBeHidden();
  expect((await call(page, 'case.current', {}))?.store.n).toBe(store?.n);
});

test('overlapping highlights: Tab goes from one to the next, Delete takes one away', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(
    join(folder, 'a.case'),
    'Overlaps',
    [meeting],
    [
      { op: 'highlight.add', input: { id: 'wide', document: 'note-1', start: 0, end: 55 } },
      {
        op: 'highlight.add',
        input: { id: 'narrow', document: 'note-1', start: 13, end: 18, tags: ['membership'] },
      },
    ],
  );
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  await reader.open('Meeting');
  await reader.marks('China').click();
  await expect(reader.marks('China')).toHaveClass(/lit/);
  await page.keyboard.press('Tab');
  await expect(reader.marks('Officials of ')).toHaveClass(/lit/);
  await page.keyboard.press('Tab');
  await expect(reader.marks('Officials of ')).not.toHaveClass(/lit/);
  await page.keyboard.press('Delete');
  await expect(page.getByText('Removed the highlight “China”')).toBeVisible();
  await expect(reader.marks('China')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(reader.marks('China')).toHaveCount(1);
});

test('finding looks in the whole text, also where nothing is mounted', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Find', [meeting]);
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  await reader.open('Meeting');
  await expect(reader.pane.getByText('The last word belongs')).toHaveCount(0);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('tajikistan');
  await expect(page.getByRole('search').getByText('1 of 1')).toBeVisible();
  await expect(reader.pane.getByText('The last word belongs')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(reader.pane).toBeFocused();
});

test('the last view is there again after a restart', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'View', [meeting]);
  const first = await launch({ args: [path] });
  const before = new ReaderPage(first.page);
  await before.open('Meeting');
  await first.page.keyboard.press('Control+1');
  await first.page.keyboard.press('Alt+3');
  await before.pane.evaluate((pane) => pane.scrollTo({ top: 900 }));
  await expect(before.pane.getByText('Paragraph 20 says')).toBeInViewport();
  await first.quit();

  const { page } = await launch({ args: [path] });
  const after = new ReaderPage(page);
  await expect(after.pane).toHaveAccessibleName('Text of Meeting');
  await expect(after.pane.getByText('Paragraph 20 says')).toBeInViewport();
  await expect(page.getByRole('tab', { name: /^Tags/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Reader', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});
