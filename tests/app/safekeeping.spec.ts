import type { Page } from '@playwright/test';
import { appendFile, chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import { call, chooseFiles, chooseTarget, expect, rawCall, snapshotOf, test } from './fixtures.ts';
import { filesWith } from './files-with.ts';
import { makeCase } from './make-case.ts';

const PASSPHRASE = 'seven quiet rivers';
const talks = {
  id: 'note-1',
  title: 'Talks',
  text: 'The minister of Tajikistan met the general in Zaranj.',
};

const addPerson = (name: string) => ({ op: 'entity.add', input: { type: 'person', name } });
const names = ({ records }: CaseSnapshot) => records.entity.map(({ name }) => name);

/** Runs a command of the palette as a person does: Ctrl+K, its words, Enter. */
async function command(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Find or do…' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill(words);
  await page.keyboard.press('Enter');
}

async function typeNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
}

test('a case is made encrypted, and opens with its passphrase only', async ({ launch, folder }) => {
  const first = await launch();
  await call(first.page, 'case.close', {});
  await first.page.reload();
  await chooseTarget(first.app, join(folder, 'Sealed.case'));
  await first.page.getByLabel('Title of the new case').fill('Zaranj');
  await first.page.getByLabel('Encrypt it with a passphrase').check();
  await typeNewPassphrase(first.page, PASSPHRASE);
  await first.page.getByRole('button', { name: 'New case…' }).click();
  const key = (await first.page.getByLabel('Recovery key', { exact: true }).innerText()).replace(
    /\s+/g,
    '-',
  );
  expect(key).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  await first.page.keyboard.press('Escape');
  await first.page.getByRole('button', { name: 'I have put it away' }).click();
  await expect(first.page.getByText('Encrypted', { exact: true })).toBeVisible();
  await call(first.page, 'case.perform', addPerson('Zarina Qodirova'));
  await first.quit();
  // Neither in the case, nor in what the program notes about it elsewhere.
  expect(filesWith(folder, ['Zaranj', 'Qodirova', PASSPHRASE, key])).toEqual([]);

  const { page, quit } = await launch();
  const dialog = page.getByRole('dialog', { name: 'An encrypted case' });
  await expect(dialog).toContainText('Sealed');
  await expect(dialog.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type('not the right one');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('not the passphrase of this case');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(names(await snapshotOf(page))).toEqual(['Zarina Qodirova']);
  await quit();

  const third = await launch();
  await third.page.getByRole('button', { name: 'Use the recovery key instead' }).click();
  await third.page.getByLabel('Recovery key').fill(key.toLowerCase());
  await third.page.keyboard.press('Enter');
  await expect(third.page.getByText('Encrypted', { exact: true })).toBeVisible();
});

test('a case is encrypted later, changes its passphrase, and is decrypted again', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Zaranj', [talks]);
  const words = ['Zaranj', 'Tajikistan', 'Talks', 'note-1'];
  await writeFile(join(path, 'put-here-by-hand.txt'), 'Not of the program.');
  const { page } = await launch({ args: [path] });
  expect(filesWith(path, words)).not.toEqual([]);
  await command(page, 'Passphrase and encryption');
  const panel = page.getByRole('dialog', { name: 'Passphrase and encryption' });
  await typeNewPassphrase(page, PASSPHRASE);
  await panel.getByLabel(/Make a recovery key/).uncheck();
  await panel.getByRole('button', { name: 'Encrypt the case' }).click();
  await expect(page.getByText('Encrypted', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Not encrypted, .* put-here-by-hand\.txt\./)).toBeVisible();
  expect(filesWith(path, words)).toEqual([]);

  await command(page, 'Passphrase and encryption');
  await panel.getByLabel('Present passphrase').fill('not the right one');
  await typeNewPassphrase(page, 'eight loud mountains');
  await panel.getByRole('button', { name: 'Change the passphrase' }).click();
  const wrong = panel.getByRole('alert').filter({ hasText: 'not the passphrase of this case' });
  await expect(wrong).toBeVisible();
  await panel.getByLabel('Present passphrase').fill(PASSPHRASE);
  await panel.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(page.getByText('opens with the new passphrase')).toBeVisible();

  await call(page, 'case.close', {});
  const [recent] = await call(page, 'case.recent', {});
  expect(recent).toMatchObject({ title: 'a', folder: 'a.case' });
  const refused = await rawCall(page, 'case.open', { key: recent?.key ?? '' });
  if (refused.ok) throw new Error('it opened without its passphrase');
  const { code, details } = refused.error;
  expect(code).toBe('passphrase-needed');
  const unlock = (passphrase: string) =>
    rawCall(page, 'case.unlock', { key: details.key, secret: { passphrase } });
  expect(await unlock(PASSPHRASE)).toMatchObject({ error: { code: 'wrong-passphrase' } });
  expect(await unlock('eight loud mountains')).toMatchObject({ ok: true });
  await call(page, 'case.decrypt', { secret: { passphrase: 'eight loud mountains' } });
  expect((await snapshotOf(page)).store).toMatchObject({ encrypted: false, mode: 'writable' });
  expect(await call(page, 'case.verify', {})).toMatchObject({ ok: true });
});

test.afterEach(async ({ folder }) => {
  // A folder that takes no files could not be removed.
  await chmod(join(folder, 'a.case', 'journal'), 0o755).catch(() => undefined);
});

test('a torn last save is told; a disk that fails later keeps the change for a copy', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], [addPerson('Rahmon')]);
  const journal = join(path, 'journal');
  const [segment = ''] = (await readdir(journal)).sort().reverse();
  await appendFile(join(journal, segment), '{"n":99,"at":"20');
  const { app, page } = await launch({ args: [path] });
  const report = page.getByRole('dialog', { name: 'Repaired while opening' });
  await expect(report).toContainText('The last save was not finished: 16 bytes');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Repaired while opening' }).click();
  await expect(report).toContainText('quarantine');
  await page.keyboard.press('Escape');
  expect(names(await snapshotOf(page))).toEqual(['Rahmon']);

  // After the repair the next change begins a new file, which this folder does not take.
  await chmod(journal, 0o555);
  const banner = page.getByRole('alert').filter({ hasText: 'could not be saved' });
  const refused = await rawCall(page, 'case.perform', addPerson('Qodirova'));
  expect(refused).toMatchObject({ error: { code: 'no-permission' } });
  await expect(banner).toContainText('you may not write');
  await banner.getByRole('button', { name: 'Try again' }).click();
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages.getByText('Could not save the change')).toBeVisible();
  await expect(banner).toBeVisible();

  // Nobody loses the change by closing: the program asks, and stays.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  });
  expect(await rawCall(page, 'case.close', {})).toMatchObject({ error: { code: 'cancelled' } });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(banner).toBeVisible();

  await chooseTarget(app, join(folder, 'rescued.case'));
  await banner.getByRole('button', { name: 'Save a copy elsewhere…' }).click();
  await expect(banner).toContainText('A copy is saved in rescued.case');
  await chmod(journal, 0o755);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  expect(names(await snapshotOf(page))).toEqual(['Rahmon', 'Qodirova']);
  await chooseFiles(app, join(folder, 'rescued.case'));
  expect(names((await call(page, 'case.choose', {})) ?? (await snapshotOf(page)))).toEqual([
    'Rahmon',
    'Qodirova',
  ]);
});

test('a backup is restored beside the case, which stays as it is', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], [addPerson('Rahmon')]);
  const { app, page } = await launch({ args: [path] });
  await command(page, 'Backups');
  const panel = page.getByRole('dialog', { name: 'Backups' });
  await expect(panel).toContainText('There is no backup of this case yet');
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await call(page, 'case.perform', addPerson('Qodirova'));
  await expect(panel.getByRole('listitem')).toContainText('without the last change');
  await chooseTarget(app, join(path, 'inside.case'));
  const restore = panel.getByRole('button', { name: /as a copy$/ });
  await restore.click();
  await expect(panel.getByRole('alert')).toContainText('inside the case');
  await chooseTarget(app, join(folder, 'before.case'));
  await restore.click();
  await expect(panel).toContainText('unpacked in before.case');
  expect(names(await snapshotOf(page))).toEqual(['Rahmon', 'Qodirova']);
  await panel.getByRole('button', { name: 'Open the copy' }).click();
  await expect.poll(async () => names(await snapshotOf(page))).toEqual(['Rahmon']);
  expect(await call(page, 'case.verify', {})).toMatchObject({ ok: true });
});

test('a case goes out as one file and comes in again', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], [addPerson('Rahmon')]);
  const { app, page } = await launch({ args: [path] });
  await chooseTarget(app, join(folder, 'A.wakhan'));
  await command(page, 'Export the case as one file');
  await expect(page.getByText('The whole case is in “A.wakhan”')).toBeVisible();
  await chooseFiles(app, join(folder, 'A.wakhan'));
  await chooseTarget(app, join(folder, 'again.case'));
  await command(page, 'Open a case in one file');
  await expect
    .poll(async () => (await call(page, 'case.recent', {}))[0]?.folder)
    .toBe('again.case');
  expect(names(await snapshotOf(page))).toEqual(['Rahmon']);
});

test('a tampered original is found by the check and named in words', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks]);
  const { page } = await launch({ args: [path] });
  await command(page, 'Check the case');
  const panel = page.getByRole('dialog', { name: 'Check the case' });
  await panel.getByRole('button', { name: 'Check now' }).click();
  await expect(panel.getByRole('status')).toContainText('The case is sound');

  const [original = ''] = await readdir(join(path, 'sources'));
  const file = join(path, 'sources', original);
  const bytes = await readFile(file);
  await chmod(file, 0o644);
  await writeFile(file, bytes.toString().replace('Zaranj', 'Herat'));
  await panel.getByRole('button', { name: 'Check again' }).click();
  await expect(panel.getByRole('status')).toContainText('One thing is not as it should be');
  await expect(panel.getByRole('listitem')).toContainText('Original · Talks');
});

test('the history stays over a restart, and goes back to any of its steps', async ({
  launch,
  folder,
}) => {
  const steps = ['Rahmon', 'Qodirova', 'Saidov'].map(addPerson);
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks], steps);
  const first = await launch({ args: [path] });
  await call(first.page, 'case.perform', addPerson('Karimov'));
  await first.quit();
  const { page } = await launch();
  await page.getByText('Talks').first().waitFor();
  await page.keyboard.press('Control+h');
  const panel = page.getByRole('dialog', { name: 'History' });
  const step = panel.getByRole('listitem').filter({ hasText: 'Qodirova' });
  await expect(step).toContainText('test');
  await step.getByRole('button', { name: 'Undo all later steps' }).click();
  await expect.poll(async () => names(await snapshotOf(page))).toEqual(['Rahmon', 'Qodirova']);
  await expect(panel.getByRole('listitem').filter({ hasText: 'Karimov' })).toContainText('undone');
});
