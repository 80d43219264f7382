import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseChange } from '#data/api/case-snapshot.ts';
import { words } from '#data/words/say.ts';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { StubCase } from '../harness/stub-case.ts';

let open: StubCase;
let model: CaseModel;
let broadcast: (() => void)[];

beforeEach(async () => {
  open = new StubCase('Model');
  await open.importFile('a.txt', new TextEncoder().encode('China met Pakistan.'), 'd1');
  model = new CaseModel(open.snapshot(undefined));
  broadcast = [];
  const call = async (_name: string, { op, input }: { op: string; input: unknown }) => {
    const change: CaseChange = open.perform(op, input);
    broadcast.push(() => model.receive(change));
    return JSON.stringify({ ok: true, value: { n: change.n, id: '', at: change.at } });
  };
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => vi.unstubAllGlobals());

test('an operation is over when the model knows what it changed', async () => {
  let isOver = false;
  const work = model.perform('entity.add', { id: 'e1', type: 'state', name: 'China' });
  void work.then(() => (isOver = true));
  await vi.waitFor(() => expect(broadcast).toHaveLength(1));
  expect(isOver).toBe(false);
  broadcast[0]?.();
  await work;
  expect(model.table('entity').get('e1')?.name).toBe('China');
  expect(model.store.savedAt).toBe(model.table('entity').get('e1')?.createdAt);
});

test('several steps are one change, a single one keeps its own name, none is nothing', async () => {
  const add = (id: string) => ({ op: 'entity.add', input: { id, type: 'state', name: id } });
  const named = (label: string) => words('history.named', { label });
  const settle = async (work: Promise<unknown>) => {
    await vi.waitFor(() => expect(broadcast).toHaveLength(1));
    broadcast.splice(0).forEach((send) => send());
    await work;
  };
  expect(await model.performAll(named('Nothing'), [])).toBeUndefined();
  await settle(model.performAll(named('One'), [add('e1')]));
  expect(model.history.undo?.label).toBe('Add actor “e1”');
  await settle(model.performAll(named('Both'), [add('e2'), add('e3')]));
  expect(model.history.undo?.label).toBe('Both');
  await settle(model.perform('undo', {}));
  expect([...model.table('entity').keys()]).toEqual(['e1']);
});

test('highlights are told to whoever shows them, with new counts', () => {
  const told = vi.fn();
  const stop = model.onHighlights(told);
  const input = { id: 'h1', document: 'd1', start: 0, end: 5 };
  model.receive(open.perform('highlight.add', input));
  expect(told).toHaveBeenLastCalledWith({
    put: [expect.objectContaining({ quote: 'China' })],
    remove: [],
  });
  expect(model.highlightCounts.of('d1')).toBe(1);
  stop();
  model.receive(open.perform('undo', {}));
  expect(told).toHaveBeenCalledTimes(1);
  expect(model.highlightCounts.of('d1')).toBe(0);
});

test('changes that come together are taken in order, and each table wakes its views once', () => {
  const told = vi.fn();
  model.onHighlights(told);
  const before = model.table('entity');
  const entity = (id: string) => ({ id, type: 'state', name: id });
  const mark = { id: 'h1', document: 'd1', start: 0, end: 5, entity: 'e1' };
  model.receive(
    open.perform('entity.add', entity('e1')),
    open.perform('highlight.add', mark),
    open.perform('entity.add', entity('e2')),
    open.perform('undo', {}),
    open.perform('highlight.remove', { id: 'h1' }),
  );
  expect([...model.table('entity').keys()]).toEqual(['e1']);
  expect(before.size).toBe(0);
  expect([model.mentionCounts.of('e1'), model.highlightCounts.of('d1')]).toEqual([0, 0]);
  expect(told.mock.calls).toEqual([
    [{ put: [expect.objectContaining({ id: 'h1' })], remove: [] }],
    [{ put: [], remove: [{ id: 'h1', document: 'd1' }] }],
  ]);
  expect(model.history.undo?.label).toContain('Remove');
});

test('answers who refers to a record, and follows changes', () => {
  const entity = (id: string) => ({ id, type: 'state', name: id });
  const users = () => [...model.referring('entity', 'e1')].map(({ kind, id }) => `${kind} ${id}`);
  expect(users()).toEqual([]);
  model.receive(
    open.perform('entity.add', entity('e1')),
    open.perform('entity.add', entity('e2')),
    open.perform('highlight.add', { id: 'h1', document: 'd1', start: 0, end: 5 }),
    open.perform('relation.add', {
      id: 'r1',
      type: 'meets',
      from: 'e1',
      to: 'e2',
      evidence: ['h1'],
    }),
  );
  expect(users()).toEqual(['relation r1']);
  expect([...model.referring('highlight', 'h1')]).toEqual([{ kind: 'relation', id: 'r1' }]);
  model.receive(open.perform('undo', {}));
  expect(users()).toEqual([]);
  expect([model.get('highlight', 'h1'), [...model.all('region')]]).toEqual([undefined, []]);
});

test('tells which regions changed, and in which documents', () => {
  const told = vi.fn();
  model.onRegions(told);
  model.receive(
    open.perform('region.add', { id: 'g', document: 'd1', start: 0, end: 5, kind: 'share' }),
  );
  model.receive(open.perform('region.remove', { id: 'g' }));
  const documents = new Set(['d1']);
  expect(told.mock.calls).toMatchObject([
    [{ put: [{ id: 'g', kind: 'share' }], gone: new Set(), documents }],
    [{ put: [], gone: new Set(['g']), documents }],
  ]);
});
