import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QueuedFile, QueueNews, QueueResult } from '#data/api/import.ts';
import { AppError } from '#data/errors.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import type { BackgroundProcess, Order } from '../../../electron/background/wire.ts';
import { Converter } from '../../../electron/import/converter.ts';
import { ImportJobs } from '../../../electron/jobs/import-jobs.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { QueueTelling } from '../../../electron/jobs/queue-telling.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { newCase } from '../storage/helpers.ts';

/** What was asked to be read, and a reader that wants a password for what is called “locked”. */
const asked: SourceFile[] = [];
/** Files that are read when the test says so. */
const held = new Map<string, () => void>();

function reader(): BackgroundProcess {
  let say: Parameters<BackgroundProcess['onAnswer']>[0] = () => undefined;
  let exit = (): void => undefined;
  const read = (file: SourceFile): void => {
    asked.push(file);
    if (file.name.startsWith('held')) held.set(file.name, () => finish(file));
    else finish(file);
  };
  const finish = ({ name, bytes, passwords = [] }: SourceFile): void => {
    if (name.startsWith('locked') && !passwords.includes('open sesame')) {
      const error = new AppError('password-needed', 'It is locked. Nothing was imported.').toJSON();
      return say({ type: 'failed', error });
    }
    const text = `${name}: ${Buffer.from(bytes).toString()}`;
    const blocks = [{ start: 0, end: text.length, kind: 'paragraph' }];
    const rest = { regions: [], mediaType: 'text/plain', meta: [], reading: {} };
    say({ type: 'item', item: { title: name, text, blocks, ...rest } });
    say({ type: 'end' });
  };
  return {
    send: (order: Order) => {
      if (order.type === 'begin') queueMicrotask(() => read(order.input as SourceFile));
    },
    onAnswer: (listener) => (say = listener),
    onExit: (listener) => (exit = listener),
    kill: () => exit(),
    memory: async () => undefined,
  };
}

const how = { method: 'test', collector: 'Tester' };
let folder = '';
let store: CaseStore;
let jobs: Jobs;
let imports: ImportJobs;
let converter: Converter;
const told: QueueNews[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wakhan-queue-'));
  ({ store } = await newCase());
  told.length = 0;
  asked.length = 0;
  held.clear();
  const send = (event: string, news: unknown) => {
    if (event === 'import') told.push(news as QueueNews);
  };
  jobs = new Jobs(send, { error: () => undefined, note: () => undefined });
  converter = new Converter(reader);
  const current = { store, path: folder, stamp: { session: 's', event: 0 } };
  imports = new ImportJobs({ current }, jobs, converter, send);
});
afterEach(async () => {
  await jobs.stopAll();
  converter.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

function paths(...names: string[]): string[] {
  return names.map((name) => {
    writeFileSync(join(folder, name), `Words of ${name}.`);
    return join(folder, name);
  });
}

/** How each file stands after all that was told, by its name. */
function states(): Record<string, QueuedFile['state']> {
  const files = told.flatMap((news) => news.files);
  return Object.fromEntries(files.map(({ name, state }) => [name, state]));
}
const results = (): QueueResult[] => told.flatMap((news) => news.results);
const keyOf = (name: string): string =>
  told.flatMap((news) => news.files).find((file) => file.name === name)?.key ?? '';
/** Waits for an import to be over. Cancels nothing. */
async function over(begin: () => string | null): Promise<void> {
  await new Promise<void>((resolve) => {
    const listen = setInterval(() => {
      const files = Object.values(states());
      const isOver =
        files.length > 0 && files.every((one) => one === 'over' || one === 'cancelled');
      if (!isOver) return;
      clearInterval(listen);
      resolve();
    }, 1);
    begin();
  });
}

test('each file is told as it stands, its document once, and no path', async () => {
  await over(() => imports.start(paths('a.txt', 'b.txt'), how));
  expect(states()).toEqual({ 'a.txt': 'over', 'b.txt': 'over' });
  expect(results()).toMatchObject([
    { file: 'a.txt', result: 'imported', title: 'a.txt', key: keyOf('a.txt') },
    { file: 'b.txt', result: 'imported', title: 'b.txt', key: keyOf('b.txt') },
  ]);
  expect(JSON.stringify(told)).not.toContain(folder);
  expect(told.every(({ session }) => session === 's')).toBe(true);
});

test('what was refused is tried again by its key, with a password that later files profit of', async () => {
  await over(() => imports.start(paths('locked one.txt', 'b.txt'), how));
  expect(results()[0]).toMatchObject({ result: 'failed', error: { code: 'password-needed' } });
  const key = keyOf('locked one.txt');
  told.length = 0;
  await over(() => imports.retry([key, 'unknown'], { passwords: ['open sesame'] }));
  expect(results()).toMatchObject([{ key, result: 'imported' }]);
  told.length = 0;
  await over(() => imports.start(paths('locked two.txt'), how));
  expect(results()).toMatchObject([{ file: 'locked two.txt', result: 'imported' }]);
  expect(imports.retry([key], {})).toBeNull();
});

test('one file is stopped alone, and can be tried again', async () => {
  const done = over(() => imports.start(paths('held.txt', 'b.txt'), how));
  await expect.poll(() => held.size).toBe(1);
  told.length = 0;
  await expect.poll(() => told.length).toBeGreaterThan(0);
  imports.cancel(keyOf('held.txt'));
  imports.cancel('unknown');
  await done;
  expect(states()).toMatchObject({ 'held.txt': 'cancelled', 'b.txt': 'over' });
  expect(results()).toMatchObject([{ file: 'b.txt', result: 'imported' }]);
});

test('a cancelled import tells what it did not reach', async () => {
  let job: string | null = null;
  const done = over(() => (job = imports.start(paths('held.txt', 'b.txt', 'c.txt'), how)));
  await expect.poll(() => held.size).toBe(1);
  jobs.cancel(job ?? '');
  await done;
  expect(states()).toEqual({ 'held.txt': 'cancelled', 'b.txt': 'cancelled', 'c.txt': 'cancelled' });
  expect(results()).toEqual([]);
});

test('words without a file come in as one, and nothing is nothing', async () => {
  const bytes = Buffer.from('Pasted words.');
  const own = { origin: 'https://example.org/a', method: 'clipboard' };
  await over(() => imports.startWith([{ name: 'Pasted.txt', bytes, how: own }], how));
  const [document] = [...store.state.all('document')].slice(-1);
  expect(document?.source).toMatchObject({ ...own, collector: 'Tester' });
  expect(imports.start([], how)).toBeNull();
  expect(imports.startWith([], how)).toBeNull();
});

test('news are gathered, and none is told twice', () => {
  const waiting: (() => void)[] = [];
  const heard: Pick<QueueNews, 'files' | 'results'>[] = [];
  const telling = new QueueTelling(
    (news) => heard.push(news),
    (work) => {
      waiting.push(work);
      return () => undefined;
    },
  );
  telling.file({ key: 'a', name: 'a', state: 'waiting' });
  telling.file({ key: 'b', name: 'b', state: 'waiting' });
  telling.file({ key: 'a', name: 'a', state: 'reading' });
  expect(waiting).toHaveLength(1);
  waiting.shift()?.();
  telling.flush();
  expect(heard).toEqual([
    {
      files: [
        { key: 'a', name: 'a', state: 'reading' },
        { key: 'b', name: 'b', state: 'waiting' },
      ],
      results: [],
    },
  ]);
});
