import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueueResult } from '#data/api/import.ts';
import type { JobState } from '#data/api/job.ts';
import { call, chooseFiles, expect, test } from './fixtures.ts';

/** How an import ended, and what became of its documents in their order. */
interface End {
  job: JobState;
  results: QueueResult[];
}

/** Resolves with the end of the next import. Call before it starts. */
function endOfImport(page: Page): Promise<End> {
  return page.evaluate(
    () =>
      new Promise<End>((done) => {
        const results: QueueResult[] = [];
        const stops = [
          window.desktop.on('import', (news) => results.push(...news.results)),
          window.desktop.on('job', (job) => {
            if (job.kind !== 'import' || job.state === 'running') return;
            stops.forEach((stop) => stop());
            done({ job, results });
          }),
        ];
      }),
  );
}

test('a folder is imported with all below it; bad files are told, good ones stay', async ({
  workbench: { app, page },
  folder,
}) => {
  const sources = join(folder, 'sources');
  await mkdir(join(sources, 'deeper'), { recursive: true });
  await writeFile(join(sources, 'a.txt'), 'The first round was held in Urumqi.');
  await writeFile(join(sources, 'b.txt'), '');
  await writeFile(join(sources, 'c.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
  await writeFile(join(sources, 'copy of a.txt'), 'The first round was held in Urumqi.');
  await writeFile(join(sources, 'deeper', 'd.md'), '# Second round\n\nIt was held in Kabul.');
  await call(page, 'case.current', {});
  await chooseFiles(app, sources);
  const ended = endOfImport(page);
  const id = await call(page, 'import.choose', { folder: true });
  const { job, results } = await ended;
  expect(job).toMatchObject({ id, state: 'finished' });
  expect(results.map(({ file, result }) => [file, result])).toEqual([
    ['a.txt', 'imported'],
    ['b.txt', 'failed'],
    ['c.txt', 'failed'],
    ['copy of a.txt', 'duplicate'],
    ['d.md', 'imported'],
  ]);
});

test('files that are dropped are imported; the page never learns their paths', async ({
  workbench: { page },
  folder,
}) => {
  const path = join(folder, 'dropped.txt');
  await writeFile(path, 'This note was dropped on the window.');
  await call(page, 'case.current', {});
  // Files that a person chooses have paths, like those that are dropped; those of scripts have none.
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('input'), { type: 'file', id: 'drop' }),
    );
  });
  await page.setInputFiles('#drop', path);
  const ended = endOfImport(page);
  const seen = await page.evaluate(async () => {
    const files = [...(document.querySelector<HTMLInputElement>('#drop')?.files ?? [])];
    const reply = await window.desktop.importDropped(files);
    return { reply, known: files.map((file) => Object.keys(file)) };
  });
  expect(seen.reply).toMatchObject({ ok: true });
  expect(JSON.stringify(seen)).not.toContain(folder);
  const end = await ended;
  expect(end.results).toMatchObject([{ file: 'dropped.txt', result: 'imported' }]);
  expect(JSON.stringify(end)).not.toContain(folder);
});

test('a file that would take all memory fails alone, and the window stays alive', async ({
  workbench: { app, page },
  folder,
}) => {
  const bomb = join(folder, 'bomb.txt');
  const good = join(folder, 'good.txt');
  await writeFile(bomb, 'x\n'.repeat(25_000_000));
  await writeFile(good, 'Nothing happened to this text.');
  await call(page, 'case.current', {});
  await chooseFiles(app, bomb, good);
  const ended = endOfImport(page);
  await call(page, 'import.choose', { folder: false });
  expect(await call(page, 'case.recent', {})).not.toEqual([]);
  const { results } = await ended;
  expect(results).toMatchObject([
    {
      file: 'bomb.txt',
      result: 'failed',
      error: { code: 'too-large' },
    },
    { file: 'good.txt', result: 'imported' },
  ]);
});

test('a cancelled import keeps what it has and stops', async ({
  workbench: { app, page },
  folder,
}) => {
  const files = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const path = join(folder, `note-${String(index).padStart(3, '0')}.txt`);
      await writeFile(path, `Note ${index} of a long series.`);
      return path;
    }),
  );
  const before = await call(page, 'case.current', {});
  await chooseFiles(app, ...files);
  const ended = endOfImport(page);
  await page.evaluate(() => {
    window.desktop.on('job', (job) => {
      if (job.kind === 'import' && job.done >= 3)
        void window.desktop.call('job.cancel', { id: job.id });
    });
  });
  await call(page, 'import.choose', { folder: false });
  const { job, results } = await ended;
  expect(job.state).toBe('cancelled');
  const imported = results.length;
  expect(imported).toBeGreaterThanOrEqual(3);
  expect(imported).toBeLessThan(200);
  const after = await call(page, 'case.current', {});
  const documents = (snapshot: typeof before) => snapshot?.records.document.length ?? 0;
  expect(documents(after) - documents(before)).toBe(imported);
});
