import { expect, test } from 'vitest';
import type { Blobs } from '../../../../electron/storage/snapshots/blobs.ts';
import type { JournalReader } from '../../../../electron/storage/journal/journal-reader.ts';
import { OlderRecords } from '../../../../electron/storage/snapshots/older-records.ts';

interface Entry {
  by: string;
  /** Ids of the records that come into being, by an operation or because one is undone. */
  makes?: string[];
  op?: string;
  undoes?: number[];
  redoes?: number;
  /** A line that does not fit its hash. */
  bad?: true;
}

/** Authors of records as a journal of these entries tells them. */
function authorsIn(entries: readonly Entry[]): (id: string) => string {
  const reader = {
    lines: () => entries.map((_, at) => at),
    see: (at: number) => {
      const { makes = [], op = 'x', bad, ...head } = entries[at] ?? { by: '' };
      if (bad) return { ok: false, reason: 'it does not fit its hash' };
      const changes = makes.map((id) => ({ kind: 'tag', id, before: null, after: { id } }));
      return { ok: true, head: { op, ...head }, text: JSON.stringify({ changes }) };
    },
  };
  const older = new OlderRecords(reader as unknown as JournalReader, {} as Blobs);
  return (id) => older.authorOf(id);
}

test('whoever made a record is its author', () => {
  const authorOf = authorsIn([
    { by: 'Ada', makes: ['a', 'b'] },
    { by: 'Bob', makes: ['c'] },
    { by: 'Ada', makes: ['d'] },
  ]);
  expect(['a', 'b', 'c', 'd'].map(authorOf)).toEqual(['Ada', 'Ada', 'Bob', 'Ada']);
});

test('who only brings a record back by undo or redo did not make it', () => {
  const authorOf = authorsIn([
    { by: 'Ada', makes: ['a'] },
    { by: 'Ada', makes: ['b'] },
    { by: 'Ada' },
    { by: 'Bob' }, // removes a
    { by: 'Eve', makes: ['a', 'b'], bad: true },
    { by: 'Bob', makes: ['a'], undoes: [4] },
    { by: 'Bob', makes: ['b'], redoes: 2 },
  ]);
  expect(['a', 'b'].map(authorOf)).toEqual(['Ada', 'Ada']);
});

test('a step that undo passes over makes what it makes', () => {
  const authorOf = authorsIn([
    { by: 'Ada', makes: ['a'] },
    { by: 'Ada' },
    { by: 'Bob', makes: ['@a'], undoes: [] },
  ]);
  expect(authorOf('@a')).toBe('Bob');
});

test('what was written after the case came to this format says it itself', () => {
  const authorOf = authorsIn([
    { by: 'Ada', makes: ['a'] },
    { by: 'Bob', op: 'case.upgrade' },
    { by: 'Bob', makes: ['b'] },
    { by: 'Bob', makes: ['c'] },
  ]);
  expect(authorOf('a')).toBe('Ada');
});
