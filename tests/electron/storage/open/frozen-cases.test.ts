import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { regionsOf } from '#data/queries/regions-of.ts';
import type { CaseStore } from '../../../../electron/storage/case-store.ts';
import { contents, reopened, temporaryFolder } from '../helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

const fixtures = join(import.meta.dirname, '../../../fixtures/cases');

const sealed = { secret: { passphrase: 'frozen for ever' } };

describe('the frozen cases of formats 2, 3 and 4', () => {
  test.each([
    [2, 'plain.case', {}],
    [2, 'sealed.case', sealed],
    [3, 'plain.case', {}],
    [3, 'sealed.case', sealed],
    [4, 'plain.case', {}],
    [4, 'sealed.case', sealed],
  ])('format %i, %s opens with exactly what it held', async (format, name, secret) => {
    const store = await reopened(frozen(format, name), secret);
    const held = readFileSync(join(fixtures, `v${format}`, 'contents.json'), 'utf8');
    expect(partsOf(JSON.stringify(contents(store.state)))).toEqual(partsOf(held));
    expect(store.status.recovery).toEqual([]);
    expect((await store.verify()).problems).toEqual([]);
    await store.perform({ op: 'undo', input: {} });
    expect(store.state.get('claim', 'c1')).toBeUndefined();
    expect(store.state.get('region', 'g1')).toMatchObject({ end: 40, by: 'Ada' });
    expect(store.state.get('highlight', 'h3')?.entities).toEqual(['ada', 'bob']);
  });
});

test('the frozen case of format 3 holds texts with rows, marks and what was left open', async () => {
  const store = await reopened(frozen(3, 'plain.case'));
  const [page, , attached] = [...store.state.all('document')].slice(1);
  if (!page) throw new Error('the page is not there');
  expect(page.proposals?.map(({ field }) => field)).toEqual(['published']);
  expect(page.copies?.map(({ name }) => name)).toEqual(['talks.html']);
  expect(attached?.reading).toMatchObject({ encoding: 'windows-1251', settled: ['encoding'] });
  const { blocks, marks } = store.blobs.text(page);
  expect(blocks.find(({ kind }) => kind === 'list-item')?.number).toBe('3.');
  expect(blocks.some(({ kind }) => kind === 'table-row')).toBe(true);
  expect(marks?.find(({ kind }) => kind === 'ruby')?.reading).toBe('kā');
  expect(marks?.some(({ kind, to }) => kind === 'note-anchor' && to !== undefined)).toBe(true);
});

test('the frozen case of format 4 holds links, an origin, a rectangle, a version and read words', async () => {
  const store = await reopened(frozen(4, 'plain.case'));
  const { state } = store;
  expect(state.get('documentLink', 'l1')?.pairs).toEqual([{ from: 0, to: 0 }]);
  expect(state.get('origin', 'o1')?.documents).toHaveLength(2);
  expect(state.get('highlight', 'h4')).toMatchObject({
    document: 's2',
    quote: 'A stamp',
    area: { page: 1 },
    translation: { text: 'Ein Stempel', by: 'Ada' },
    anchoring: { state: 'exact' },
  });
  expect(state.get('highlight', 'h5')).toMatchObject({ document: 's1', quote: 'Kashgar' });
  const scan = state.get('document', 's1');
  expect(scan && store.blobs.text(scan).words?.[0]?.confidence).toBe(61);
});

describe('the frozen cases of format 1', () => {
  test.each([
    ['plain.case', {}],
    ['sealed.case', sealed],
  ])('%s opens with exactly what it held', async (name, secret) => {
    const store = await reopened(frozen(1, name), secret);
    const held = readFileSync(join(fixtures, 'v1', 'contents.json'), 'utf8');
    const [tables, history] = partsOf(held);
    const now = partsOf(JSON.stringify(contents(store.state)));
    expect(withoutGroup(now[0])).toEqual(inFormat2(tables));
    expect(now[1]).toEqual(history);
    expect(store.state.get('entityType', 'group')?.name).toBe('group');
    expect(store.status.recovery).toEqual([]);
    expect((await store.verify()).problems).toEqual([]);
    await store.perform({ op: 'undo', input: {} });
    expect(store.state.get('claim', 'c1')).toBeUndefined();
  });

  test.each([
    ['page.case', 'in the journal alone'],
    ['kept.case', 'in the snapshot, with a tail of the journal behind it'],
  ])('%s, %s: debris becomes regions, and everything knows who made it', async (name) => {
    const store = await reopened(frozen(1, name));
    const [document] = [...store.state.all('document')];
    const id = document?.id ?? '';
    const { text } = store.state.text(id);
    expect(
      regionsOf(store.state, id).map(({ start, end, ...rest }) => [text.slice(start, end), rest]),
    ).toEqual([
      ['Home\nWorld', expect.objectContaining({ id: `${id}~0`, kind: 'boilerplate' })],
      [
        'Share this\n\nAll rights reserved',
        expect.objectContaining({ origin: 'program', by: 'Ada', document: id }),
      ],
    ]);
    expect(store.state.size('region')).toBe(2);
    const makers = ['china', 'h1', 'h2', 'r1', 'case'].map(
      (one) => store.state.get(store.state.kindOf(one) ?? 'case', one)?.by,
    );
    expect(makers).toEqual(['Bob', 'Bob', 'Bob', 'Bob', 'Ada']);
    expect(store.state.get('highlight', 'h2')).toMatchObject({ entities: ['pakistan'], rev: 2 });
    expect((await store.verify()).problems).toEqual([]);
  });

  test('the snapshot and the journal of format 1 come to the same', async () => {
    const kept = await reopened(frozen(1, 'kept.case'));
    await kept.perform({ op: 'undo', input: {} }); // what stands only in its tail
    const journal = await reopened(frozen(1, 'page.case'));
    const tables = (store: CaseStore) =>
      partsOf(JSON.stringify(contents(store.state)))[0].map(([kind, records]) => [
        kind,
        records.filter(({ id }) => id !== 'group'), // made now, at another time
      ]);
    expect(tables(kept)).toEqual(tables(journal));
  });

  test('undo reaches back across the migration, and redo forth', async () => {
    const store = await reopened(frozen(1, 'page.case'));
    const undo = () => store.perform({ op: 'undo', input: {} });
    const redo = () => store.perform({ op: 'redo', input: {} });
    const [read] = [...store.state.all('document')];
    await store.perform({ op: 'region.remove', input: { id: `${read?.id}~0` } });
    const end = JSON.stringify(contents(store.state));
    await undo();
    expect(store.state.size('region')).toBe(2);
    await undo(); // Ada gave China another name
    await undo(); // Ada removed a document
    const [back] = [...store.state.all('document')].filter(({ id }) => id !== read?.id);
    expect(regionsOf(store.state, back?.id ?? '')).toHaveLength(2);
    expect(back?.by).toBe('Ada');
    await undo();
    expect(store.state.get('highlight', 'h2')).toMatchObject({ note: 'bare', by: 'Bob' });
    for (let step = 0; step < 7; step++) await undo();
    expect([store.state.size('document'), store.state.size('region')]).toEqual([0, 0]);
    expect(store.state.get('entityType', 'group')).toBeDefined();
    expect((await store.verify()).problems).toEqual([]);
    await expect(undo()).rejects.toMatchObject({ code: 'nothing-to-undo' });
    for (let step = 0; step < 11; step++) await redo();
    expect(partsOf(JSON.stringify(contents(store.state)))[0]).toEqual(partsOf(end)[0]);
  });

  test.each(['page.case', 'kept.case'])(
    '%s is rebuilt from its journal to the same',
    async (name) => {
      const folder = frozen(1, name);
      const store = await reopened(folder);
      const before = JSON.stringify(contents(store.state));
      await store.close();
      for (const name of ['case.json', 'case.prev.json'])
        rmSync(join(folder, name), { force: true });
      const again = await reopened(folder);
      expect(JSON.stringify(contents(again.state))).toBe(before);
    },
  );

  test.each(['page.case', 'kept.case'])(
    '%s is read as it is when it may only be read',
    async (name) => {
      const folder = frozen(1, name);
      const before = readFileSync(join(folder, 'case.json'));
      const store = await reopened(folder, { readOnly: true });
      expect(store.state.size('region')).toBe(2);
      expect(store.state.get('entity', 'china')?.by).toBe('Bob');
      expect(readFileSync(join(folder, 'case.json'))).toEqual(before);
    },
  );
});

type Contents = [kind: string, records: Record<string, unknown>[]][];

/** Tables that hold something, and the history: what is frozen knows nothing of kinds that came later. */
function partsOf(json: string): [Contents, unknown] {
  const parts = JSON.parse(json) as [...Contents, unknown];
  const tables = parts.slice(0, -1) as Contents;
  return [tables.filter(([, records]) => records.length > 0), parts.at(-1)];
}

/** A frozen case, copied. */
function frozen(format: number, name: string): string {
  const folder = join(temporaryFolder(), name);
  cpSync(join(fixtures, `v${format}`, name), folder, { recursive: true });
  return folder;
}

/** What format 1 held in the words of format 2: Ada made everything, and no text has debris. */
function inFormat2(held: Contents): Contents {
  return held.map(([kind, records]): Contents[number] => [
    kind,
    records.map(({ entity, ...record }) => ({
      ...record,
      by: 'Ada',
      ...(kind === 'highlight' && { entities: entity === undefined ? [] : [entity] }),
    })),
  ]);
}

const withoutGroup = (held: Contents): Contents =>
  held.map(([kind, records]) => [
    kind,
    kind === 'entityType' ? records.filter(({ id }) => id !== 'group') : records,
  ]);
