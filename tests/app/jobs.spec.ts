import type { Page } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseFiles, chooseTarget, expect, rawCall, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

/** Big enough that work on the whole case does not end before a cancel can arrive. */
const documents = Array.from({ length: 60 }, (_, i) => ({
  id: `d${i}`,
  title: `Document ${i}`,
  text: `Number ${i}. `.repeat(5000),
}));
const report = { format: 'pdf', title: 'Talks' };

/** So many words that a case of them is being encrypted for seconds. */
const many = Array.from({ length: 100 }, (_, i) => ({
  id: `d${i}`,
  title: `Document ${i}`,
  text: `Number ${i}. `.repeat(20_000),
}));

/** Cancels every job of the page as soon as it is told; the states that were told. */
function cancelAll(page: Page) {
  return page.evaluateHandle(() => {
    const states: string[] = [];
    window.desktop.on('job', ({ id, state }) => {
      if (state !== 'running') states.push(state);
      else if (states.length === 0) void window.desktop.call('job.cancel', { id });
    });
    return states;
  });
}

test('whatever works on a whole case stops when it is cancelled, and leaves nothing', async ({
  launch,
  folder,
}) => {
  test.slow();
  const path = await makeCase(join(folder, 'a.case'), 'A', documents);
  const { app, page } = await launch({ args: [path] });
  const good = join(folder, 'a.wakhan');
  await chooseTarget(app, good);
  expect(await rawCall(page, 'case.exportFile', {})).toMatchObject({ ok: true });
  const backups = await rawCall<{ name: string }[]>(page, 'backup.make', {});
  const [backup] = backups.ok ? backups.value : [];
  if (!backup) throw new Error('a backup was made');
  const before = await readdir(folder);
  await chooseFiles(app, good);
  for (const [name, input, target] of [
    ['case.exportFile', {}, 'b.wakhan'],
    ['case.saveCopy', {}, 'copy.case'],
    ['backup.make', {}, ''],
    ['backup.restore', { name: backup.name }, 'restored.case'],
    ['case.importFile', {}, 'unpacked.case'],
    ['report.export', report, 'report.pdf'],
    ['case.verify', {}, ''],
  ] as const) {
    await chooseTarget(app, join(folder, target));
    const states = await cancelAll(page);
    const answer = await rawCall(page, name, input);
    expect.soft(answer, name).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await expect.poll(() => states.jsonValue(), name).toEqual(['cancelled']);
    expect.soft(await readdir(folder), name).toEqual(before);
  }
  expect(await rawCall(page, 'backup.list', {})).toMatchObject({ ok: true, value: [backup] });
  expect((await readdir(path)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a job that takes its time has a row, with a way to cancel it, at the start screen too', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', documents);
  const { app, page } = await launch({ args: [path] });
  await chooseTarget(app, join(folder, 'a.wakhan'));
  const tell = (state: string) =>
    app.evaluate(({ BrowserWindow }, now) => {
      const job = { id: 'j', kind: 'copy', label: 'Unpacking a', done: 3, total: 60, state: now };
      BrowserWindow.getAllWindows()[0]?.webContents.send('desktop:event', 'job', job);
    }, state);
  const row = page.getByRole('button', { name: 'Cancel Unpacking a' });
  const places = {
    workbench: page.getByRole('contentinfo'),
    dialog: page.getByRole('dialog', { name: 'Backups' }),
    start: page.getByRole('main'),
  };
  await expect(places.workbench).toBeVisible();
  await tell('running');
  await expect(places.workbench.getByRole('progressbar', { name: 'Unpacking a' })).toBeVisible();
  await expect(places.workbench).toContainText('Unpacking a 3 of 60');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('Backups');
  await page.keyboard.press('Enter');
  await expect(places.dialog.getByRole('button', { name: 'Cancel Unpacking a' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+w');
  await expect(places.start).toContainText('Unpacking a 3 of 60');
  await tell('cancelled');
  await expect(row).toHaveCount(0);
});

test('encryption stops when it is cancelled, and the case is what it was', async ({
  launch,
  folder,
}) => {
  test.slow();
  const path = await makeCase(join(folder, 'a.case'), 'A', many);
  const before = await readdir(path, { recursive: true });
  const { page } = await launch({ args: [path] });
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('Passphrase and encryption');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Passphrase and encryption' });
  await panel.getByLabel('New passphrase').fill('seven quiet rivers');
  await panel.getByLabel('The same again').fill('seven quiet rivers');
  await panel.getByRole('button', { name: 'Encrypt the case' }).click();
  const holding = page.getByRole('dialog', { name: 'Encrypting the case' });
  await holding.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This was cancelled. The case is as it was.')).toBeVisible();
  await page.keyboard.press('Escape'); // the panel stays when it was cancelled that early
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await call(page, 'case.perform', { op: 'tag.add', input: { name: 'Afterwards' } });
  await expect(page.getByRole('tab', { name: 'Tags 41' })).toBeVisible();
  await call(page, 'case.close', {});
  expect(await readdir(path, { recursive: true })).toEqual(before);
});

test('encryption that is cancelled before it has begun does not begin', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', []);
  const { page } = await launch({ args: [path] });
  await expect(page.getByRole('heading', { name: 'A', exact: true })).toBeVisible();
  const answer = await page.evaluate(async () => {
    const input = { passphrase: 'seven quiet rivers', recoveryKey: false };
    const asked = window.desktop.call('case.encrypt', input);
    await window.desktop.call('case.stopRewriting', {});
    return JSON.parse(String(await asked)) as unknown;
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await call(page, 'case.current', {})).toMatchObject({ store: { encrypted: false } });
});

test('the window closes also while the case is being encrypted', async ({ launch, folder }) => {
  test.slow();
  const path = await makeCase(join(folder, 'a.case'), 'A', many);
  const { page, quit } = await launch({ args: [path] });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.desktop.on('rewriting', () => resolve());
        const input = { passphrase: 'seven quiet rivers', recoveryKey: false };
        void window.desktop.call('case.encrypt', input).catch(() => undefined);
      }),
  );
  await quit();
  const names = await readdir(path);
  expect(names).toContain('case.json');
  expect(names.filter((name) => /^\.wakhan|^vault|^lock/.test(name))).toEqual([]);
});
