import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds, residentKinds, type Kind } from '#data/model/records.ts';
import { referencesOf, referrersOf } from '#data/model/references-of.ts';
import type { CaseReader, CaseView } from '#data/state/case-view.ts';
import { OverlayView } from '#data/state/overlay-view.ts';
import { perform } from '#data/operations/engine.ts';
import { anyAttempt, historyStep } from '../operations/commands.ts';
import { seeded } from '../operations/seed.ts';
import type { TestCase } from '../operations/test-case.ts';

const session = fc.array(
  fc.oneof({ weight: 4, arbitrary: anyAttempt }, { weight: 1, arbitrary: historyStep }),
  { maxLength: 25 },
);

/** “claim c1 -> highlight h3” of everything that stays in memory, found by looking at every record. */
function lookedThrough(view: CaseView): string[] {
  return residentKinds
    .flatMap((kind) =>
      [...view.all(kind)].flatMap((record) =>
        referencesOf(kind, record).map((to) => `${kind} ${record.id} -> ${to.kind} ${to.id}`),
      ),
    )
    .filter((line, at, all) => all.indexOf(line) === at)
    .sort();
}

/** The same, by asking every id that is there, or was at the start, who refers to it. */
function asked(reader: CaseReader, ids: readonly (readonly [Kind, string])[]): string[] {
  return ids
    .flatMap(([kind, id]) =>
      [...reader.referring(kind, id)].map((from) => `${from.kind} ${from.id} -> ${kind} ${id}`),
    )
    .sort();
}

function idsOf({ state }: TestCase): [Kind, string][] {
  const marks = [...state.all('document')].flatMap(({ id }) => [...state.highlightsOf(id)]);
  return [
    ...residentKinds.flatMap((kind) =>
      [...state.all(kind)].map(({ id }): [Kind, string] => [kind, id]),
    ),
    ...marks.map(({ id }): [Kind, string] => ['highlight', id]),
  ];
}

function attempt(one: TestCase, op: string, input: unknown): void {
  try {
    one.do(op, input);
  } catch {
    // a refusal changes nothing
  }
}

test('who refers to a record is known after any work as if all records were looked through', () => {
  fc.assert(
    fc.property(session, fc.boolean(), (attempts, early) => {
      const one = seeded();
      if (early) asked(one.state, idsOf(one)); // else the index is made at the end
      for (const { op, make } of attempts) attempt(one, op, make(one));
      expect(asked(one.state, idsOf(one))).toEqual(lookedThrough(one.state));
    }),
    { numRuns: 150 },
  );
});

test('the same holds on changes that are not durable yet', () => {
  fc.assert(
    fc.property(session, (attempts) => {
      const one = seeded();
      const overlay = new OverlayView(one.state);
      for (const { op, make } of attempts) {
        if (op === 'undo' || op === 'redo') continue;
        try {
          overlay.add(perform(overlay, { op, input: make(one) }, one).changes);
        } catch {
          // a refusal changes nothing
        }
      }
      const ids = idsOf(one);
      const made = overlay
        .changes()
        .flatMap(({ kind, id, before, after }): [Kind, string][] =>
          after && !before ? [[kind, id]] : [],
        );
      expect(asked(overlay, [...ids, ...made])).toEqual(lookedThrough(overlay));
    }),
    { numRuns: 150 },
  );
});

test('every kind is listed among the referrers of what its records refer to', () => {
  const one = seeded();
  for (const kind of residentKinds) {
    for (const record of one.state.all(kind)) {
      for (const to of referencesOf(kind, record)) expect(referrersOf(to.kind)).toContain(kind);
    }
  }
  expect(kinds.flatMap(referrersOf)).not.toContain('highlight');
});
