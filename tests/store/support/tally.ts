import { expect, type TestContext } from 'vitest';
import { isSilent, type Verdict } from './judge.ts';

/** One line of the table of faults. */
export interface Row {
  fault: string;
  tries: number;
  lost: number;
  silent: number;
  seconds: number;
  /** What else was counted, in words. */
  note: string;
}

declare module 'vitest' {
  interface TaskMeta {
    row?: Row;
  }
}

/** Complaints that are kept to be shown; one fault can give thousands. */
const SHOWN = 10;

/** Counts the tries of one fault and gives a line of the table at the end. */
export class Tally {
  readonly #fault: string;
  readonly #start = performance.now();
  readonly #complaints: string[] = [];
  tries = 0;
  lost = 0;
  silent = 0;

  constructor(fault: string) {
    this.#fault = fault;
  }

  /** Counts a try of which nothing may be lost. `where` finds it again. */
  add(where: string, verdict: Verdict): void {
    this.tries++;
    const { lost, foreign } = verdict;
    if (lost.length + foreign.length === 0) return;
    this.lost += lost.length;
    if (isSilent(verdict)) this.silent++;
    this.complain(`${where}: ${[...lost, ...foreign].slice(0, 3).join(' ')}`);
  }

  /** Counts a try that was judged otherwise: whether something was lost in silence. */
  count(where: string, { silent, reason }: { silent: boolean; reason: string }): void {
    this.tries++;
    if (!silent) return;
    this.silent++;
    this.complain(`${where}: ${reason}`);
  }

  complain(sentence: string): void {
    if (this.#complaints.length < SHOWN) this.#complaints.push(sentence);
  }

  /** Writes the line and fails the test unless nothing was lost. */
  finish({ task }: Pick<TestContext, 'task'>, note = ''): void {
    const { tries, lost, silent } = this;
    const seconds = (performance.now() - this.#start) / 1000;
    task.meta.row = { fault: this.#fault, tries, lost, silent, seconds, note };
    expect(this.#complaints).toEqual([]);
    expect({ lost, silent }).toEqual({ lost: 0, silent: 0 });
    expect(tries).toBeGreaterThan(0);
  }
}
