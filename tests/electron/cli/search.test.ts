import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchHit } from '../../../data/search/hits.ts';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

const files = {
  'kabul.txt':
    'Talks in Kabul\n\nChina and Russia agree on counter-terrorism. The Taliban said nothing. ' +
    'Chinese officials met in Kábul; China stays. Agree-\nment was near.',
  'moscow.txt':
    'Встреча в Москве\n\nРоссия и Китай договорились о борьбе с терроризмом. Ёлка стоит в Кремле.',
  'tehran.txt':
    'نشست تهران\n\nایران و چین توافق كردند. الإرهاب يهدد المنطقة، ومكافحة الإرهاب مستمرة.',
  'beijing.txt': '北京会议\n\n中国和俄罗斯加强反恐合作机制。反恐，机制！',
  'russia.txt':
    'Paper\n\nRussia met nobody. near the river and far from the other bank stood China',
};

let cli: Cli;
let ids: Map<string, string>;
beforeAll(async () => {
  cli = new Cli();
  for (const [name, text] of Object.entries(files)) writeFileSync(cli.at(name), text);
  await cli.json(['new', 'a.case']);
  await cli.json(['import', 'a.case', ...Object.keys(files)]);
  const documents = (await cli.json(['list', 'a.case', 'documents'])) as {
    id: string;
    source: { origin: string };
  }[];
  ids = new Map(documents.map(({ id, source }) => [source.origin.replace('.txt', ''), id]));
});
afterAll(() => cli.remove());

const search = async (...words: string[]): Promise<SearchHit[]> =>
  (await cli.json(['search', 'a.case', ...words])) as SearchHit[];

/** What was found in working texts: the file and the words. */
async function found(query: string, ...more: string[]): Promise<string[]> {
  const hits = await search(query, '--in', 'texts', ...more);
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return hits.map(({ document, quote }) => `${names.get(document ?? '')}: ${quote}`).sort();
}

describe('what is found, in every script', () => {
  test.each<[string, string[]]>([
    ['china', ['kabul: China', 'kabul: China', 'russia: China']],
    ['kabul', ['kabul: Kabul', 'kabul: Kábul']],
    ['"china and russia"', ['kabul: China and Russia']],
    ['chin*', ['kabul: China', 'kabul: China', 'kabul: Chinese', 'russia: China']],
    ['counter-terrorism', ['kabul: counter-terrorism']],
    ['"counter terrorism"', ['kabul: counter-terrorism']],
    ['agreement', ['kabul: Agree-\nment']],
    ['Talaban~', ['kabul: Taliban']],
    ['near(taliban china, 5)', []],
    ['near(said russia, 6)', ['kabul: Russia agree on counter-terrorism. The Taliban said']],
    ['near(said russia, 5)', []],
    ['россия', ['moscow: Россия']],
    ['елка', ['moscow: Ёлка']],
    ['террор*', ['moscow: терроризмом']],
    ['الإرهاب', ['tehran: الإرهاب', 'tehran: الإرهاب']],
    ['ارهاب', []],
    ['الارهاب', ['tehran: الإرهاب', 'tehran: الإرهاب']],
    ['"توافق کردند"', ['tehran: توافق كردند']],
    ['反恐', ['beijing: 反恐', 'beijing: 反恐']],
    ['反恐合作机制', ['beijing: 反恐合作机制']],
    ['机', ['beijing: 机', 'beijing: 机']],
    ['恐机', []],
    ['俄罗斯 OR россия', ['beijing: 俄罗斯', 'moscow: Россия']],
    ['china NOT taliban', ['russia: China']],
    [
      'russia AND (taliban OR river)',
      ['kabul: Russia', 'kabul: Taliban', 'russia: Russia', 'russia: river'],
    ],
    ['near the river', ['russia: near', 'russia: river', 'russia: the', 'russia: the']],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual([...expected].sort());
  });

  test('offsets are those of the whole working text, and the quote is what stands there', async () => {
    const id = ids.get('kabul') ?? '';
    const { stdout } = await cli.call(['text', 'a.case', id]);
    const hits = await search('china OR taliban');
    expect(hits.length).toBeGreaterThan(3);
    for (const { document, start, end, quote, before, after } of hits) {
      if (document !== id) continue;
      expect(stdout.slice(start, end)).toBe(quote);
      expect(typeof before + typeof after).toBe('stringstring');
    }
  });
});

describe('fields, scopes and limits', () => {
  test('titles are found, with their field', async () => {
    const [hit] = await search('title:talks');
    expect(hit).toMatchObject({ document: ids.get('kabul'), start: 0, end: 0, quote: 'Talks' });
    expect(hit?.field).toBe('title');
  });

  test('a query of fields alone answers its documents', async () => {
    const hits = await search('state:unread NOT lang:en');
    expect(hits.map(({ document }) => document)).toEqual(
      expect.arrayContaining([ids.get('moscow'), ids.get('beijing')]),
    );
    expect(hits.every(({ field, start, end }) => field === 'title' && start + end === 0)).toBe(
      true,
    );
  });

  test('--limit takes the best, and what is wrong is told in words', async () => {
    expect(await search('china', '--limit', '1')).toHaveLength(1);
    const { stdout, stderr, code } = await cli.call(['search', 'a.case', '(china', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).not.toHaveLength(0);
    expect(stderr).toContain('not closed');
    expect((await cli.call(['search', 'a.case', 'china', '--limit', '0'])).code).toBe(2);
    expect((await cli.call(['search', 'a.case', 'china', '--in', 'all'])).code).toBe(2);
  });

  test('the case stays as it was', async () => {
    const before = folderState(cli.at('a.case'));
    await search('china');
    expect(folderState(cli.at('a.case'))).toEqual(before);
  });
});
