/** Milliseconds between two times that events are taken: a frame, so that each is painted once. */
const FRAME = 16;

/**
 * Takes events one by one while they come slowly, and together where they come faster than they can be
 * painted: a thousand imported documents are some dozen repaints. A long one waits for the next task, so
 * that receiving it and showing it are two short stops of the window. The order stays.
 */
export class EventQueue<E> {
  readonly #take: (events: readonly E[]) => void;
  readonly #isLong: (event: E) => boolean;
  #waiting: E[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When events were taken last (milliseconds). */
  #last = -Infinity;

  constructor(take: (events: readonly E[]) => void, isLong: (event: E) => boolean) {
    this.#take = take;
    this.#isLong = isLong;
  }

  add(event: E): void {
    this.#waiting.push(event);
    if (this.#timer !== undefined) return;
    const rest = Math.max(0, this.#last + FRAME - performance.now());
    if (rest === 0 && !this.#isLong(event)) this.#takeAll();
    else this.#timer = setTimeout(() => this.#takeAll(), rest);
  }

  /** Forgets what waits. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #takeAll(): void {
    const events = this.#waiting;
    this.clear();
    this.#take(events);
    this.#last = performance.now();
  }
}
