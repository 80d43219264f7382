import { join } from 'node:path';
import { call, expect, recordsOf, test } from './fixtures.ts';
import { ReaderPage } from './pages/reader.ts';
import { makeTwoNotes } from './two-notes.ts';

test.beforeEach(async ({ folder }) => {
  await makeTwoNotes(folder);
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
  const { tag } = await recordsOf(page);
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
