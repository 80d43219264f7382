import fc from 'fast-check';
import { expect, test } from 'vitest';
import { residentKinds } from '#data/model/records.ts';
import { perform } from '#data/operations/engine.ts';
import { OverlayView } from '#data/state/overlay-view.ts';
import type { CaseView } from '#data/state/case-view.ts';
import { anyAttempt } from '../operations/commands.ts';
import { seeded } from '../operations/seed.ts';

/** Everything a view tells, asked in every way it can be asked. */
function told(view: CaseView): unknown {
  const tables = residentKinds.map((kind) => [...view.all(kind)].map(({ id }) => id).sort());
  const ids = [
    'alpha',
    'beta',
    'gamma',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'r1',
    'v1',
    'c1',
    'doubt',
    'new-1',
    'new-2',
  ];
  const marks = (some: Iterable<{ id: string; rev: number }>) =>
    [...some].map(({ id, rev }) => `${id} ${rev}`).sort();
  return {
    tables,
    kinds: ids.map((id) => view.kindOf(id)),
    records: ids.map((id) => [
      view.get('entity', id),
      view.get('highlight', id),
      view.get('claim', id),
    ]),
    of: ['d1', 'd2'].map((id) => marks(view.highlightsOf(id))),
    named: ['alpha', 'beta'].map((entity) => marks(view.highlightsWith({ entity }))),
    tagged: ['doubt', 'quote'].map((tag) => marks(view.highlightsWith({ tag }))),
  };
}

test('a case under an overlay tells what the case will tell when the changes are made', () => {
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 12 }), (attempts) => {
      const one = seeded();
      const overlay = new OverlayView(one.state);
      const before = one.bytes();
      for (const { op, make } of attempts) {
        try {
          overlay.add(perform(overlay, { op, input: make(one) }, one).changes);
        } catch {
          continue; // refused: neither view knows of it
        }
      }
      const foretold = told(overlay);
      expect(one.bytes()).toBe(before);
      one.state.apply(overlay.changes());
      expect(foretold).toEqual(told(one.state));
    }),
    { numRuns: 150 },
  );
});

test('changes that come to nothing are left out, two of one record become one', () => {
  const one = seeded();
  const overlay = new OverlayView(one.state);
  const run = (op: string, input: unknown) =>
    overlay.add(perform(overlay, { op, input }, one).changes);
  run('entity.add', { id: 'x', type: 'person', name: 'X' });
  run('entity.remove', { id: 'x' });
  run('entity.update', { id: 'alpha', name: 'First' });
  run('entity.update', { id: 'alpha', name: 'Second' });
  expect(overlay.changes()).toMatchObject([
    {
      kind: 'entity',
      id: 'alpha',
      before: { name: 'alpha', rev: 1 },
      after: { name: 'Second', rev: 3 },
    },
  ]);
});

test('words of a document that the same batch adds can be highlighted', () => {
  const one = seeded();
  const record = one.state.get('document', 'd1');
  const blob = 'f'.repeat(64);
  one.texts.set(blob, 'New words of a text.');
  const text = { blob, sha256: blob, length: 20 };
  const add = {
    op: 'document.add',
    input: { id: 'd9', title: 'New', source: record?.source, text, regions: [] },
  };
  const mark = { op: 'highlight.add', input: { id: 'h9', document: 'd9', start: 4, end: 9 } };
  one.do('batch', { operations: [add, mark] });
  expect(one.state.get('highlight', 'h9')?.quote).toBe('words');
});
