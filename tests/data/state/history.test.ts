import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { History } from '#data/state/history.ts';

/** The history done over: plain lists, one step at a time. */
class Model {
  done: number[] = [];
  undone: number[] = [];
}

const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('do' as const) },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 1, arbitrary: fc.constant('redo' as const) },
);

describe('history', () => {
  test('behaves as two stacks, through snapshots too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.nat({ max: 4 }), fc.boolean()), { maxLength: 60 }),
        (steps) => {
          let history = new History();
          const model = new Model();
          steps.forEach(([what, many, save], index) => {
            const n = index + 1;
            if (what === 'do') {
              history.record({ n });
              model.done.push(n);
              model.undone = [];
            } else if (what === 'undo' && model.done.length > 0) {
              const taken = model.done.splice(-Math.min(many + 1, model.done.length)).reverse();
              history.record({ n, undoes: taken });
              model.undone.push(...taken);
            } else if (what === 'redo' && model.undone.length > 0) {
              const back = model.undone.pop() ?? 0;
              history.record({ n, redoes: back });
              model.done.push(back);
            }
            if (save)
              history = History.from(JSON.parse(JSON.stringify(history.snapshot())) as never);
            expect(history.undoable).toBe(model.done.at(-1));
            expect(history.redoable).toBe(model.undone.at(-1));
            for (let one = 0; one <= n + 1; one++) {
              expect(history.stands(one)).toBe(model.done.includes(one));
              expect(history.after(one)).toEqual(
                model.done.filter((other) => other > one).reverse(),
              );
            }
          });
        },
      ),
    );
  });

  test('is kept in ranges', () => {
    const history = new History();
    for (let n = 1; n <= 1000; n++) history.record({ n });
    expect(history.snapshot()).toEqual({ done: [[1, 1000]], undone: [] });
    history.record({ n: 1001, undoes: [1000] });
    history.record({ n: 1002 });
    expect(history.snapshot()).toEqual({
      done: [
        [1, 999],
        [1002, 1002],
      ],
      undone: [],
    });
  });
});
