import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, type DifferenceRun } from '#data/text/difference.ts';
import { sharedRuns } from '#data/text/difference/shared-runs.ts';

/** A difference as it is read: what goes in brackets, what comes in braces. */
function marked(a: string, b: string): string {
  const words = {
    same: (run: DifferenceRun) => a.slice(run.a.start, run.a.end),
    removed: (run: DifferenceRun) => `[${a.slice(run.a.start, run.a.end)}]`,
    added: (run: DifferenceRun) => `{${b.slice(run.b.start, run.b.end)}}`,
  };
  return difference(a, b)
    .map((run) => words[run.kind](run))
    .join('');
}

/** Each side put together from the runs that are its own, and whether they lie end to end. */
function sides(a: string, b: string) {
  const runs = difference(a, b);
  const end = { a: 0, b: 0 };
  for (const run of runs) {
    expect([run.a.start, run.b.start]).toEqual([end.a, end.b]);
    [end.a, end.b] = [run.a.end, run.b.end];
    if (run.kind === 'same') {
      expect(a.slice(run.a.start, run.a.end)).toBe(b.slice(run.b.start, run.b.end));
    }
    expect(run.a.end - run.a.start + run.b.end - run.b.start).toBeGreaterThan(0);
  }
  return end;
}

describe('what differs between two texts', () => {
  test.each([
    ['the same', 'They met.', 'They met.', 'They met.'],
    ['nothing', '', '', ''],
    ['all removed', 'They met.', '', '[They met.]'],
    ['all added', '', 'They met.', '{They met.}'],
    [
      'a word',
      'Four countries signed the agreement in Urumqi.',
      'Five countries signed the agreement in Urumqi.',
      '[Four]{Five} countries signed the agreement in Urumqi.',
    ],
    [
      'letters of a script without spaces',
      '四国在乌鲁木齐签署协议。',
      '四国在杜尚别签署协议。',
      '四国在[乌鲁木齐]{杜尚别}签署协议。',
    ],
    [
      'Arabic',
      'وقعت أربع دول على الاتفاق',
      'وقعت خمس دول على الاتفاق',
      'وقعت [أربع]{خمس} دول على الاتفاق',
    ],
    [
      'a rewritten sentence as one change',
      'First. The sun was over the hill. Last of all the talks.',
      'First. A minister of defence met the press in a hall. Last of all the talks.',
      'First. [The sun was over the hill]{A minister of defence met the press in a hall}. Last of all the talks.',
    ],
  ])('%s', (_, a, b, expected) => {
    expect(marked(a, b)).toBe(expected);
  });

  const word = fc.constantFrom('the', 'a', 'talks', 'Urumqi', ' ', ' ', '.', '\n', '签', '😀', 'ه');
  const text = fc.array(word, { maxLength: 400 }).map((words) => words.join(''));

  test('covers both, and makes either of the other', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(sides(a, b)).toEqual({ a: a.length, b: b.length });
      }),
    );
  });

  const long = Array.from({ length: 60_000 }, (_, i) => `w${(i * 7919) % 4001}`);

  test('a long text with edits: only they differ', () => {
    const edited = long.map((one, at) => (at % 500 === 7 ? `new${at}` : one));
    const runs = difference(long.join(' '), edited.join(' '));
    expect(runs.filter(({ kind }) => kind === 'added')).toHaveLength(120);
  });

  test('a paragraph that was moved is shared once and removed and added', () => {
    const paragraphs = Array.from({ length: 30 }, (_, i) =>
      long.slice(i * 60, i * 60 + 60).join(' '),
    );
    const [first = '', ...rest] = paragraphs;
    const moved = [...rest, first];
    const runs = difference(paragraphs.join('\n'), moved.join('\n'));
    expect(runs.map(({ kind }) => kind)).toEqual(['removed', 'same', 'added']);
  });

  test('long texts that share nothing, or one piece over and over, cost no square of their length', () => {
    const other = long.map((_, at) => `o${at}`).join(' ');
    expect(sides(long.join(' '), other)).toEqual({ a: long.join(' ').length, b: other.length });
    sides('a'.repeat(3).concat(' a'.repeat(60_000)), 'b a '.repeat(40_000));
  });
});

describe('shared runs', () => {
  const ids = fc.array(fc.nat(6), { maxLength: 60 }).map((list) => Int32Array.from(list));

  test('are as long as the longest common subsequence', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const shared = sharedRuns(a, b).reduce((sum, { length }) => sum + length, 0);
        expect(shared).toBe(longestCommon(a, b));
      }),
    );
  });
});

/** Length of the longest common subsequence, by the table of all prefixes. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, at) => {
      const best = Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(one === other ? (row[at] ?? 0) + 1 : best);
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
