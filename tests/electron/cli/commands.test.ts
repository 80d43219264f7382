import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandNames } from '../../../electron/cli/command-names.ts';
import { commands } from '../../../electron/cli/commands.ts';
import { operations } from '#data/operations/table.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const TEXT = 'Alpha and Beta met in Gamma.\nBeta denies it.';
let cli: Cli;

beforeAll(async () => {
  cli = new Cli();
  writeFileSync(cli.at('note.txt'), TEXT);
  await cli.json(['new', 'a.case', '--title', 'The case']);
  await cli.json(['import', 'a.case', 'note.txt']);
  const [note] = (await cli.json(['list', 'a.case', 'documents'])) as { id: string }[];
  const answers = await cli.apply('a.case', [
    { op: 'tag.add', input: { id: 't1', name: 'Talks, new' } },
    { op: 'entity.add', input: { id: 'alpha', type: 'state', name: 'Alpha', aliases: ['A.'] } },
    { op: 'entity.add', input: { id: 'beta', type: 'state', name: 'Beta' } },
    {
      op: 'highlight.add',
      input: { id: 'h2', document: note?.id, start: 29, end: 33, entity: 'beta' },
    },
    {
      op: 'highlight.add',
      input: { id: 'h1', document: note?.id, start: 0, end: 5, entity: 'alpha', tags: ['t1'] },
    },
    {
      op: 'relation.add',
      input: { id: 'r1', type: 'meets', from: 'alpha', to: 'beta', evidence: ['h1', 'h2'] },
    },
    {
      op: 'event.add',
      input: {
        id: 'v1',
        type: 'meeting',
        date: '2016',
        participants: [{ entity: 'alpha' }],
        evidence: ['h1'],
      },
    },
    {
      op: 'claim.add',
      input: { id: 'c1', text: 'They met', attribution: 'alpha', evidence: ['h2'] },
    },
  ]);
  expect(answers.filter(({ ok }) => ok !== true)).toEqual([]);
});
afterAll(() => cli.remove());

test('the window knows every command, and help', () => {
  expect([...commandNames].sort()).toEqual([...commands.keys(), 'help'].sort());
});

describe('text', () => {
  const words =
    'The parties met on Wednesday and agreed, after long talks, to meet again next year.';
  const folded = 'Tags: China, Pakistan';
  let id = '';

  beforeAll(async () => {
    await cli.json(['new', 'text.case']);
    writeFileSync(cli.at('page.txt'), `Four meet\n\n${words}\n\n${words}\n\n${folded}\n`);
    await cli.json(['import', 'text.case', 'page.txt']);
    const [page] = (await cli.json(['list', 'text.case', 'documents'])) as { id: string }[];
    id = page?.id ?? '';
  });

  test('prints the working text without or with its folded parts', async () => {
    const without = `Four meet\n\n${words}\n\n${words}`;
    expect(await cli.json(['text', 'text.case', id])).toEqual({ text: without });
    const { text } = (await cli.json(['text', 'text.case', id, '--all'])) as { text: string };
    expect(text.trimEnd()).toBe(`${without}\n\n${folded}`);
    expect((await cli.call(['text', 'text.case', id])).stdout).toBe(`${without}\n`);
  });

  test('knows a document by its title or file name too, and says when there is none', async () => {
    for (const name of ['Four meet', 'page.txt'])
      expect(await cli.call(['text', 'text.case', name])).toMatchObject({ code: 0 });
    const { code, stderr } = await cli.call(['text', 'text.case', 'nothing']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no document “nothing” in this case.');
  });
});

describe('use', () => {
  test('help goes to stdout, for the program and for each command', async () => {
    const all = await cli.call(['--help']);
    expect(all).toMatchObject({ code: 0, stderr: '' });
    for (const name of commands.keys()) expect(all.stdout).toContain(`wakhan ${name}`);
    expect((await cli.call(['help', 'export'])).stdout).toContain('--format');
    expect((await cli.call(['import', '--help'])).stdout).toContain('--encoding');
    expect((await cli.call([])).code).toBe(0);
  });

  test.each([
    [['bogus']],
    [['new']],
    [['new', 'a', 'b']],
    [['list', 'a.case']],
    [['list', 'a.case', 'secrets']],
    [['open', 'a.case', '--bogus']],
    [['export', 'a.case']],
    [['export', 'a.case', '-o', 'x.docx']],
    [['import', 'a.case']],
  ])('%j is wrong use: exit code 2', async (args) => {
    const { code, stdout, stderr } = await cli.call(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^wakhan: .*Nothing was done/);
    const json = await cli.call(['--json', ...args]);
    expect(json).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(json.stderr)).toMatchObject({ code: 'wrong-use', details: {} });
  });
});

describe('reading a case', () => {
  test('list gives one JSON array of whole records', async () => {
    const list = (what: string) => cli.json(['list', 'a.case', what]) as Promise<object[]>;
    expect(await list('documents')).toMatchObject([
      {
        title: 'Alpha and Beta met in Gamma.',
        source: { origin: 'note.txt', method: 'command line', collector: 'Tester' },
      },
    ]);
    expect(await list('highlights')).toMatchObject([
      { id: 'h1', quote: 'Alpha', tags: ['t1'] },
      { id: 'h2', quote: 'Beta' },
    ]);
    expect(await list('entities')).toMatchObject([
      { id: 'alpha', aliases: [{ name: 'A.' }] },
      { id: 'beta' },
    ]);
    expect(await list('relations')).toMatchObject([
      { id: 'r1', evidence: ['h1', 'h2'], status: 'asserted' },
    ]);
    expect(await list('events')).toMatchObject([{ id: 'v1', date: '2016' }]);
    expect(await list('claims')).toMatchObject([{ id: 'c1', attribution: { entity: 'alpha' } }]);
    expect(await list('tags')).toContainEqual(
      expect.objectContaining({ id: 't1', name: 'Talks, new' }),
    );
    expect(await list('reports')).toEqual([]);
    const journal = (await list('journal')) as { n: number; op: string; by: string }[];
    expect(journal.map(({ n }) => n)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    expect(journal[0]).toMatchObject({ op: 'case.create', by: 'Tester', stands: true });
  });

  test('list gives the whole journal, also one of more entries than are read at a time', async () => {
    await cli.json(['new', 'long.case']);
    const tags = Array.from({ length: 1100 }, (_, i) => ({
      op: 'tag.add',
      input: { name: `Tag ${i}` },
    }));
    await cli.apply('long.case', tags);
    const journal = (await cli.json(['list', 'long.case', 'journal'])) as { n: number }[];
    expect(journal.map(({ n }) => n)).toEqual(Array.from({ length: 1101 }, (_, i) => i + 1));
  });

  test('list gives a line each without --json', async () => {
    const { stdout } = await cli.call(['list', 'a.case', 'relations']);
    expect(stdout).toBe('r1\tAlpha\tmeets\tBeta\tasserted\n');
  });

  test('open sums up', async () => {
    expect(await cli.json(['open', 'a.case'])).toMatchObject({
      title: 'The case',
      marking: null,
      counts: { documents: 1, highlights: 2, entities: 2, relations: 1, events: 1, claims: 1 },
      journal: { n: 10 },
      recovery: [],
    });
  });

  test('network gives nodes and edges with their quotes', async () => {
    expect(await cli.json(['network', 'a.case'])).toMatchObject({
      nodes: [{ id: 'alpha', name: 'Alpha', degree: 1 }, { id: 'beta' }],
      edges: [
        {
          id: 'r1',
          from: 'alpha',
          to: 'beta',
          typeName: 'meets',
          evidence: [{ quote: 'Alpha' }, { quote: 'Beta' }],
        },
      ],
    });
    expect((await cli.call(['network', 'a.case'])).stdout).toContain(
      'Alpha – meets – Beta [asserted]',
    );
  });

  test('verify counts what it checked and finds a changed original', async () => {
    expect(await cli.json(['verify', 'a.case'])).toMatchObject({
      ok: true,
      checked: { journal: 10, quotes: 2, originals: 1 },
      problems: [],
    });
  });

  test('operations gives every operation with the JSON Schema of its input', async () => {
    const table = (await cli.json(['operations'])) as { op: string; input: { type?: string } }[];
    expect(table.map(({ op }) => op)).toEqual([...operations.keys()]);
    const schema = table.find(({ op }) => op === 'highlight.add')?.input;
    expect(schema).toMatchObject({
      type: 'object',
      required: ['document', 'start', 'end'],
      additionalProperties: false,
    });
  });

  test('leaves every byte of the case as it is', async () => {
    const before = folderState(cli.at('a.case'));
    for (const args of [
      ['open'],
      ['list', 'highlights'],
      ['list', 'journal'],
      ['network'],
      ['verify'],
      ['export', '-o', 'r.md'],
    ]) {
      const [name = '', ...rest] = args;
      expect((await cli.call([name, 'a.case', ...rest])).code).toBe(0);
    }
    expect(folderState(cli.at('a.case'))).toEqual(before);
  });
});

describe('reports', () => {
  test('are written as HTML and Markdown, by format or by ending', async () => {
    const result = (await cli.json([
      'export',
      'a.case',
      '--format',
      'html',
      '-o',
      'r.html',
      '--title',
      'My <report>',
    ])) as {
      sha256: string;
    };
    expect(result).toMatchObject({ file: 'r.html', format: 'html' });
    const page = readFileSync(cli.at('r.html'), 'utf8');
    expect(page).toContain('My ');
    expect(page).not.toContain('<report>');
    await cli.json(['export', 'a.case', '-o', 'r.md', '--summary', 'In short.']);
    expect(readFileSync(cli.at('r.md'), 'utf8')).toContain('In short.');
  });

  test('never land in a case, in a folder or nowhere', async () => {
    const before = folderState(cli.at('a.case'));
    mkdirSync(cli.at('folder.md'), { recursive: true });
    for (const path of ['a.case/case.json', 'a.case/new.md', 'a.case/journal/x.md', 'folder.md']) {
      const { code, stderr } = await cli.call(['export', 'a.case', '--format', 'md', '-o', path]);
      expect(code, path).toBe(1);
      expect(stderr).toContain('Nothing was written');
    }
    expect((await cli.call(['export', 'a.case', '-o', 'no/where/r.md'])).code).toBe(1);
    expect(folderState(cli.at('a.case'))).toEqual(before);
  });

  test('a PDF without Electron is refused in plain words', async () => {
    const none = { WAKHAN_ELECTRON: '', WAKHAN_ELECTRON_LAUNCHER: '' };
    const { code, stderr } = await cli.call(
      ['export', 'a.case', '-o', 'r.pdf', '--json'],
      '',
      none,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'export-failed',
      message: expect.stringContaining('Electron') as string,
    });
  });

  test('a PDF is printed by the runtime that is named, and what it says on failure is told', async () => {
    const good = `process.stdin.once('data', (page) => {
      const pdf = Buffer.from('%PDF ' + page.length).toString('base64');
      console.log('something else\\nwakhan-pdf:' + pdf);
      process.exit(0);
    });`;
    writeFileSync(cli.at('good.cjs'), good);
    writeFileSync(cli.at('bad.cjs'), 'console.error("no screen"); process.exit(3)');
    const run = (launcher: string) =>
      cli.call(['export', 'a.case', '-o', 'r.pdf', '--json'], '', {
        WAKHAN_ELECTRON_LAUNCHER: cli.at(launcher),
      });
    expect(JSON.parse((await run('bad.cjs')).stderr)).toMatchObject({
      code: 'export-failed',
      details: { said: 'no screen' },
    });
    expect((await run('good.cjs')).code).toBe(0);
    expect(readFileSync(cli.at('r.pdf'), 'utf8')).toMatch(/^%PDF \d{3,}/);
  });
});
