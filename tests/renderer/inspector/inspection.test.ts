import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import { residentKinds } from '#data/model/records.ts';
import { goesWith, standsOn } from '../../../renderer/inspector/evidence-users.ts';
import { Inspection } from '../../../renderer/inspector/inspection.svelte.ts';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { Notices } from '../../../renderer/state/notices.svelte.ts';
import { Selection } from '../../../renderer/state/selection.svelte.ts';

const stored = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const call = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  call.mockReset();
  const value = { n: 1, id: 'x', at: stored.createdAt };
  call.mockResolvedValue(JSON.stringify({ ok: true, value }));
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function inspection(): Inspection {
  const records = Object.fromEntries(residentKinds.map((kind) => [kind, [] as object[]]));
  records['entity'] = ['a', 'b'].map((id) => ({ ...stored, id, name: id, type: 't', aliases: [] }));
  records['relation'] = [
    { ...stored, id: 'r', type: 'meets', from: 'a', to: 'b', evidence: ['m'], status: 'asserted' },
  ];
  records['claim'] = [
    { ...stored, id: 'c', text: 'so', evidence: ['m'], links: [], attribution: { entity: 'a' } },
  ];
  const model = new CaseModel({
    session: 's',
    event: 0,
    records: records as unknown as CaseSnapshot['records'],
    highlightCounts: {},
    mentionCounts: {},
    tagCounts: {},
    history: {},
    store: { mode: 'writable', n: 1, recovery: [], encrypted: false },
  });
  return new Inspection(model, new Selection(), new Notices());
}

/** Selects as the window does, and lets the inspector follow. */
function look(inspect: Inspection, kind: 'entity' | 'relation', id: string): void {
  inspect.selection.select({ kind, id });
  inspect.follow(inspect.selection.item);
}

test('goes back over what was looked at', () => {
  const inspect = inspection();
  look(inspect, 'entity', 'a');
  look(inspect, 'relation', 'r');
  look(inspect, 'relation', 'r');
  look(inspect, 'entity', 'b');
  inspect.back();
  expect(inspect.selection.item).toEqual({ kind: 'relation', id: 'r' });
  inspect.follow(inspect.selection.item);
  inspect.back();
  expect(inspect.selection.item).toEqual({ kind: 'entity', id: 'a' });
  expect(inspect.trail).toEqual([]);
});

test('shows a quote without leaving what is inspected', () => {
  const inspect = inspection();
  look(inspect, 'relation', 'r');
  inspect.reveal({ document: 'd', id: 'm' });
  expect(inspect.selection.reveal).toMatchObject({ document: 'd', highlight: 'm' });
  expect(inspect.selection.item).toEqual({ kind: 'relation', id: 'r' });
});

test('says what goes with an actor and what stands on a highlight', () => {
  const { model } = inspection();
  expect(goesWith(model, 'a')).toBe('1 relation and 1 claim');
  expect(goesWith(model, 'nobody')).toBe('');
  expect(standsOn(model, 'm')).toBe('1 relation, 1 claim');
});

test('offers to bring back what was removed', async () => {
  const inspect = inspection();
  look(inspect, 'entity', 'b');
  look(inspect, 'relation', 'r');
  await inspect.remove('relation.remove', { id: 'r' }, 'Removed.');
  expect(inspect.selection.item).toEqual({ kind: 'entity', id: 'b' });
  const [notice] = inspect.notices.list;
  expect(notice?.text).toBe('Removed.');
  await notice?.action?.run();
  expect(call.mock.calls.map(([, input]) => (input as { op: string }).op)).toEqual([
    'relation.remove',
    'undo',
  ]);
});

test('a refused removal keeps the selection and shows why', async () => {
  const inspect = inspection();
  look(inspect, 'relation', 'r');
  call.mockResolvedValue(
    JSON.stringify({ ok: false, error: { code: 'read-only', message: 'No.', details: {} } }),
  );
  await inspect.remove('relation.remove', { id: 'r' }, 'Removed.');
  expect(inspect.selection.item).toEqual({ kind: 'relation', id: 'r' });
  expect(inspect.notices.list.map(({ tone, text }) => `${tone} ${text}`)).toEqual(['error No.']);
});
