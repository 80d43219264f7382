import { beforeEach, expect, test } from 'vitest';
import type { HistoryEntry } from '#data/api/case.ts';
import { readStepLabel } from '#data/operations/step-label.ts';
import { HistoryPages } from '../../../renderer/history/history-pages.svelte.ts';
import type { CaseModel } from '../../../renderer/state/case-model.svelte.ts';
import { TestCase } from '../../data/operations/test-case.ts';
import { codebook } from '../../data/operations/seed.ts';
import { perform } from '#data/operations/engine.ts';

let one: TestCase;
/** The case as far as the history asks it. */
let model: CaseModel;
const labels: string[] = [];

/** Performs an operation and keeps its label, as the journal does. */
function act(op: string, input: unknown = {}): void {
  labels.push(perform(one.state, { op, input }, one).label);
  one.do(op, input);
}

beforeEach(() => {
  one = new TestCase();
  labels.length = 0;
  act('case.create', { uid: 'u1', title: 'A case', codebook });
  const ask = async (_name: string, { limit, before = Infinity }: Record<string, number>) => {
    const entries = one.journal.map(({ n, op }): HistoryEntry => ({
      n,
      at: '',
      by: 'me',
      op,
      label: labels[n - 1] ?? '',
    }));
    return entries
      .filter(({ n }) => n < before)
      .reverse()
      .slice(0, limit);
  };
  model = { ask } as unknown as CaseModel;
});

const words = (pages: HistoryPages) => pages.entries.map((entry) => pages.wordsOf(entry));

test('undo and redo name the step they are about', async () => {
  act('tag.add', { id: 't1', name: 'First' });
  act('tag.add', { id: 't2', name: 'Second' });
  act('undo');
  act('redo');
  act('undo', { to: 1 });
  const pages = new HistoryPages(model);
  await pages.begin();
  expect(words(pages)).toEqual([
    'Undone back to: Create case “A case”',
    'Done again: Add tag “Second”',
    'Undone: Add tag “Second”',
    'Add tag “Second”',
    'Add tag “First”',
    'Create case “A case”',
  ]);
  expect(pages.isAll).toBe(true);
});

test('a step on an older page is named too', async () => {
  for (let i = 0; i < 120; i++) act('tag.add', { id: `t${i}`, name: `Tag ${i}` });
  for (let i = 0; i < 110; i++) act('undo');
  const pages = new HistoryPages(model);
  await pages.begin();
  expect(pages.entries).toHaveLength(100);
  expect(words(pages)[0]).toBe('Undone: Add tag “Tag 10”');
  await pages.older();
  expect(words(pages)[100]).toBe('Undone: Add tag “Tag 110”');
  expect(words(pages)[109]).toBe('Undone: Add tag “Tag 119”');
  expect(pages.isAll).toBe(false);
});

test('labels that older programs wrote stay as they are', () => {
  expect(readStepLabel('Undo')).toBeUndefined();
  expect(readStepLabel('Undo number many')).toBeUndefined();
  expect(readStepLabel('Undo to number 7')).toEqual({ kind: 'undo-to', n: 7 });
  const old = { n: 3, at: '', by: 'me', op: 'undo', label: 'Undo' };
  expect(new HistoryPages(model).wordsOf(old)).toBe('Undo');
});
