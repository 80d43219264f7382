import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cli } from './cli.ts';
import { folderState } from './folder-state.ts';

let cli: Cli;
beforeAll(async () => {
  cli = new Cli();
  await cli.json(['new', 'a.case']);
  mkdirSync(cli.at('plain'));
  writeFileSync(cli.at('plain', 'x.txt'), 'x');
  writeFileSync(cli.at('file.case'), 'no folder');
});
afterAll(() => cli.remove());

const error = async (args: string[], input = ''): Promise<{ code: string; message: string }> => {
  const { code, stdout, stderr } = await cli.call([...args, '--json'], input);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return JSON.parse(stderr) as { code: string; message: string };
};

describe('what is not a case', () => {
  test.each([
    ['plain', 'not-a-case'],
    ['file.case', 'not-a-case'],
    ['missing.case', 'not-found'],
  ])('%s: %s', async (name, code) => {
    const before = folderState(cli.folder);
    for (const args of [
      ['open', name],
      ['list', name, 'tags'],
      ['verify', name],
      ['import', name, 'plain'],
      ['apply', name, '-'],
    ]) {
      expect(await error(args)).toMatchObject({ code });
    }
    expect(folderState(cli.folder)).toEqual(before);
  });

  test('a place that is taken is not made a case', async () => {
    const before = folderState(cli.folder);
    for (const name of ['a.case', 'plain', 'file.case']) {
      expect(await error(['new', name])).toMatchObject({ code: 'case-exists' });
    }
    expect(folderState(cli.folder)).toEqual(before);
  });

  test('a bad title, marking or codebook makes none', async () => {
    writeFileSync(cli.at('bad.json'), '{"id":"x"');
    writeFileSync(cli.at('empty.json'), '{}');
    const before = folderState(cli.folder);
    for (const option of [
      ['--title', ''],
      ['--marking', 'SECRET'],
      ['--codebook', 'bad.json'],
      ['--codebook', 'empty.json'],
    ]) {
      expect(await error(['new', 'b.case', ...option])).toMatchObject({ code: 'invalid-input' });
    }
    expect(await error(['new', 'b.case', '--codebook', 'missing.json'])).toMatchObject({
      code: 'not-found',
    });
    expect(folderState(cli.folder)).toEqual(before);
  });
});

test('a newer format is refused by every command, and nothing of it is touched', async () => {
  cpSync(cli.at('a.case'), cli.at('newer.case'), { recursive: true });
  const path = cli.at('newer.case', 'case.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"format":\s*\d+/, '"format": 999'));
  const before = folderState(cli.at('newer.case'));
  for (const args of [
    ['open'],
    ['list', 'tags'],
    ['network'],
    ['verify'],
    ['apply', '-'],
    ['import', 'plain'],
  ]) {
    const [name = '', ...rest] = args;
    expect(await error([name, 'newer.case', ...rest])).toMatchObject({
      code: 'newer-format',
      details: { format: 999 },
    });
  }
  expect(folderState(cli.at('newer.case'))).toEqual(before);
});

test('operations that cannot be read from a file are refused', async () => {
  expect(await error(['apply', 'a.case', 'missing.ndjson'])).toMatchObject({ code: 'not-found' });
  expect(await error(['apply', 'a.case', 'plain'])).toMatchObject({
    message: expect.stringContaining('plain') as string,
  });
});
