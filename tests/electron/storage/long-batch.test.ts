import { expect, test } from 'vitest';
import { contents, newCase, reopened } from './helpers.ts';

const tags = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    op: 'tag.add',
    input: { id: `t${from + at}`, name: `Tag ${from + at}` },
  }));

/** What a case holds, without its history. */
const tables = (held: unknown): unknown[] => (held as unknown[]).slice(0, -1);

test('a long batch lets others live meanwhile, is one step, and keeps the order of wishes', async () => {
  const { store, folder } = await newCase();
  const before = tables(contents(store.state));
  const done: string[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const note = (name: string) => () => void done.push(name);
  const add = (id: string) =>
    store.perform({ op: 'tag.add', input: { id, name: id } }).then(note(id));
  const long = store.perform({ op: 'batch', input: { operations: tags(0, 1_500) } });
  await Promise.all([add('first'), long.then(note('long')), add('last')]);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
  expect(done.indexOf('long')).toBeLessThan(done.indexOf('last'));
  expect((await long).changes).toHaveLength(1_500);
  expect(store.state.size('tag')).toBe(1_503); // one is of the codebook
  for (let step = 0; step < 3; step++) await store.perform({ op: 'undo', input: {} });
  expect(tables(contents(store.state))).toEqual(before);
  await store.close();
  expect((await (await reopened(folder)).verify()).problems).toEqual([]);
});

test('a long batch that is refused near its end changes nothing, and those behind it go on', async () => {
  const { store } = await newCase();
  const before = tables(contents(store.state));
  const { n } = store.head;
  const operations = [...tags(0, 200), { op: 'tag.add', input: { id: 't7', name: 'Again' } }];
  const refused = store.perform({ op: 'batch', input: { operations } });
  const next = store.perform({ op: 'entity.add', input: { id: 'e', type: 'person', name: 'E' } });
  await expect(refused).rejects.toMatchObject({ code: 'duplicate-id', details: { step: 200 } });
  expect((await next).n).toBe(n + 1);
  await store.perform({ op: 'undo', input: {} });
  expect(tables(contents(store.state))).toEqual(before);
});

test.each([null, 'words', 7, {}, { operations: 'many' }])(
  'a batch of %j is refused like any ill-formed input',
  async (input) => {
    const { store } = await newCase();
    await expect(store.perform({ op: 'batch', input })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  },
);
