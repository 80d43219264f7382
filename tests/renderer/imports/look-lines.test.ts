import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '#data/model/document.ts';
import { documentLooks } from '#data/queries/needs-look.ts';
import { countOf, lookLines, withKin } from '../../../renderer/imports/look-lines.ts';
import { guessedRecipe, headingsOf } from '../../../renderer/imports/table-columns.ts';
import type { QueueFile } from '../../../renderer/state/queue-lines.ts';
import { hasFiles, hasWords, wordsIn } from '../../../renderer/ui/dragged.ts';

const source = { sha256: 'a', mediaType: 'text/plain' };
const document = {
  id: 'd1',
  source,
  reading: { guessed: true },
  proposals: [{ field: 'author', value: 'A', from: 'file' }],
} as unknown as CaseDocument;
const refusedBy = (code: string, file: string) => ({
  key: 'f1',
  file,
  result: 'failed' as const,
  error: { code: code as 'internal', message: 'No.', details: {} },
});

describe('the lines of what needs a look', () => {
  test('are what each thing wants; files and documents count once', () => {
    const file: QueueFile = {
      key: 'f1',
      name: 'a.zip',
      state: 'over',
      results: [refusedBy('password-needed', 'a.zip/one.pdf'), refusedBy('not-text', 'a.zip/two')],
    };
    const lines = lookLines(documentLooks({ all: () => [document] as never }), [file]);
    expect(
      lines.map((line) =>
        line.kind === 'file' ? line.wants : line.kind === 'document' && line.question.kind,
      ),
    ).toEqual(['password', 'nothing', 'encoding', 'proposal']);
    expect(countOf(lines)).toBe(2);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(4);
  });

  test('of kin stand behind the others of their document, and documents without others last', () => {
    const other = { ...document, id: 'd2', title: 'Other' };
    const pair = {
      documents: ['d1', 'd2'] as [string, string],
      kind: 'copy-of' as const,
      score: 1,
    };
    const origin = {
      name: 'Tass',
      documents: ['d2'],
      reason: 'So.',
      from: { document: 'd2', start: 0, end: 1 },
    };
    const kin = new Map([
      ['d1', [{ kind: 'kin' as const, pair, other }]],
      ['d2', [{ kind: 'origin' as const, origin }]],
    ]);
    const looks = documentLooks({ all: () => [document] as never });
    const all = withKin(looks, kin, (id) => (id === 'd2' ? other : undefined));
    const ids = lookLines(all, []).map(({ id }) => id);
    expect(ids).toEqual(['d1 encoding', 'd1 author', 'd1 kin:d2', 'd2 origin:Tass']);
  });

  test('ask for the encoding of a whole file, not of a part', () => {
    const results = [refusedBy('wrong-encoding', 'a.txt')];
    const [whole] = lookLines([], [{ key: 'f1', name: 'a.txt', state: 'over', results }]);
    expect(whole).toMatchObject({ wants: 'encoding' });
    const [part] = lookLines([], [{ key: 'f1', name: 'a.zip', state: 'over', results }]);
    expect(part).toMatchObject({ wants: 'nothing' });
  });
});

describe('the columns of a table', () => {
  test('are the cells of its first row', async () => {
    const part = { from: 0, text: 'Sheet\nHead\tDay\t\tBody\nA\tB\t\tC\n', highlights: [] };
    const ask = async () => ({ part });
    expect(await headingsOf({ ask: ask as never }, 'd1')).toEqual(['Head', 'Day', 'Body']);
  });

  test('say by their names what they hold', () => {
    expect(guessedRecipe(['Head', 'Day', 'Desk', 'Body', 'Number'])).toEqual({
      unit: 'row',
      text: 'Body',
      title: 'Head',
      date: 'Day',
      source: 'Desk',
    });
    expect(guessedRecipe([])).toEqual({ unit: 'row' });
  });
});

describe('what is dragged over the window', () => {
  const dragged = (data: Record<string, string>) => ({
    types: Object.keys(data),
    getData: (type: string) => data[type] ?? '',
  });

  test('is files, or words, or nothing of ours', () => {
    expect(hasFiles(dragged({ Files: '' }))).toBe(true);
    expect(hasWords(dragged({ 'text/html': '' }))).toBe(true);
    expect(hasWords(dragged({ 'text/uri-list': '' }))).toBe(false);
    expect([hasFiles(null), hasWords(null)]).toEqual([false, false]);
  });

  test('is taken as a page where it is one, with its address', () => {
    const page = { 'text/html': '<p>w</p>', 'text/plain': 'w' };
    expect(wordsIn(dragged({ ...page, 'text/x-moz-url-priv': 'https://a.example/\nA' }))).toEqual({
      text: 'w',
      html: '<p>w</p>',
      address: 'https://a.example/',
    });
    expect(wordsIn(dragged({ 'text/plain': 'w' }))).toEqual({ text: 'w' });
  });
});
