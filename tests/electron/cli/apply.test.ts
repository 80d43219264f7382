import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Cli } from './cli.ts';

let cli: Cli;
let count = 0;
let folder = '';
beforeAll(() => {
  cli = new Cli();
});
beforeEach(async () => {
  folder = `${++count}.case`;
  await cli.json(['new', folder]);
});
afterAll(() => cli.remove());

const add = (id: string) => ({ op: 'entity.add', input: { id, type: 'person', name: id } });
const names = async () =>
  ((await cli.json(['list', folder, 'entities'])) as { id: string }[]).map(({ id }) => id);

describe('apply', () => {
  test('answers each line in order, refusals among them, and goes on', async () => {
    const answers = await cli.apply(folder, [
      add('a'),
      '{not json',
      '[]',
      { op: 5 },
      { op: 'entity.add', input: { id: 'a', type: 'person', name: 'x' } },
      { op: 'nothing', input: {} },
      { op: 'tag.add', input: {}, extra: 1 },
      '',
      '   ',
      add('b'),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(answers[0]).toEqual({ ok: true, n: 2, id: 'a' });
    expect(answers[7]).toEqual({ ok: true, n: 3, id: 'b' });
    const errors = answers
      .filter(({ ok }) => !ok)
      .map(({ error }) => error as { code: string; details: { line: number } });
    expect(errors.map(({ code }) => code)).toEqual([
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'duplicate-id',
      'unknown-operation',
      'invalid-input',
    ]);
    expect(errors.map(({ details }) => details.line)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(await names()).toEqual(['a', 'b']);
  });

  test('exits with 1 when a line was refused, with 0 when none was', async () => {
    expect((await cli.call(['apply', folder, '-'], JSON.stringify(add('a')))).code).toBe(0);
    expect((await cli.call(['apply', folder, '-'], JSON.stringify(add('a')))).code).toBe(1);
    expect(await cli.call(['apply', folder, '-'], '')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('keeps order through many lines at once, undo and redo among them', async () => {
    const lines = Array.from({ length: 2000 }, (_, at) => {
      if (at % 10 === 8) return { op: 'undo' };
      return at % 10 === 9 ? { op: 'redo', input: {} } : add(`p${at}`);
    });
    const answers = await cli.apply(folder, lines);
    expect(answers.map(({ n }) => n)).toEqual(lines.map((_, at) => at + 2));
    expect(await names()).toHaveLength(1600);
    expect(await cli.json(['verify', folder])).toMatchObject({ ok: true });
  });

  test('reads files, several of them', async () => {
    writeFileSync(
      cli.at('one.ndjson'),
      `\ufeff${JSON.stringify(add('a'))}\r\n${JSON.stringify(add('b'))}`,
    );
    writeFileSync(cli.at('two.ndjson'), JSON.stringify(add('c')));
    expect((await cli.call(['apply', folder, 'one.ndjson', 'two.ndjson'])).code).toBe(0);
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  test('takes a line of megabytes, and refuses one that is not UTF-8', async () => {
    const note = 'x'.repeat(99_000);
    const operations = Array.from({ length: 60 }, (_, at) => ({
      op: 'entity.add',
      input: { id: `p${at}`, type: 'person', name: 'x', note },
    }));
    const big = JSON.stringify({ op: 'batch', input: { operations } });
    const bytes = Buffer.concat([
      Buffer.from(`${big}\n{"op":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${JSON.stringify(add('z'))}`),
    ]);
    const { stdout } = await cli.call(['apply', folder, '-'], bytes);
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean });
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(answers[1]).toMatchObject({ error: { code: 'wrong-encoding', details: { line: 2 } } });
    expect(await names()).toHaveLength(61);
  });
});

test('dates, names and keys that cannot be are refused, each with one line; all else is taken', async () => {
  const shared = new URL('../../fixtures/operations/', import.meta.url);
  const text = 'apple fruit, plum fruit; Alpha and Beta met in Gamma in 2016.';
  writeFileSync(cli.at('fruit.txt'), text);
  await cli.json(['import', folder, 'fruit.txt']);
  const [note] = (await cli.json(['list', folder, 'documents'])) as { id: string }[];
  const given = readFileSync(new URL('dates-and-tags.ndjson', shared), 'utf8')
    .replaceAll('DOCUMENT', note?.id ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { op: string; input: { id?: string } });
  const expected = JSON.parse(
    readFileSync(new URL('dates-and-tags.expected.json', shared), 'utf8'),
  ) as { refused: Record<string, string>; accepted: string[] };
  const answers = await cli.apply(folder, given);
  const firstOf = (id: string) => answers[given.findIndex(({ input }) => input.id === id)];
  for (const [id, why] of Object.entries(expected.refused)) {
    const answer = firstOf(id) as { ok: boolean; error?: { code: string; message: string } };
    expect(answer.ok, `${id}: ${why}`).toBe(false);
    expect(answer.error?.code, id).toMatch(/^(?:invalid-input|duplicate-name)$/);
    expect(answer.error?.message, id).toMatch(/^[^\n]+ Nothing was changed[^\n]*$/);
  }
  for (const id of expected.accepted) expect(firstOf(id), id).toMatchObject({ ok: true });
});
