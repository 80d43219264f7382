import { expect, test } from 'vitest';
import { DiskPace } from '../../../../electron/storage/disk/disk-pace.ts';

/** A pace with a clock that the test moves on. */
function paced(): {
  pace: DiskPace;
  wait: (milliseconds: number) => void;
  answer: (took: number) => void;
} {
  let now = 1_000;
  const pace = new DiskPace(() => now);
  const wait = (milliseconds: number): void => void (now += milliseconds);
  const answer = (took: number): void => {
    const begun = pace.begin();
    wait(took);
    pace.answered(begun);
  };
  return { pace, wait, answer };
}

test('a disk is quick after two quick answers in a row', () => {
  const { pace, answer } = paced();
  for (let nth = 0; nth < 2; nth++) {
    expect(pace.isQuick).toBe(false);
    answer(0.2);
  }
  expect(pace.isQuick).toBe(true);
});

test('one slow answer, and it has to show it again', () => {
  const { pace, answer } = paced();
  for (const took of [0.2, 0.2, 40, 0.2]) answer(took);
  expect(pace.isQuick).toBe(false);
  answer(0.2);
  expect(pace.isQuick).toBe(true);
});

test('a disk that was not asked for long may be asleep', () => {
  const { pace, answer, wait } = paced();
  for (const took of [0.2, 0.2]) answer(took);
  wait(29_000);
  expect(pace.isQuick).toBe(true);
  wait(2_000);
  expect(pace.isQuick).toBe(false);
  answer(0.2);
  expect(pace.isQuick).toBe(true);
});
