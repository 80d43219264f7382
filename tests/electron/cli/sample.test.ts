import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Cli } from './cli.ts';

let cli: Cli;
beforeAll(() => (cli = new Cli()));
afterAll(() => cli.remove());

const list = async (path: string, kind: string, env = {}) =>
  JSON.parse((await cli.call(['list', path, kind, '--json'], '', env)).stdout) as {
    by?: string;
  }[];

test('new --sample makes the bundled sample case, signed as such', async () => {
  const made = await cli.json(['new', 'a.case', '--sample']);
  expect(made).toMatchObject({ case: 'a.case', title: 'Formats around the Wakhan corridor' });
  expect(await list('a.case', 'documents')).toHaveLength(10);
  expect((await list('a.case', 'entities')).length).toBeGreaterThanOrEqual(60);
  expect((await list('a.case', 'relations')).length).toBeGreaterThanOrEqual(100);
  const authors = new Set((await list('a.case', 'journal')).map(({ by }) => by));
  expect([...authors]).toEqual(['Wakhan sample']);
  expect(await cli.json(['verify', 'a.case'])).toMatchObject({ ok: true, problems: [] });
  expect(await cli.json(['open', 'a.case'])).toMatchObject({ recovery: [] });
});

test('it takes a title, a marking and a passphrase, and then no word of it lies open', async () => {
  const env = { WAKHAN_PASSPHRASE: 'seven quiet rivers' };
  const options = ['--sample', '--encrypt', '--title', 'Formats', '--marking', 'AMBER'];
  const made = await cli.call(['new', 'b.case', ...options, '--json'], '', env);
  expect(JSON.parse(made.stdout)).toMatchObject({ case: 'b.case', title: 'Formats' });
  expect(await list('b.case', 'documents', env)).toHaveLength(10);
  const opened = await cli.call(['open', 'b.case', '--json'], '', env);
  expect(JSON.parse(opened.stdout)).toMatchObject({ title: 'Formats', encrypted: true });
  const files = readdirSync(cli.at('b.case'), { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'));
  expect(bytes.filter((text) => /Wakhan corridor|Tajikistan|Quadrilateral/.test(text))).toEqual([]);
});

test('a codebook beside it is wrong use, and a place that is taken stays as it is', async () => {
  const wrong = await cli.call(['new', 'c.case', '--sample', '--codebook', 'x.json', '--json']);
  expect(wrong.code).toBe(2);
  expect(JSON.parse(wrong.stderr)).toMatchObject({ code: 'wrong-use' });
  const taken = await cli.call(['new', 'a.case', '--sample', '--json']);
  expect(JSON.parse(taken.stderr)).toMatchObject({ code: 'case-exists' });
  expect(readdirSync(cli.at('.')).sort()).toEqual(['a.case', 'b.case']);
});
