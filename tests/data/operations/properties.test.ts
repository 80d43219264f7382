import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { kinds, recordSchemas, type Change, type Kind } from '#data/model/records.ts';
import { CaseState } from '#data/state/case-state.ts';
import { MemoryHighlights } from '#data/state/memory-highlights.ts';
import { checkCase } from '#data/queries/check-case.ts';
import { anyAttempt, historyStep, type Attempt } from './commands.ts';
import { seeded } from './seed.ts';
import { recordsOf, type TestCase } from './test-case.ts';

const someWork = fc.array(anyAttempt, { maxLength: 25 });
const someSession = fc.array(
  fc.oneof({ weight: 3, arbitrary: anyAttempt }, { weight: 1, arbitrary: historyStep }),
  { maxLength: 40 },
);
const runs = { numRuns: 150 };

/** Tries every operation; a refusal must be one of ours and leave the case as it was. */
function work(one: TestCase, attempts: readonly Attempt[]): number {
  let done = 0;
  for (const { op, make } of attempts) {
    const before = one.bytes();
    try {
      one.do(op, make(one));
      done++;
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(AppError);
      expect((thrown as AppError).code).not.toBe('internal');
      expect(one.bytes()).toBe(before);
    }
  }
  return done;
}

const records = (one: TestCase) => JSON.stringify(recordsOf(one.state));

describe('any sequence of operations', () => {
  test('apply and undo is identity, undo and redo too', () => {
    fc.assert(
      fc.property(someWork, anyAttempt, (attempts, last) => {
        const one = seeded();
        work(one, attempts);
        const before = records(one);
        if (work(one, [last]) === 0) return;
        const after = records(one);
        one.do('undo', {});
        expect(records(one)).toBe(before);
        one.do('redo', {});
        expect(records(one)).toBe(after);
      }),
      runs,
    );
  });

  test('undo of everything and redo of everything comes back to the same case', () => {
    fc.assert(
      fc.property(someWork, (attempts) => {
        const one = seeded();
        const start = records(one);
        const done = work(one, attempts);
        const end = records(one);
        for (let step = 0; step < done; step++) one.do('undo', {});
        expect(records(one)).toBe(start);
        for (let step = 0; step < done; step++) one.do('redo', {});
        expect(records(one)).toBe(end);
      }),
      runs,
    );
  });

  test('undo to a number is as many undos', () => {
    fc.assert(
      fc.property(someWork, fc.nat({ max: 10 }), (attempts, back) => {
        const [one, other] = [seeded(), seeded()];
        const done = work(one, attempts);
        work(other, attempts);
        const steps = Math.min(back, done);
        if (steps === 0) return;
        for (let step = 0; step < steps; step++) one.do('undo', {});
        other.do('undo', { to: other.journal.length - steps });
        expect(records(other)).toBe(records(one));
        expect(other.state.history.snapshot().done).toEqual(one.state.history.snapshot().done);
        expect(other.state.history.snapshot().undone).toEqual(one.state.history.snapshot().undone);
      }),
      runs,
    );
  });

  test('replay of the journal as it is on disk gives the state and the history', () => {
    fc.assert(
      fc.property(someSession, (attempts) => {
        const one = seeded();
        work(one, attempts);
        const replayed = new CaseState(new MemoryHighlights(), (document) =>
          one.state.text(document.id),
        );
        for (const entry of one.journal) {
          replayed.apply(JSON.parse(JSON.stringify(entry.changes)) as Change[]);
          replayed.history.record(entry);
        }
        expect(JSON.stringify(recordsOf(replayed))).toBe(records(one));
        expect(replayed.history.snapshot()).toEqual(one.state.history.snapshot());
      }),
      runs,
    );
  });

  test('one batch does what its operations do one by one', () => {
    fc.assert(
      fc.property(someWork, (attempts) => {
        const [one, other] = [seeded(), seeded()];
        const accepted = record(one, attempts);
        if (accepted.length === 0) return;
        other.do('batch', { operations: accepted });
        expect(timeless(other)).toEqual(timeless(one));
        other.do('undo', {});
        expect(records(other)).toBe(records(seeded()));
      }),
      runs,
    );
  });

  test('leaves a sound case: ids unique, references met, quotes true, records valid', () => {
    fc.assert(
      fc.property(someSession, (attempts) => {
        const one = seeded();
        work(one, attempts);
        expect([...checkCase(one.state)].flatMap(({ problems }) => problems)).toEqual([]);
        expect(faults(one)).toEqual([]);
      }),
      runs,
    );
  });
});

test('the generator reaches every kind of record and most of what it tries succeeds', () => {
  const seen = new Set<string>();
  let [tried, done] = [0, 0];
  fc.assert(
    fc.property(someWork, (attempts) => {
      const one = seeded();
      tried += attempts.length;
      done += work(one, attempts);
      for (const { changes } of one.journal) for (const { kind } of changes) seen.add(kind);
    }),
    runs,
  );
  expect(done / tried).toBeGreaterThan(0.5);
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect(Object.keys(recordSchemas)).toEqual(kinds);
});

/** The inputs that were accepted, with the ids they got, so that they can be repeated. */
function record(one: TestCase, attempts: readonly Attempt[]): { op: string; input: object }[] {
  const accepted: { op: string; input: object }[] = [];
  for (const { op, make } of attempts) {
    const input = make(one) as object;
    if (work(one, [{ op, make: () => input }]) === 0) continue;
    const id = one.journal.at(-1)?.id;
    accepted.push({ op, input: op.endsWith('.add') ? { ...input, id } : input });
  }
  return accepted;
}

/** Records without their times, which tick once more for every operation of its own. */
function timeless(one: TestCase): unknown {
  return JSON.parse(records(one), (key, value: unknown) =>
    key === 'createdAt' || key === 'updatedAt' ? undefined : value,
  );
}

/** Ids that two records share, and records that their own schema would refuse. */
function faults(one: TestCase): string[] {
  const seen = new Set<string>();
  return Object.entries(recordsOf(one.state)).flatMap(([kind, table]) =>
    (table as { id: string }[]).flatMap((record) => {
      const twice = seen.has(record.id) ? [`${record.id} is there twice`] : [];
      seen.add(record.id);
      const valid = recordSchemas[kind as Kind].safeParse(record).success;
      return valid ? twice : [...twice, `${kind} ${record.id} is not valid`];
    }),
  );
}
