import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform, type Request } from '#data/operations/engine.ts';
import type { Change } from '#data/model/records.ts';
import { CaseState } from '#data/state/case-state.ts';
import { MemoryHighlights } from '#data/state/memory-highlights.ts';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import { CrashDisk } from './crash-disk.ts';
import { addDocument, codebook, contents, countingClock } from './helpers.ts';

type Step = { kind: 'do'; request: Request } | { kind: 'checkpoint' | 'restart' | 'crash' };

const name = (letter: string) => fc.nat(5).map((n) => `${letter}${n}`);
const documents = fc.constantFrom('d1', 'D1');
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({
    op: fc.constant('highlight.add'),
    input: fc.record({
      id: name('h'),
      document: documents,
      start: fc.nat(20),
      end: fc.integer({ min: 21, max: 40 }),
    }),
  }),
  fc.record({
    op: fc.constant('highlight.update'),
    input: fc.record({ id: name('h'), entity: name('e') }),
  }),
  fc.record({
    op: fc.constant('highlight.update'),
    input: fc.record({ id: name('h'), tags: fc.constant(['doubt']) }),
  }),
  fc.record({
    op: fc.constant('highlight.remove'),
    input: fc.record({ id: name('h'), cascade: fc.constant(true) }),
  }),
  fc.record({
    op: fc.constant('entity.add'),
    input: fc.record({
      id: name('e'),
      type: fc.constant('person'),
      name: fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
    }),
  }),
  fc.record({
    op: fc.constant('entity.remove'),
    input: fc.record({ id: name('e'), cascade: fc.constant(true) }),
  }),
  fc.record({
    op: fc.constant('claim.add'),
    input: fc.record({
      id: name('c'),
      text: fc.string({ minLength: 1, unit: 'binary' }),
      evidence: fc.tuple(name('h')),
    }),
  }),
  fc.record({
    op: fc.constant('document.reanchor'),
    input: fc.record({
      id: documents,
      to: documents,
      link: name('l'),
      anchors: fc.constant([]),
    }),
  }),
  fc.record({
    op: fc.constant('highlight.reanchor'),
    input: fc.record({ id: name('h'), start: fc.nat(20), end: fc.integer({ min: 21, max: 40 }) }),
  }),
  fc.record({ op: fc.constant('tag.remove'), input: fc.constant({ id: 'doubt' }) }),
  fc.record({ op: fc.constant('document.remove'), input: fc.constant({ id: 'D1' }) }),
  fc.constant({ op: 'undo', input: {} }),
  fc.constant({ op: 'undo', input: {} }),
  fc.record({ op: fc.constant('undo'), input: fc.record({ to: fc.integer({ min: 3, max: 30 }) }) }),
  fc.constant({ op: 'redo', input: {} }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: request.map((one): Step => ({ kind: 'do', request: one })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      { kind: 'checkpoint' },
      { kind: 'restart' },
      { kind: 'crash' },
    ),
  },
);

/** The plainest store there is: state in memory, journal in an array. */
class Model {
  readonly #changes: (readonly Change[])[] = [];
  readonly state: CaseState;
  readonly #ports = {
    ...countingClock(),
    author: 'A',
    changesOf: (n: number) => this.#changes[n] ?? [],
  };

  constructor(readText: CaseState['text']) {
    this.state = new CaseState(new MemoryHighlights(), ({ id }) => readText(id));
  }

  do(one: Request): string {
    try {
      const { changes, undoes, redoes } = perform(this.state, one, this.#ports);
      this.take(changes, { ...(undoes && { undoes }), ...(redoes !== undefined && { redoes }) });
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    }
  }

  take(
    changes: readonly Change[],
    travel: { undoes?: readonly number[]; redoes?: number } = {},
  ): void {
    const n = Math.max(this.#changes.length, 1);
    this.#changes[n] = changes;
    this.state.apply(changes);
    this.state.history.record({ n, ...travel });
  }
}

const FOLDER = '/work/test.case';

/** Times differ, because both sides look at their clocks differently often. */
const timeless = (state: CaseState): unknown =>
  JSON.parse(JSON.stringify(contents(state)).replace(/"(created|updated)At":"[^"]*",?/g, ''));

test('whatever is done, however often it is interrupted: the case on disk is the plain model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      let disk = new CrashDisk();
      disk.makeFolder('/work');
      let store = await createCase(FOLDER, { title: 'T', codebook, author: 'A', disk });
      const model = new Model((id) => store.state.text(id));
      const { uid = '' } = store.state.get('case', 'case') ?? {};
      model.do({ op: 'case.create', input: { uid, title: 'T', codebook } });
      const stop = store.onCommit(({ changes }) => model.take(changes));
      await addDocument(store, 'd1');
      await addDocument(store, 'D1');
      stop();
      for (const one of steps) {
        if (one.kind === 'do') {
          const told = await store.perform(one.request).then(
            () => 'done',
            (error: { code: string }) => error.code,
          );
          expect(model.do(one.request)).toBe(told);
        } else if (one.kind === 'checkpoint') {
          await store.checkpoint();
        } else {
          if (one.kind === 'restart') await store.close();
          else {
            disk = disk.afterCut('only-synced');
            disk.remove(`${FOLDER}/lock`);
          }
          store = await openCase(FOLDER, { author: 'A', disk });
          expect(store.status.recovery).toEqual([]);
        }
        expect(timeless(store.state)).toEqual(timeless(model.state));
      }
      expect((await store.verify()).problems).toEqual([]);
      await store.close();
    }),
    { numRuns: 60 },
  );
});
