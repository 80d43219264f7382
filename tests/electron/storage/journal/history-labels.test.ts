import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labelOf, type JournalHead } from '#data/storage/journal-record.ts';
import { mark, newCase, reopened, temporaryFolder } from '../helpers.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/cases');

function records(folder: string): JournalHead[] {
  const segments = readdirSync(join(folder, 'journal')).sort();
  return segments.flatMap((name) =>
    readFileSync(join(folder, 'journal', name), 'utf8')
      .replaceAll('\0', '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as JournalHead),
  );
}

test('the journal keeps codes and arguments, the history tells sentences', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'h1');
  const label = { code: 'history.tag.add', args: { name: 'Doubts' } };
  const steps = [{ op: 'tag.add', input: { name: 'Doubts' } }];
  await store.perform({ op: 'batch', input: { label, operations: steps } });
  await store.perform({ op: 'undo', input: {} });
  const told = store.history(10).map((entry) => entry.label);
  expect(told.slice(0, 3)).toEqual(['Undo number 4', 'Add tag “Doubts”', 'Highlight “The ”']);
  await store.close();
  const again = await reopened(folder);
  expect(again.history(10).map((entry) => entry.label)).toEqual(told);
  expect(again.historyState().redo).toEqual({ n: 4, label: 'Add tag “Doubts”' });
  expect(records(folder).every((record) => record.words && !('label' in record))).toBe(true);
  expect(records(folder)[2]?.words).toEqual({
    code: 'history.highlight.add',
    args: { quote: 'The ' },
  });
  await again.close();
});

test('a batch is not labelled with words that nobody knows', async () => {
  const { store } = await newCase();
  const operations = [{ op: 'tag.add', input: { name: 'Doubts' } }];
  for (const label of [
    { code: 'history.tag.add', args: {} },
    { code: 'history.nothing', args: {} },
    { code: 'errors.x', args: { file: 'a' } },
  ]) {
    const request = { op: 'batch', input: { label, operations } };
    await expect(store.perform(request)).rejects.toMatchObject({ code: 'invalid-input' });
  }
  await store.close();
});

test.each(['v1', 'v2'])('a case of %s tells its history in the same sentences', async (version) => {
  const folder = join(temporaryFolder(), 'a.case');
  cpSync(join(fixtures, version, 'plain.case'), folder, { recursive: true });
  const kept = records(folder);
  expect(kept.every((record) => 'label' in record === (version === 'v1'))).toBe(true);
  const store = await reopened(folder, { readOnly: true });
  const told = store.history(100).map((entry) => entry.label);
  expect(told.at(-1)).toBe('Create case “Test”');
  expect(told).toContain('Add actor “Ada”');
  await store.close();
});

test('words of a newer program are told by their number', () => {
  const words = { code: 'history.judgement.add', args: { text: 'Likely' } };
  expect(labelOf({ n: 7, words })).toBe('Operation 7');
  expect(labelOf({ n: 7, label: 'Added a tag' })).toBe('Added a tag');
  expect(labelOf({ n: 7 })).toBe('Operation 7');
});
