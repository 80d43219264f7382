import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

let cli: Cli;
beforeAll(() => {
  cli = new Cli();
});
afterAll(() => cli.remove());

const lines = [
  'The foreign minister of Uzbekistan received a delegation from Kabul on Tuesday.',
  'Both sides spoke about the railway to Peshawar and about the water of the Amu Darya.',
  'A spokesman said that the two countries would open three border crossings in the spring.',
  'Observers in Tashkent doubt that the money for the tracks has been found.',
];
const older = `${lines.join('\n')}\n`;
const newer = [
  'Tashkent, 4 May.',
  lines[2]?.replace('three', 'two'),
  lines[0],
  lines[1]?.replace('Both', 'The two'),
  'The bank has not decided.',
].join('\n');

const quotes = {
  h1: 'delegation from Kabul',
  h2: 'railway to Peshawar',
  h3: 'would open three border crossings',
  h4: 'the money for the tracks',
};

/** A case with `news.txt`, its highlights and a relation that stands on the first of them. */
async function prepared(name: string): Promise<{ folder: string; document: string }> {
  const folder = `${name}.case`;
  await cli.json(['new', folder]);
  writeFileSync(cli.at('news.txt'), older);
  const [document] = (await cli.json(['import', folder, 'news.txt'])) as [{ id: string }];
  const marks = Object.entries(quotes).map(([id, words]) => {
    const start = older.indexOf(words);
    const input = { id, document: document.id, start, end: start + words.length };
    return { op: 'highlight.add', input };
  });
  await cli.apply(folder, [
    ...marks,
    { op: 'entity.add', input: { id: 'kabul', type: 'state', name: 'Afghanistan' } },
    { op: 'entity.add', input: { id: 'uz', type: 'state', name: 'Uzbekistan' } },
    {
      op: 'relation.add',
      input: { id: 'r1', type: 'borders', from: 'kabul', to: 'uz', evidence: ['h1', 'h4'] },
    },
  ]);
  return { folder, document: document.id };
}

const placeOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const expected = [
  { highlight: 'h1', was: placeOf(older, quotes.h1), now: placeOf(newer, quotes.h1) },
  { highlight: 'h2', was: placeOf(older, quotes.h2), now: placeOf(newer, quotes.h2) },
  {
    highlight: 'h3',
    was: placeOf(older, quotes.h3),
    now: placeOf(newer, 'would open two border crossings'),
    state: 'uncertain',
  },
  { highlight: 'h4', was: placeOf(older, quotes.h4), state: 'lost', score: 0 },
];

test('tells where highlights are in a newer file, and changes nothing', async () => {
  const { folder } = await prepared('looked');
  writeFileSync(cli.at('newer.txt'), newer);
  const before = folderState(cli.at(folder));
  const answers = await cli.json(['reanchor', folder, 'news.txt', 'newer.txt']);
  expect(answers).toMatchObject(expected);
  expect(answers).not.toHaveProperty('3.now');
  expect(folderState(cli.at(folder))).toEqual(before);
  const { stdout } = await cli.call(['reanchor', folder, 'news.txt', 'newer.txt']);
  expect(stdout).toMatch(/^exact +0\.95 .*delegation from Kabul$/m);
  expect(stdout).toContain('1 uncertain, 1 lost');
  expect(folderState(cli.at(folder))).toEqual(before);
});

test('makes the file a new version with --apply, and says when there is nothing new', async () => {
  const { folder, document } = await prepared('applied');
  writeFileSync(cli.at('newer.txt'), newer);
  const args = ['reanchor', folder, 'news.txt', 'newer.txt', '--apply'];
  expect(await cli.json(args)).toMatchObject(expected);
  const documents = (await cli.json(['list', folder, 'documents'])) as CaseDocument[];
  const version = documents.find(({ id }) => id !== document);
  expect(documents).toHaveLength(2);
  expect(version?.source).toMatchObject({ origin: 'newer.txt', method: 'command line' });
  const marks = (await cli.json(['list', folder, 'highlights'])) as Highlight[];
  const by = Object.fromEntries(marks.map((mark) => [mark.id, mark]));
  expect(by.h1).toMatchObject({ document: version?.id, quote: quotes.h1 });
  expect(by.h3).toMatchObject({ document, anchoring: { to: { document: version?.id } } });
  expect(by.h4).toMatchObject({ document, anchoring: { state: 'lost' } });
  expect(await cli.json(['list', folder, 'relations'])).toMatchObject([{ evidence: ['h1', 'h4'] }]);
  expect(await cli.json(['verify', folder])).toMatchObject({ ok: true });

  // By its title, which both versions have, the newest is meant.
  const again = ['reanchor', folder, version?.title ?? '', 'newer.txt', '--apply', '--json'];
  const { stdout, stderr } = await cli.call(again);
  expect(JSON.parse(stdout)).toMatchObject([{ state: 'exact', score: 1 }, { state: 'exact' }]);
  expect(stderr).toContain('Nothing was changed');
  expect(await cli.json(['list', folder, 'documents'])).toHaveLength(2);
});

test('takes a document that was imported beside for the new version', async () => {
  const { folder } = await prepared('beside');
  writeFileSync(cli.at('newer.txt'), newer);
  await cli.json(['import', folder, 'newer.txt']);
  await cli.json(['reanchor', folder, 'news.txt', 'newer.txt', '--apply']);
  expect(await cli.json(['list', folder, 'documents'])).toHaveLength(2);
  expect(await cli.json(['verify', folder])).toMatchObject({ ok: true });
});

test('works on encrypted cases, and gives what waits to the next version', async () => {
  const { folder } = await prepared('sealed');
  writeFileSync(cli.at('secret.txt'), 'a long passphrase\n');
  await cli.json(['encrypt', folder, '--passphrase-file', 'secret.txt']);
  writeFileSync(cli.at('newer.txt'), newer);
  const key = ['--passphrase-file', 'secret.txt'];
  await cli.json(['reanchor', folder, 'news.txt', 'newer.txt', '--apply', ...key]);
  writeFileSync(cli.at('newest.txt'), `${older}Corrected.\n`);
  await cli.json(['reanchor', folder, 'newer.txt', 'newest.txt', '--apply', ...key]);
  const marks = (await cli.json(['list', folder, 'highlights', ...key])) as Highlight[];
  expect(new Set(marks.map((mark) => mark.document)).size).toBe(1);
  expect(marks.map(({ quote }) => quote).sort()).toEqual(Object.values(quotes).sort());
  expect(await cli.json(['verify', folder, ...key])).toMatchObject({ ok: true });
});

test('refuses a file of several documents of which none fits, and one that is none', async () => {
  const { folder } = await prepared('refused');
  const before = folderState(cli.at(folder));
  const mail = (words: string): string =>
    `From a@b.c Mon Jan  1 00:00:00 2024\nFrom: a@b.c\nSubject: ${words}\n\n${words}\n\n`;
  writeFileSync(cli.at('two.mbox'), mail('One') + mail('Two'));
  const several = await cli.call(['reanchor', folder, 'news.txt', 'two.mbox', '--apply']);
  expect(several.code).toBe(1);
  expect(several.stderr).toMatch(/holds 2 documents/);
  const none = await cli.call(['reanchor', folder, 'news.txt', 'nothing.txt']);
  expect(none.code).toBe(1);
  expect(none.stderr).toContain('nothing.txt');
  const wrong = await cli.call(['reanchor', folder, 'news.txt']);
  expect(wrong.code).toBe(2);
  expect(folderState(cli.at(folder))).toEqual(before);
});
