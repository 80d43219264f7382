import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportResult } from '#data/api/job.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  await cli.json(['new', 'a.case']);
});
afterAll(() => cli.remove());

const write = (name: string, content: string | Uint8Array) => writeFileSync(cli.at(name), content);

async function imported(
  ...args: string[]
): Promise<{ code: number | null; results: ImportResult[] }> {
  const { code, stdout, stderr } = await cli.call(['import', 'a.case', ...args, '--json']);
  expect(stderr).toBe('');
  return { code, results: JSON.parse(stdout) as ImportResult[] };
}

describe('import', () => {
  test('keeps the original bytes, the text as it is, and the chain of custody', async () => {
    const bytes = Buffer.from('\ufeffFirst line\r\nSecond\u00a0line — طالبان\r\n');
    write('note.txt', bytes);
    const { code, results } = await imported('note.txt');
    expect(code).toBe(0);
    expect(results).toEqual([
      {
        file: 'note.txt',
        result: 'imported',
        id: expect.any(String) as string,
        title: 'First line',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType: 'text/plain',
        encoding: 'utf-8',
        characters: 32,
        regions: {},
        meta: [{ field: 'title', value: 'First line', from: { start: 0, end: 10 } }],
        ms: expect.any(Number) as number,
      },
    ]);
    const documents = (await cli.json(['list', 'a.case', 'documents'])) as {
      source: { sha256: string; size: number };
      text: { blob: string; length: number };
    }[];
    const [document] = documents;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(document).toMatchObject({
      state: 'unread',
      source: {
        sha256,
        size: bytes.length,
        mediaType: 'text/plain',
        origin: 'note.txt',
        collector: 'Tester',
        method: 'command line',
      },
    });
    expect(readFileSync(cli.at('a.case', 'sources', sha256)).equals(bytes)).toBe(true);
    const stored = JSON.parse(
      readFileSync(cli.at('a.case', 'texts', `${document?.text.blob}.json`), 'utf8'),
    ) as { text: string };
    expect(stored.text).toBe('First line\nSecond\u00a0line — طالبان\n');
  });

  test('knows a file again, whatever it is called by now', async () => {
    write('one.txt', 'the same bytes');
    write('two.txt', 'the same bytes');
    const { results } = await imported('one.txt', 'two.txt');
    expect(results.map(({ result }) => result)).toEqual(['imported', 'duplicate']);
    const again = await imported('one.txt');
    expect(again).toMatchObject({
      code: 0,
      results: [{ result: 'duplicate', title: 'the same bytes' }],
    });
  });

  test('takes a document again that was undone', async () => {
    write('undone.txt', 'taken back');
    await imported('undone.txt');
    await cli.apply('a.case', [{ op: 'undo' }]);
    expect((await imported('undone.txt')).results).toMatchObject([{ result: 'imported' }]);
  });

  test('one bad file never stops the rest, and leaves the case as it was', async () => {
    write('empty.txt', '');
    write(
      'binary.txt',
      Uint8Array.from({ length: 999 }, (_, at) => at % 256),
    );
    write('film.mp4', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom');
    const before = folderState(cli.at('a.case'));
    const bad = await imported('empty.txt', 'binary.txt', 'film.mp4', 'missing.txt');
    expect(bad.code).toBe(1);
    expect(
      bad.results.map((one) => (one.result === 'failed' ? one.error.code : one.result)),
    ).toEqual(['empty-file', 'not-text', 'unsupported-format', 'not-found']);
    expect(folderState(cli.at('a.case'))).toEqual(before);
    write('good.txt', 'good words');
    const mixed = await imported('empty.txt', 'good.txt');
    expect(mixed.code).toBe(1);
    expect(mixed.results.map(({ result }) => result)).toEqual(['failed', 'imported']);
  });

  test('reads a file in the encoding that is named', async () => {
    write('latin.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
    const { results } = await imported('latin.txt', '--encoding', 'windows-1252');
    expect(results).toMatchObject([{ result: 'imported', title: 'café' }]);
  });

  test('takes what is marked in a PDF as highlights with their notes', async () => {
    const marked = join(import.meta.dirname, '../../fixtures/pdf/marked.pdf');
    write('marked.pdf', readFileSync(marked));
    const { code, results } = await imported('marked.pdf');
    expect(results).toMatchObject([{ result: 'imported', pages: 2 }]);
    expect(code).toBe(0);
    const highlights = (await cli.json(['list', 'a.case', 'highlights'])) as Highlight[];
    expect(highlights.some(({ quote, note }) => quote !== '' && (note ?? '') !== '')).toBe(true);
  });

  test('reads a table row by row when its columns are named', async () => {
    write(
      'desk.csv',
      'Head;Day;Body\nOpen;2020-05-02;The road is open.\nShut;2020-05-09;A rock fell.\n',
    );
    const { code, results } = await imported(
      'desk.csv',
      '--columns',
      'text=Body,title=Head,date=Day',
    );
    expect(code).toBe(0);
    expect(results).toMatchObject([
      { file: 'desk.csv/row 2', title: 'Open' },
      { file: 'desk.csv/row 3', title: 'Shut' },
    ]);
    const documents = (await cli.json(['list', 'a.case', 'documents'])) as object[];
    expect(documents.at(-1)).toMatchObject({ title: 'Shut', published: '2020-05-09' });
  });

  test.each([
    ['--columns', 'colour=Body'],
    ['--columns', 'Body'],
    ['--unit', 'page'],
  ])('does not take %s %s', async (option, value) => {
    const { code, stdout, stderr } = await cli.call([
      'import',
      'a.case',
      'desk.csv',
      option,
      value,
    ]);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('text=Body');
  });

  test('walks folders in order, leaves hidden files out, and does not run in circles', async () => {
    mkdirSync(cli.at('folder', 'inner'), { recursive: true });
    write('folder/b.txt', 'text b');
    write('folder/a.md', '# text a');
    write('folder/.hidden.txt', 'hidden');
    write('folder/inner/c.html', '<title>text c</title><p>words');
    symlinkSync('..', cli.at('folder', 'inner', 'loop'));
    symlinkSync('nowhere', cli.at('folder', 'z-broken'));
    const { code, results } = await imported('folder');
    expect(results.map(({ file, result }) => `${file} ${result}`)).toEqual([
      'a.md imported',
      'b.txt imported',
      'c.html imported',
      'z-broken failed',
    ]);
    expect(code).toBe(1);
  });

  test('says in words what became of each file', async () => {
    const { stdout } = await cli.call(['import', 'a.case', 'good.txt', 'empty.txt']);
    expect(stdout).toMatch(
      /^duplicate {2}good\.txt {2}\S+ {2}good words\nfailed {5}empty\.txt {2}“empty\.txt” holds no text/,
    );
  });

  test('what a page says about itself is proposed', async () => {
    write(
      'page.html',
      '<html lang="fr"><title>Une page</title><meta name="author" content="A. B."><p>Des mots',
    );
    const { results } = await imported('page.html');
    const meta = [
      { field: 'author', value: 'A. B.', from: 'file' },
      { field: 'language', value: 'fr', from: 'file' },
    ];
    expect(results).toMatchObject([{ title: 'Une page', language: 'fr', meta }]);
    const documents = (await cli.json(['list', 'a.case', 'documents'])) as object[];
    expect(documents.at(-1)).toMatchObject({ proposals: meta });
    expect(documents.at(-1)).not.toHaveProperty('author');
  });

  test('everything imported stands up to a check', async () => {
    expect(await cli.json(['verify', 'a.case'])).toMatchObject({ ok: true, problems: [] });
  });
});
