import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportResult } from '#data/api/job.ts';
import codebook from '#data/codebooks/security-alliances.json';
import { AppError } from '#data/errors.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import { Codebook } from '#data/model/codebook.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import type { Answer, BackgroundProcess, Order } from '../../../electron/background/wire.ts';
import { Converter } from '../../../electron/import/converter.ts';
import { findFiles } from '../../../electron/import/find-files.ts';
import { importFiles } from '../../../electron/import/import-files.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';

/**
 * A process that reads files as their words say: “3” gives three documents; “3!” fails after them; “~5”
 * takes five hundredths of a second; “+” at the end dies.
 */
function reader(): BackgroundProcess {
  let say: (answer: Answer) => void = () => undefined;
  let exit = (): void => undefined;
  const read = async ({ name, bytes }: SourceFile): Promise<void> => {
    const words = Buffer.from(bytes).toString();
    const parts = Number(/\d+/.exec(words)?.[0] ?? 1);
    if (words.startsWith('~')) await wait(parts * 10);
    const many = words.startsWith('~') || parts === 1 ? [''] : numbers(parts);
    for (const part of many) {
      const text = `${name} ${part}`.trim();
      const block = { start: 0, end: text.length, kind: 'paragraph' };
      const more = part === '' ? {} : { part: `message ${part}` };
      const item = {
        title: text,
        text,
        blocks: [block],
        regions: [],
        mediaType: 'text/plain',
        meta: [],
        reading: {},
        ...more,
      };
      say({ type: 'item', item });
    }
    const message = 'The box is torn. Nothing was imported; mend it.';
    if (words.endsWith('+')) exit();
    else if (!words.endsWith('!')) say({ type: 'end' });
    else say({ type: 'failed', error: new AppError('import-failed', message).toJSON() });
  };
  return {
    send: (order: Order) => {
      if (order.type === 'begin') void read(order.input as SourceFile);
    },
    onAnswer: (listener) => (say = listener),
    onExit: (listener) => (exit = listener),
    kill: () => exit(),
    memory: async () => undefined,
  };
}
const numbers = (most: number): string[] => Array.from({ length: most }, (_, n) => String(n + 1));

/** Takes every file for one that may hold several documents. */
class BoxConverter extends Converter {
  override holdsMany(): boolean {
    return true;
  }
}

let folder = '';
let store: CaseStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wakhan-import-'));
  store = await createCase(join(folder, 'a.case'), {
    author: 'Tester',
    title: 'A',
    codebook: Codebook.parse(codebook),
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Files by name, with what is in them. */
function files(contents: Record<string, string>): AsyncIterable<{ name: string; path: string }> {
  const paths = Object.entries(contents).map(([name, words]) => {
    writeFileSync(join(folder, name), words);
    return join(folder, name);
  });
  return findFiles(paths) as AsyncIterable<{ name: string; path: string }>;
}

async function imported(
  contents: Record<string, string>,
  converter = new Converter(reader),
): Promise<ImportResult[]> {
  const how = { method: 'test', collector: 'Tester' };
  const importing = { store, converter, how, signal: new AbortController().signal };
  const results: ImportResult[] = [];
  for await (const one of importFiles(files(contents), importing)) results.push(one);
  return results;
}

const short = (results: readonly ImportResult[]) =>
  results.map(({ file, result }) => `${result} ${file}`);
const titles = () => [...store.state.all('document')].map(({ title }) => title);

describe('files that are imported side by side', () => {
  test('come into the case and are told in their order, whichever is read first', async () => {
    const contents = { a: '~9', b: '1', c: '~5', d: '1 d', e: '~1', f: '1 f', g: '1 g' };
    const turns: number[] = [];
    const how = { method: 'test', collector: 'Tester' };
    const { signal } = new AbortController();
    const turn = (nth: number) => void turns.push(nth);
    const importing = { store, converter: new Converter(reader), how, signal, turn };
    const results: ImportResult[] = [];
    for await (const one of importFiles(files(contents), importing)) results.push(one);
    expect(results.map(({ file }) => file)).toEqual([...'abcdefg']);
    expect(titles()).toEqual([...'abcdefg']);
    expect(turns).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('with the same bytes make one document', async () => {
    const results = await imported({ a: '~5', b: '~5', c: '~5' });
    expect(short(results)).toEqual(['imported a', 'duplicate b', 'duplicate c']);
  });

  test('fail alone when their process dies', async () => {
    const results = await imported({ a: '1 a', b: '~2+', c: '1 c', d: '1 d' });
    expect(results.map(({ result }) => result).filter((one) => one === 'failed')).toHaveLength(1);
    expect(titles()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('stop with the signal; what came in stays', async () => {
    const abort = new AbortController();
    const how = { method: 'test', collector: 'Tester' };
    const importing = { store, converter: new Converter(reader), how, signal: abort.signal };
    const results: ImportResult[] = [];
    for await (const one of importFiles(files({ a: '1', b: '~5', c: '~6' }), importing)) {
      results.push(one);
      abort.abort();
      if (one.result === 'failed') break;
    }
    expect(results).toMatchObject([
      { file: 'a', result: 'imported' },
      { file: 'b', result: 'failed', error: { code: 'cancelled' } },
    ]);
    expect(titles()).toEqual(['a']);
  });
});

describe('a file with several documents', () => {
  test('makes a document of each, with a result of its own; all keep the original', async () => {
    const results = await imported({ box: '3' });
    expect(results).toMatchObject([
      { file: 'box/message 1', result: 'imported', title: 'box 1' },
      { file: 'box/message 2', result: 'imported', title: 'box 2' },
      { file: 'box/message 3', result: 'imported', title: 'box 3' },
    ]);
    const sources = [...store.state.all('document')].map(({ source }) => source);
    expect(sources.map(({ origin }) => origin)).toEqual(results.map(({ file }) => file));
    expect(new Set(sources.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  test('that fails half-way tells what came in', async () => {
    const results = await imported({ box: '2!', other: '1' });
    expect(short(results)).toEqual([
      'imported box/message 1',
      'imported box/message 2',
      'failed box',
      'imported other',
    ]);
    expect(results[2]).toMatchObject({
      error: {
        code: 'import-failed',
        message:
          'Of “box”, 2 documents were imported and are kept. The box is torn. ' +
          'Nothing more of it was imported; mend it.',
        details: { imported: 2 },
      },
    });
  });

  test('gives what is missing when it is imported again', async () => {
    await imported({ box: '2 of them!' });
    const first = [...store.state.all('document')][0]?.id ?? '';
    await store.perform({ op: 'document.remove', input: { id: first } });
    const again = await imported({ box: '2 of them!' }, new BoxConverter(reader));
    expect(short(again).slice(0, 2)).toEqual(['imported box/message 1', 'duplicate box/message 2']);
    expect(titles()).toEqual(['box 2', 'box 1']);
  });
});
