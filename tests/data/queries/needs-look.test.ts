import { describe, expect, test } from 'vitest';
import type { CaseDocument } from '#data/model/document.ts';
import type { Proposal, Reading } from '#data/model/reading.ts';
import { languageOfText } from '#data/queries/language-of.ts';
import { documentLooks, questionsOf, rangesOf } from '#data/queries/needs-look.ts';

let last = 0;
function document(reading: Reading, rest: Partial<CaseDocument> = {}, mediaType = 'text/plain') {
  const source = { sha256: `hash ${++last}`, mediaType };
  return { id: `d${last}`, reading, source, ...rest } as CaseDocument;
}
const found = (field: Proposal['field'], value: string): Proposal => ({
  field,
  value,
  from: 'file',
});
const looks = (...documents: CaseDocument[]) =>
  documentLooks({ all: () => documents as never }).map(({ document: { id }, questions }) => [
    id,
    ...questions.map(({ kind }) => kind),
  ]);

describe('what needs a look', () => {
  test('is what was found, guessed, damaged, unread and not told', () => {
    const one = document(
      { encoding: 'koi8-r', guessed: true, damaged: 3, withoutText: [2, 3] },
      { proposals: [found('title', 'A'), found('title', 'B'), found('author', 'C')] },
    );
    expect(questionsOf(one)).toEqual([
      { kind: 'encoding', encoding: 'koi8-r', damaged: 3 },
      { kind: 'pages', pages: [2, 3] },
      { kind: 'proposal', proposal: found('title', 'A'), others: [found('title', 'B')] },
      { kind: 'proposal', proposal: found('author', 'C'), others: [] },
    ]);
  });

  test('is nothing where all is known or settled', () => {
    const settled = ['encoding', 'pages', 'columns'] as const;
    expect(
      looks(
        document({ encoding: 'utf-8' }),
        document({ guessed: true, withoutText: [1], settled: [...settled] }, {}, 'text/csv'),
        document({ recipe: { unit: 'row' } }, {}, 'text/csv'),
      ),
    ).toEqual([]);
  });

  test('asks once for the columns of a table of several sheets', () => {
    const one = document({}, {}, 'text/csv');
    const other = document({ guessed: true }, {}, 'text/csv');
    other.source.sha256 = one.source.sha256;
    expect(looks(one, other)).toEqual([
      [one.id, 'columns'],
      [other.id, 'encoding'],
    ]);
  });
});

test('pages are told as ranges', () => {
  expect(rangesOf([7, 1, 2, 3, 9, 10])).toBe('1–3, 7, 9–10');
  expect(rangesOf([])).toBe('');
});

test('the language of a text is the analyst’s word, else what was found', () => {
  expect(languageOfText({ proposals: [found('language', 'ps')] })).toBe('ps');
  expect(languageOfText({ language: 'fa', proposals: [found('language', 'ps')] })).toBe('fa');
  expect(languageOfText(undefined)).toBeUndefined();
});
