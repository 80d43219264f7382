import { performance } from 'node:perf_hooks';

/** Long work cut into slices, so that an edit never waits for more than one of them. */
export class TimeSlice {
  readonly #limit: number;
  #start = performance.now();

  /** `limit`: milliseconds of work between two pauses. */
  constructor(limit = 4) {
    this.#limit = limit;
  }

  /** Whether the slice is used up. */
  get over(): boolean {
    return performance.now() - this.#start >= this.#limit;
  }

  /** Lets everything that waits run, then begins the next slice. */
  async pause(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#start = performance.now();
  }
}
