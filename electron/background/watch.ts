/** What one task may cost. */
export interface Limits {
  /** Milliseconds without any progress. */
  silence: number;
  /** Milliseconds altogether, without those in which its items waited to be taken. */
  time: number;
  /** Resident bytes of its process. */
  memory: number;
}

/** Milliseconds between two looks at the memory: what is allocated between them comes on top. */
const LOOK = 100;

/** Keeps an eye on a task, and says once when it reaches one of its limits. */
export class Watch {
  readonly #limits: Limits;
  readonly #memory: () => Promise<number | undefined>;
  readonly #exceeded: (limit: keyof Limits) => void;
  #silence: NodeJS.Timeout | undefined;
  #time: NodeJS.Timeout | undefined;
  #look: NodeJS.Timeout | undefined;
  /** Milliseconds that are left, and when they began to run. */
  #left: number;
  #since = 0;

  constructor(
    limits: Limits,
    memory: () => Promise<number | undefined>,
    exceeded: (limit: keyof Limits) => void,
  ) {
    this.#limits = limits;
    this.#memory = memory;
    this.#exceeded = exceeded;
    this.#left = limits.time;
    this.#lookLater();
    this.resume();
  }

  /** The work has come further. */
  alive(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#exceeds('silence'), this.#limits.silence);
  }

  /** The task waits for somebody else: its time stands still. */
  pause(): void {
    this.#stopClocks();
    this.#left -= performance.now() - this.#since;
  }

  resume(): void {
    this.#since = performance.now();
    this.#time = setTimeout(() => this.#exceeds('time'), Math.max(0, this.#left));
    this.alive();
  }

  stop(): void {
    this.#stopClocks();
    clearTimeout(this.#look);
    this.#look = undefined;
  }

  #stopClocks(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#time);
  }

  #lookLater(): void {
    this.#look = setTimeout(() => void this.#lookAtMemory(), LOOK);
  }

  async #lookAtMemory(): Promise<void> {
    const bytes = await this.#memory();
    if (this.#look === undefined) return;
    if (bytes !== undefined && bytes > this.#limits.memory) this.#exceeds('memory');
    else this.#lookLater();
  }

  #exceeds(limit: keyof Limits): void {
    this.stop();
    this.#exceeded(limit);
  }
}
