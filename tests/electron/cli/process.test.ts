import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CliProcess } from './cli-process.ts';

let cli: CliProcess;
let count = 0;
let folder = '';
beforeAll(async () => {
  cli = new CliProcess();
  await cli.bundle();
});
beforeEach(async () => {
  folder = `${++count}.case`;
  await cli.json(['new', folder]);
});
afterAll(() => cli.remove());

const add = (id: string) => ({ op: 'entity.add', input: { id, type: 'person', name: id } });
const names = async () =>
  ((await cli.json(['list', folder, 'entities'])) as { id: string }[]).map(({ id }) => id);

test('answers as soon as a line is durable, not at the end', async () => {
  const child = cli.start(['apply', folder, '-']);
  for (const id of ['a', 'b', 'c']) {
    child.stdin.write(`${JSON.stringify(add(id))}\n`);
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(chunk.toString())).toMatchObject({ ok: true, id });
    expect(await names()).toContain(id);
  }
  child.stdin.end();
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('what was answered survives a kill', async () => {
  const child = cli.start(['apply', folder, '-']);
  child.stdin.on('error', () => undefined);
  const lines = Array.from({ length: 3000 }, (_, at) => JSON.stringify(add(`p${at}`))).join('\n');
  child.stdin.write(`${lines}\n`);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > 300) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const answered = said
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(answered.length).toBeGreaterThanOrEqual(300);
  const kept = await names();
  expect(kept.slice(0, answered.length)).toEqual(answered);
  expect(await cli.json(['verify', folder])).toMatchObject({ ok: true });
  expect((await cli.apply(folder, [add('after')]))[0]).toMatchObject({ ok: true });
});

test('stops when nobody reads its answers, and the case stays whole', async () => {
  const child = cli.start(['apply', folder, '-']);
  child.stdin.on('error', () => undefined);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.destroy();
  const lines = Array.from({ length: 5000 }, (_, at) => JSON.stringify(add(`p${at}`)));
  child.stdin.write(`${lines.join('\n')}\n`);
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(errors).toBe('');
  expect(await cli.json(['verify', folder])).toMatchObject({ ok: true });
});

test('a case that another process writes to is refused for writing and can be read', async () => {
  const writer = cli.start(['apply', folder, '-']);
  writer.stdin.write('{"op":"tag.add","input":{"id":"t1","name":"First"}}\n');
  await once(writer.stdout, 'data');
  const refused = await cli.call(['apply', folder, '-', '--json'], '{"op":"undo"}');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'case-locked' });
  expect(await cli.json(['list', folder, 'tags'])).toContainEqual(
    expect.objectContaining({ id: 't1' }),
  );
  writer.stdin.end();
  expect(await once(writer, 'close')).toEqual([0, null]);
  expect((await cli.call(['apply', folder, '-'], '{"op":"undo"}')).code).toBe(0);
});

test('a reading command ends quietly when its reader goes away', async () => {
  const child = cli.start(['operations', '--json']);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(errors).toBe('');
});
