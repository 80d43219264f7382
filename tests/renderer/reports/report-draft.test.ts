import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaseChange } from '#data/api/case-snapshot.ts';
import { ReportDraft } from '../../../renderer/reports/report-draft.svelte.ts';
import { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { StubCase } from '../harness/stub-case.ts';

let model: CaseModel;

beforeEach(() => {
  const open = new StubCase('Draft');
  model = new CaseModel(open.snapshot(undefined));
  const call = async (_name: string, { op, input }: { op: string; input: unknown }) => {
    const change: CaseChange = open.perform(op, input);
    model.receive(change);
    return JSON.stringify({ ok: true, value: { n: change.n, id: '', at: change.at } });
  };
  vi.stubGlobal('window', { desktop: { call } });
});
afterEach(() => vi.unstubAllGlobals());

test('a report keeps the order of its sections, and says nothing of the usual one', async () => {
  const draft = new ReportDraft(model);
  expect(draft.words).not.toHaveProperty('sections');
  draft.move('claims', 1);
  draft.choose('actors', false);
  await draft.save();
  const kept = ['summary', 'claims', 'network', 'relations', 'events', 'remarks'];
  expect([...model.table('report').values()][0]?.sections).toEqual(kept);
  const again = new ReportDraft(model);
  expect(again.words?.sections).toEqual(kept);
  expect(again.order).toHaveLength(7);
  again.choose('actors', true);
  again.move('claims', 5);
  await again.save();
  expect([...model.table('report').values()][0]).not.toHaveProperty('sections');
});
