import { performance } from 'node:perf_hooks';

/** Milliseconds up to which waiting for the disk is not felt, not even many times in a row. */
const QUICK = 2;
/** Quick answers in a row after which the next one is taken to be quick as well. */
const IN_A_ROW = 2;
/** Milliseconds after which a disk may have fallen asleep, or be gone. */
const AWAKE = 30_000;

/**
 * How fast the disk has answered lately. Waiting in a thread costs a save 30 to 40 µs on the way there
 * and back, waiting without one costs everybody in this process as long as the disk takes. So only a
 * disk that has just shown that it is quick is waited for without one. Limit: one that stops answering
 * within seconds of that holds up this process until it answers, once.
 */
export class DiskPace {
  readonly #now: () => number;
  #quick = 0;
  #last = -Infinity;

  /** `now`: milliseconds that never go back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether the next answer may be waited for without a thread. */
  get isQuick(): boolean {
    return this.#quick >= IN_A_ROW && this.#now() - this.#last < AWAKE;
  }

  /** Takes the time of one answer into account, which began at `begun` of the same clock. */
  answered(begun: number): void {
    this.#last = this.#now();
    this.#quick = this.#last - begun <= QUICK ? this.#quick + 1 : 0;
  }

  /** The time from which {@link answered} counts. */
  begin(): number {
    return this.#now();
  }
}
