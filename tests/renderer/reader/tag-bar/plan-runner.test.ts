import { expect, test } from 'vitest';
import type { Request } from '#data/operations/engine.ts';
import { PlanRunner } from '../../../../renderer/reader/tag-bar/plan-runner.ts';
import type { Plan, Target } from '../../../../renderer/reader/tag-bar/plans.ts';

/** A runner over a disk that saves when it is told to. */
function slowRunner() {
  const saves: { steps: Request[]; end: () => void; fail: () => void }[] = [];
  const model = {
    table: () => new Map(),
    performAll: (_label: unknown, steps: Request[]) =>
      new Promise<never>((resolve, reject) => {
        saves.push({
          steps,
          end: () => resolve({} as never),
          fail: () => reject(new Error('refused')),
        });
      }),
  };
  const notices = { attempt: (work: () => Promise<unknown>) => work().catch(() => undefined) };
  const runner = new PlanRunner(model as never, notices as never);
  return { runner, saves };
}

const target = (start: number): Target => ({
  document: 'd1',
  start,
  end: start + 5,
  quote: 'words',
});
const plan = (op: string): Plan =>
  ({ label: { id: 'x' }, steps: [{ op, input: {} }], highlight: op }) as never;

test('a tag given while another is saved is saved after it, and neither is lost', async () => {
  const { runner, saves } = slowRunner();
  const done: string[] = [];
  const first = runner.run(plan('one'), target(0), () => done.push('one'));
  const second = runner.run(plan('two'), target(10), () => done.push('two'));
  await Promise.resolve();
  expect(saves.map(({ steps }) => steps[0]?.op)).toEqual(['one']);
  expect(runner.isBusy).toBe(true);
  saves[0]?.end();
  await first;
  expect(done).toEqual(['one']);
  expect(saves.map(({ steps }) => steps[0]?.op)).toEqual(['one', 'two']);
  saves[1]?.end();
  await second;
  expect(done).toEqual(['one', 'two']);
  expect(runner.isBusy).toBe(false);
});

test('a second press for the same words is one wish', async () => {
  const { runner, saves } = slowRunner();
  let done = 0;
  const first = runner.run(plan('one'), target(0), () => (done += 1));
  const second = runner.run(plan('one'), target(0), () => (done += 1));
  await Promise.resolve();
  saves[0]?.end();
  await Promise.all([first, second]);
  expect(saves).toHaveLength(1);
  expect(done).toBe(1);
});

test('what is refused is followed by nothing, and the next plan has its turn', async () => {
  const { runner, saves } = slowRunner();
  const done: string[] = [];
  void runner.run(plan('one'), target(0), () => done.push('one'));
  const second = runner.run(plan('two'), target(10), () => done.push('two'));
  await Promise.resolve();
  saves[0]?.fail();
  await expect.poll(() => saves.length).toBe(2);
  saves[1]?.end();
  await second;
  expect(done).toEqual(['two']);
});

test('idle comes after what followed the plan', async () => {
  const { runner, saves } = slowRunner();
  const order: string[] = [];
  void runner.run(plan('one'), target(0), () => order.push('followed'));
  const idle = runner.idle.then(() => order.push('idle'));
  await Promise.resolve();
  saves[0]?.end();
  await idle;
  expect(order).toEqual(['followed', 'idle']);
});
