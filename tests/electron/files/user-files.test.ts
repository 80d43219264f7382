import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RecentCases } from '../../../electron/user-data/recent-cases.ts';
import { SettingsFile } from '../../../electron/user-data/settings.ts';
import { ViewFiles } from '../../../electron/user-data/view-files.ts';

const log = { error: vi.fn(), note: vi.fn() };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wakhan-user-'));
  log.error.mockClear();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('settings', () => {
  test('are what was set last, also after a restart', async () => {
    const settings = await SettingsFile.open(folder, log);
    await settings.set({ theme: 'dark', readerSize: 20 });
    const again = await SettingsFile.open(folder, log);
    expect(again.get()).toMatchObject({ theme: 'dark', readerSize: 20, reducedMotion: false });
  });

  test('changed many times at once keep every change', async () => {
    const settings = await SettingsFile.open(folder, log);
    const sizes = [12, 14, 16, 18, 20, 22];
    await Promise.all(sizes.map((readerSize) => settings.set({ readerSize })));
    await settings.set({ theme: 'light' });
    const again = await SettingsFile.open(folder, log);
    expect(again.get()).toMatchObject({ theme: 'light', readerSize: 22 });
  });

  test.each(['{"theme":"dark"', '{"theme":"pink"}', ''])(
    'that cannot be read (%s) are put aside and told to the log',
    async (content) => {
      await writeFile(join(folder, 'settings.json'), content);
      const settings = await SettingsFile.open(folder, log);
      expect(settings.get().theme).toBe('system');
      expect(log.error).toHaveBeenCalledOnce();
      expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe(content);
    },
  );
});

describe('recent cases', () => {
  const open = () => RecentCases.open(folder, join(folder, 'Sample.case'), log);
  const makeCase = async (name: string) => {
    const path = join(folder, name);
    await mkdir(join(path, 'journal'), { recursive: true });
    await writeFile(join(path, 'journal/000001.ndjson'), '{}');
    return path;
  };

  test('always hold the sample, even before it is made', async () => {
    const recent = await open();
    expect(recent.list()).toMatchObject([{ key: 'sample', title: 'Sample', sample: true }]);
    expect(recent.pathOf('sample')).toBe(join(folder, 'Sample.case'));
    expect(recent.last()).toBeUndefined();
  });

  test('stand newest first, each once, under keys that say nothing of the folder', async () => {
    const [a, b] = [await makeCase('a.case'), await makeCase('b.case')];
    const recent = await open();
    await recent.remember(a, 'Case A');
    await recent.remember(b, 'Case B');
    await recent.remember(a, 'Case A again');
    const again = await open();
    expect(again.list().map(({ title }) => title)).toEqual(['Case A again', 'Case B', 'Sample']);
    expect(JSON.stringify(again.list())).not.toContain(folder);
    const [first] = again.list();
    expect(again.pathOf(first?.key ?? '')).toBe(a);
  });

  test('that are gone are not available, and not opened at the next start', async () => {
    const [a, b] = [await makeCase('a.case'), await makeCase('b.case')];
    const recent = await open();
    await recent.remember(a, 'A');
    await recent.remember(b, 'B');
    await rm(b, { recursive: true });
    expect(recent.list().map(({ available }) => available)).toEqual([false, true, true]);
    expect(recent.last()).toBe(a);
  });

  test('hold no title of an encrypted case, also of one that was encrypted elsewhere', async () => {
    const [a, b] = [await makeCase('a.case'), await makeCase('b.case')];
    const recent = await open();
    await recent.remember(a, 'Canary A');
    await writeFile(join(b, 'vault.json'), '{}');
    await recent.remember(b, 'Canary B');
    await writeFile(join(a, 'vault.json'), '{}');
    const again = await open();
    expect(again.list().map(({ title }) => title)).toEqual(['b', 'a', 'Sample']);
    expect(await readFile(join(folder, 'recent-cases.json'), 'utf8')).not.toContain('Canary');
  });

  test('refuse a key they do not know', async () => {
    const recent = await open();
    expect(() => recent.pathOf('../etc')).toThrow(expect.objectContaining({ code: 'unknown-id' }));
  });
});

describe('views', () => {
  test('come back case by case, whatever the uid of a foreign case says', async () => {
    const views = new ViewFiles(folder, log);
    await views.write('../../../escape', { centre: 'network' });
    await views.write('other', { centre: 'reader' });
    const again = new ViewFiles(folder, log);
    expect(await again.read('../../../escape')).toEqual({ centre: 'network' });
    expect(await again.read('other')).toEqual({ centre: 'reader' });
    expect(await again.read('unknown')).toBeNull();
    expect(await readdir(join(folder, 'views'))).toHaveLength(2);
  });
});
