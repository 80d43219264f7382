import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import { nodeBox } from '#data/scene/room.ts';
import { overlaps } from '#data/layout/overlap.ts';
import { residentKinds } from '#data/model/records.ts';
import { Placement } from '../../../renderer/network/placement/placement.svelte.ts';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';

const stored = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  by: 'Ada',
};
const call = vi.fn();

beforeEach(() => {
  call.mockReset();
  const value = { n: 1, id: 'a', at: stored.createdAt };
  call.mockResolvedValue(JSON.stringify({ ok: true, value }));
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => vi.unstubAllGlobals());

/** A case with these actors, of which some have saved positions. */
function caseOf(actors: readonly string[], saved: Record<string, [number, number]>): CaseModel {
  const records = Object.fromEntries(residentKinds.map((kind) => [kind, [] as object[]]));
  records['entity'] = actors.map((id) => ({ ...stored, id, name: id, type: 't', aliases: [] }));
  records['position'] = Object.entries(saved).map(([id, [x, y]]) => ({
    ...stored,
    id: `@${id}`,
    x,
    y,
  }));
  return new CaseModel({
    session: 's',
    event: 0,
    records: records as unknown as CaseSnapshot['records'],
    highlightCounts: {},
    mentionCounts: {},
    tagCounts: {},
    history: {},
    store: { mode: 'writable', n: 1, recovery: [], encrypted: false },
  });
}

const graph = {
  nodes: ['a', 'b', 'c'].map((id) => nodeBox(id, 't', id, 20)),
  edges: [
    { from: 'c', to: 'a' },
    { from: 'a', to: 'b' },
  ],
  aspect: 1,
};

test('actors without a place settle, those with one stay, and nothing is saved', async () => {
  const placement = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0], b: [300, 0] }));
  await placement.complete(graph);
  expect([...placement.positions.keys()].sort()).toEqual(['a', 'b', 'c']);
  expect(placement.positions.get('a')).toEqual({ x: 0, y: 0 });
  expect(placement.positions.get('b')).toEqual({ x: 300, y: 0 });
  expect(overlaps(graph.nodes, placement.positions)).toEqual([]);
  expect(call).not.toHaveBeenCalled();
});

test('a new actor goes to its neighbour with its first relation, and stays from then on', async () => {
  const placement = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0], b: [0, 2000] }));
  await placement.complete({ ...graph, edges: [] });
  const aside = placement.positions.get('c');
  await placement.complete({ ...graph, edges: [{ from: 'c', to: 'a' }] });
  const near = placement.positions.get('c');
  expect(near).not.toEqual(aside);
  expect(Math.hypot(near?.x ?? 0, near?.y ?? 0)).toBeLessThan(200);
  await placement.complete({ ...graph, edges: [{ from: 'c', to: 'b' }] });
  expect(placement.positions.get('c')).toEqual(near);
});

test('a move saves the positions that were not saved yet too, as one operation', async () => {
  const placement = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0], b: [300, 0] }));
  await placement.complete(graph);
  const settled = placement.positions.get('c');
  await placement.save(new Map([['b', { x: 310.04, y: 5 }]]));
  expect(call).toHaveBeenCalledTimes(1);
  const positions = [
    { entity: 'c', ...settled },
    { entity: 'b', x: 310, y: 5 },
  ];
  const operation = { op: 'position.set', input: { positions } };
  expect(call).toHaveBeenCalledWith('case.perform', operation, 's');
});

test('while a move is being saved it stands, and when it is refused it goes back', async () => {
  const placement = new Placement(caseOf(['a', 'b'], { a: [0, 0], b: [300, 0] }));
  let refuse = (_: unknown) => {};
  call.mockReturnValue(new Promise((resolve) => (refuse = resolve)));
  const saving = placement.save(new Map([['a', { x: 50, y: 50 }]]));
  expect(placement.positions.get('a')).toEqual({ x: 50, y: 50 });
  const error = { code: 'read-only', message: 'not now', details: {} };
  refuse(JSON.stringify({ ok: false, error }));
  await expect(saving).rejects.toThrow('not now');
  expect(placement.positions.get('a')).toEqual({ x: 0, y: 0 });
});

test('positions of actors that are gone are not saved', async () => {
  const placement = new Placement(caseOf(['a'], { a: [0, 0] }));
  await placement.save(new Map([['removed', { x: 1, y: 1 }]]));
  expect(call).not.toHaveBeenCalled();
});

describe('positions that the program found', () => {
  test('are kept in the case, as no step of undo, and once', async () => {
    const model = caseOf(['a', 'b', 'c'], { a: [0, 0], b: [300, 0] });
    const placement = new Placement(model);
    await placement.complete(graph);
    const c = placement.positions.get('c') ?? { x: 0, y: 0 };
    call.mockImplementation(async () => {
      receive(model, { c: [c.x, c.y] });
      return JSON.stringify({ ok: true, value: { n: 1, id: 'c', at: stored.createdAt } });
    });
    await Promise.all([placement.keep(), placement.keep()]);
    const input = { positions: [{ entity: 'c', ...c }], first: true };
    expect(call.mock.calls).toEqual([['case.perform', { op: 'position.set', input }, 's']]);
  });

  test('are not kept in a case that cannot be written', async () => {
    const model = caseOf(['a', 'b', 'c'], { a: [0, 0] });
    model.store = { ...model.store, mode: 'read-only' };
    const placement = new Placement(model);
    await placement.complete(graph);
    await placement.keep();
    expect(placement.positions.size).toBe(3);
    expect(call).not.toHaveBeenCalled();
  });

  test('are near what is in sight for an actor without neighbours', async () => {
    const placement = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0], b: [300, 0] }));
    await placement.complete({ ...graph, edges: [] }, { x: 2000, y: 900 });
    const at = placement.positions.get('c');
    expect(Math.hypot((at?.x ?? 0) - 2000, (at?.y ?? 0) - 900)).toBeLessThan(50);
  });

  test('stay when a first relation leads to somebody near, or when the analyst moved the actor', async () => {
    const near = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0], b: [0, 2000] }));
    await near.complete({ ...graph, edges: [] }, { x: 0, y: 150 });
    const there = near.positions.get('c');
    await near.complete({ ...graph, edges: [{ from: 'c', to: 'a' }] });
    expect(near.positions.get('c')).toEqual(there);

    const model = caseOf(['a', 'b', 'c'], { a: [0, 0], b: [0, 2000] });
    const moved = new Placement(model);
    await moved.complete({ ...graph, edges: [] }, { x: 0, y: 1000 });
    receive(model, { c: [5, 900] });
    await moved.complete({ ...graph, edges: [{ from: 'c', to: 'a' }] });
    expect(moved.positions.get('c')).toEqual({ x: 5, y: 900 });
  });

  test('of two actors without relations, one stays when they are linked', async () => {
    const placement = new Placement(caseOf(['a', 'b', 'c'], { a: [0, 0] }));
    await placement.complete({ ...graph, edges: [] }, { x: 0, y: 400 });
    const before = new Map(placement.positions);
    await placement.complete({ ...graph, edges: [{ from: 'b', to: 'c' }] });
    const still = [...before].filter(([id, { x, y }]) => {
      const now = placement.positions.get(id);
      return now?.x === x && now?.y === y;
    });
    expect(still.length).toBeGreaterThanOrEqual(2);
  });
});

let number = 1;

/** The desktop tells that positions are saved. */
function receive(model: CaseModel, saved: Record<string, [number, number]>): void {
  const put = Object.entries(saved).map(([id, [x, y]]) => ({
    kind: 'position' as const,
    record: { ...stored, id: `@${id}`, x, y },
  }));
  const change = { n: ++number, at: stored.createdAt, op: 'position.set', label: '', put };
  const counts = { highlightCounts: {}, mentionCounts: {}, tagCounts: {} };
  model.receive({ ...change, ...counts, remove: [], history: {} });
}
