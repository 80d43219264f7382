import type { ElectronApplication } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import {
  appFolder,
  call,
  chooseFiles,
  chooseTarget,
  expect,
  rawCall,
  snapshotOf,
  test,
  type Workbench,
} from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';

const talks = {
  id: 'note-1',
  title: 'Talks',
  text: 'The minister of Tajikistan met the general in Kabul.',
};

const titleOf = ({ records }: CaseSnapshot) => records.case[0]?.title;
const windowTitle = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

/** Starts the program once more on the same user data; answers its exit code. */
async function startAgain(userData: string, ...args: string[]): Promise<number> {
  const electron = process.env.WAKHAN_ELECTRON;
  if (electron === undefined) throw new Error('WAKHAN_ELECTRON says which Electron to start');
  const child = spawn(electron, [appFolder, ...args], {
    env: { ...process.env, WAKHAN_USER_DATA: userData },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number];
  return code;
}

test('the first start opens the sample, whole and ready to work', async ({
  workbench: { app, page },
}) => {
  const { records, store } = await snapshotOf(page);
  expect(records.document).toHaveLength(10);
  expect(records.entity.length).toBeGreaterThanOrEqual(60);
  expect(records.relation.length).toBeGreaterThanOrEqual(100);
  expect(store).toMatchObject({ mode: 'writable', recovery: [] });
  expect(await windowTitle(app)).toBe(`${records.case[0]?.title} – Wakhan`);
  expect(await call(page, 'case.recent', {})).toMatchObject([{ key: 'sample', sample: true }]);
  expect(await call(page, 'case.verify', {})).toMatchObject({ ok: true, problems: [] });
});

test('a new case keeps every change and its view over a restart', async ({ launch, folder }) => {
  const path = join(folder, 'Dushanbe.case');
  const first = await launch();
  await chooseTarget(first.app, join(folder, 'Dushanbe'));
  const made = await call(first.page, 'case.create', { title: 'Dushanbe', marking: 'AMBER' });
  expect(made?.snapshot.records.case).toMatchObject([{ title: 'Dushanbe', marking: 'AMBER' }]);
  const perform = { op: 'entity.add', input: { type: 'person', name: 'Rahmon' } };
  const { id, n } = await call(first.page, 'case.perform', perform);
  await expect(first.page.getByRole('heading', { name: 'Dushanbe' })).toBeVisible();
  await first.page.keyboard.press('Control+3');
  await first.quit();

  const { page, app } = await launch();
  const again = await snapshotOf(page);
  expect(titleOf(again)).toBe('Dushanbe');
  expect(again.records.entity).toMatchObject([{ id, name: 'Rahmon' }]);
  expect(again.store).toMatchObject({ n, mode: 'writable', recovery: [] });
  expect(again.view).toMatchObject({ layout: { centre: 'network' } });
  expect(await windowTitle(app)).toBe('Dushanbe – Wakhan');
  await access(join(path, 'case.json'));
});

test('changes are told with new counts, and undone in the order of the history', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks]);
  const { page } = await launch({ args: [path] });
  await snapshotOf(page);
  const changes = await page.evaluateHandle(() => {
    const seen: unknown[] = [];
    window.desktop.on('change', (change) => seen.push(change));
    return seen;
  });
  const perform = (op: string, input: object) => call(page, 'case.perform', { op, input });
  const { id: entity } = await perform('entity.add', { type: 'state', name: 'Tajikistan' });
  const { id: mark } = await perform('highlight.add', {
    document: 'note-1',
    start: 16,
    end: 26,
    entity,
  });
  await perform('undo', {});
  expect(await changes.jsonValue()).toMatchObject([
    { op: 'entity.add', put: [{ kind: 'entity', record: { id: entity } }], remove: [] },
    {
      op: 'highlight.add',
      put: [{ kind: 'highlight', record: { id: mark, quote: 'Tajikistan' } }],
      highlightCounts: { 'note-1': 1 },
      mentionCounts: { [entity]: 1 },
    },
    {
      op: 'undo',
      remove: [{ kind: 'highlight', id: mark, document: 'note-1', entity }],
      highlightCounts: { 'note-1': 0 },
      mentionCounts: { [entity]: 0 },
      history: { redo: { label: expect.any(String) as unknown } },
    },
  ]);
  const history = await call(page, 'case.history', { limit: 2 });
  expect(history.map(({ op }) => op)).toEqual(['undo', 'highlight.add']);
  const { text } = await call(page, 'document.read', { id: 'note-1' });
  expect(text.text).toBe(talks.text);
});

test('opening another case closes the first', async ({ launch, folder }) => {
  const a = await makeCase(join(folder, 'a.case'), 'A');
  const b = await makeCase(join(folder, 'b.case'), 'B');
  const { app, page } = await launch({ args: [a] });
  expect(titleOf(await snapshotOf(page))).toBe('A');
  await chooseFiles(app, b);
  await call(page, 'case.choose', {});
  expect(titleOf(await snapshotOf(page))).toBe('B');
  await expect(access(join(a, 'lock'))).rejects.toThrow();
  const [, recentA] = await call(page, 'case.recent', {});
  expect(recentA).toMatchObject({ title: 'A', available: true, folder: 'a.case' });
  await call(page, 'case.open', { key: recentA?.key ?? '' });
  expect(titleOf(await snapshotOf(page))).toBe('A');
  await call(page, 'case.close', {});
  expect(await call(page, 'case.current', {})).toBeNull();
  expect(await windowTitle(app)).toBe('Wakhan');
  expect(await rawCall(page, 'case.history', { limit: 1 })).toMatchObject({
    error: { code: 'no-case-open' },
  });
});

test('a folder that is no case is refused, and the open case stays', async ({ launch, folder }) => {
  const a = await makeCase(join(folder, 'a.case'), 'A');
  const { app, page } = await launch({ args: [a] });
  await snapshotOf(page);
  await chooseFiles(app, folder);
  expect(await rawCall(page, 'case.choose', {})).toMatchObject({ error: { code: 'not-a-case' } });
  expect(titleOf(await snapshotOf(page))).toBe('A');
  await chooseFiles(app);
  expect(await call(page, 'case.choose', {})).toBeNull();
});

test('a second start hands its case to the first window and ends', async ({
  launch,
  folder,
  userData,
}) => {
  const a = await makeCase(join(folder, 'a.case'), 'A');
  const b = await makeCase(join(folder, 'b.case'), 'B');
  const { app, page } = await launch({ args: [a] });
  await snapshotOf(page);
  // The page can ask before it has loaded everything, and only a later load is the new case's.
  await page.waitForLoadState();
  const loaded = page.waitForEvent('load');
  expect(await startAgain(userData, b)).toBe(0);
  await loaded;
  expect(titleOf(await snapshotOf(page))).toBe('B');
  expect(await windowTitle(app)).toBe('B – Wakhan');
  expect(app.windows()).toHaveLength(1);
});

test('a second start for what is no case says so and leaves the open case', async ({
  launch,
  folder,
  userData,
}) => {
  const a = await makeCase(join(folder, 'a.case'), 'A');
  const { app, page } = await launch({ args: [a] });
  await snapshotOf(page);
  await app.evaluate(({ dialog }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    dialog.showMessageBox = async (...args: unknown[]) => {
      told.push((args.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    };
  });
  expect(await startAgain(userData, folder)).toBe(0);
  const told = () => app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  await expect.poll(told).toEqual([expect.stringContaining('is not a case') as unknown]);
  expect(titleOf(await snapshotOf(page))).toBe('A');
});

test('a page whose process dies comes back with the open case', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'Still here');
  const { app, page } = await launch({ args: [path] });
  await expect(page.getByText('Still here').first()).toBeVisible();
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise<void>((done) => contents?.once('did-finish-load', done));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
  const words = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    ) as Promise<string>;
  await expect.poll(words).toContain('Still here');
});

test('a case that another program edits opens for reading only', async ({ launch, folder }) => {
  const path = await makeCase(join(folder, 'a.case'), 'A');
  const first = await launch({ args: [path] });
  await snapshotOf(first.page);
  const second: Workbench = await launch({
    args: [path],
    env: { WAKHAN_USER_DATA: join(folder, 'other') },
  });
  const { store } = await snapshotOf(second.page);
  expect(store.mode).toBe('read-only');
  expect(store.reason).toBeTruthy();
  const perform = { op: 'entity.add', input: { type: 'person', name: 'X' } };
  expect(await rawCall(second.page, 'case.perform', perform)).toMatchObject({
    error: { code: 'read-only' },
  });
});

test('a report is saved as HTML, Markdown and PDF', async ({
  workbench: { app, page },
  folder,
}) => {
  await snapshotOf(page);
  for (const [format, start] of [
    ['html', '<!doctype html>'],
    ['md', '#'],
    ['pdf', '%PDF-'],
  ] as const) {
    const path = join(folder, `report.${format}`);
    await chooseTarget(app, path);
    const saved = await call(page, 'report.export', { format, title: 'Four states' });
    const bytes = await readFile(path);
    expect(saved).toEqual({
      file: `report.${format}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(bytes.toString('latin1')).toContain(start);
  }
  await chooseTarget(app, null);
  expect(await call(page, 'report.export', { format: 'md', title: 'Not saved' })).toBeNull();
});

test('the program prints a case to PDF beside a window that has it open', async ({
  launch,
  folder,
  userData,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'A', [talks]);
  const { page } = await launch({ args: [path] });
  await snapshotOf(page);
  const pdf = join(folder, 'out.pdf');
  expect(await startAgain(userData, 'export', path, '-o', pdf)).toBe(0);
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a case of format 1 opens as it was, debris folded, and undo reaches back', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'old.case');
  await cp(resolve('tests/fixtures/cases/v1/page.case'), path, { recursive: true });
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  await reader.open('Four chiefs meet in Urumqi');
  const folds = reader.pane.getByRole('button', { name: /^Boilerplate/ });
  await expect(folds).toHaveText([/2 paragraphs/, /2 paragraphs/]);
  await expect(reader.pane).not.toContainText('All rights reserved');
  const { records } = await snapshotOf(page);
  expect(records.entityType.map(({ id }) => id)).toContain('group');
  expect(records.entity.map(({ id, by }) => [id, by])).toEqual([
    ['china', 'Bob'],
    ['pakistan', 'Bob'],
  ]);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Change actor “China”')).toBeVisible();
  // What is brought back into the text is shown at once, and folded again by undo.
  const [document] = records.document;
  const remove = { op: 'region.remove', input: { id: `${document?.id}~1` } };
  await call(page, 'case.perform', remove);
  await expect(reader.pane).toContainText('All rights reserved');
  await expect(folds).toHaveCount(1);
  await call(page, 'case.perform', { op: 'undo', input: {} });
  await expect(folds).toHaveCount(2);
});
