import { AppError, type ErrorShape } from '#data/errors.ts';
import { Watch, type Limits } from './watch.ts';
import { AHEAD, type Answer, type BackgroundProcess, type Order } from './wire.ts';

/** Why a task ended without saying so itself. */
export type Failure = keyof Limits | 'death' | 'cancelled';

/** How a task is to be done. */
export interface RunOptions {
  limits: Limits;
  signal: AbortSignal;
  /** The words for a failure. */
  failure: (why: Failure) => AppError;
  /** Hears how far it is. */
  progress?: (done: number, total: number) => void;
}

/** Milliseconds that a task has to end by itself once nobody wants its result; then its process is killed. */
const GRACE = 200;

/**
 * One task in the background, as its items come. It begins as soon as a process is free, whether
 * somebody reads or not. Reading throws what the task refused, or `failure` when it reached a limit, its
 * process died or it was cancelled; items that came before are read first, unless it was cancelled. Who
 * stops reading cancels it.
 */
export class TaskRun<Item> implements AsyncIterableIterator<Item> {
  readonly #order: Order;
  readonly #options: RunOptions;
  readonly #items: Item[] = [];
  #process: BackgroundProcess | undefined;
  #watch: Watch | undefined;
  #done = 0;
  #isCancelled = false;
  #grace: NodeJS.Timeout | undefined;
  #over: { error?: AppError } | undefined;
  #wake = (): void => undefined;
  #settled: (isReusable: boolean) => void = () => undefined;
  #ended: Promise<void> | undefined;
  #markGone = (): void => undefined;
  /** Resolves when nothing of it runs any more: after a failure, when its process is dead. */
  readonly gone = new Promise<void>((resolve) => (this.#markGone = resolve));
  readonly #cancel = (): void => this.cancel();

  constructor(order: Order, options: RunOptions) {
    this.#order = order;
    this.#options = options;
    options.signal.addEventListener('abort', this.#cancel);
    if (options.signal.aborted) this.cancel();
  }

  /** Whether it has ended. */
  get isOver(): boolean {
    return this.#over !== undefined;
  }

  /**
   * Begins in a process, which lives until `ended`. Resolves when it is over, and answers whether the
   * process can be used again.
   */
  begin(process: BackgroundProcess, ended: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      this.#settled = resolve;
      this.#process = process;
      this.#ended = ended;
      const { limits } = this.#options;
      this.#watch = new Watch(
        limits,
        () => process.memory(),
        (limit) => this.fail(limit),
      );
      process.send(this.#order);
    });
  }

  /** Takes what its process says. */
  hear(answer: Answer): void {
    if (this.#over) return;
    if (answer.type === 'progress') this.#progress(answer.done, answer.total);
    else if (answer.type === 'item') this.#take(answer.item as Item);
    else this.#end(answer.type === 'failed' ? answer.error : undefined);
  }

  /** Ends it for a reason of ours; its process is killed. */
  fail(why: Failure): void {
    if (this.#over) return;
    const error = this.#options.failure(this.#isCancelled ? 'cancelled' : why);
    this.#settle({ error }, false);
    this.#process?.kill();
  }

  /** Asks it to end, and kills its process if it does not. */
  cancel(): void {
    if (this.#over || this.#isCancelled) return;
    this.#isCancelled = true;
    this.#items.length = 0;
    if (!this.#process) return this.fail('cancelled');
    this.#process.send({ type: 'stop' });
    this.#grace = setTimeout(() => this.fail('cancelled'), GRACE);
  }

  async next(): Promise<IteratorResult<Item, undefined>> {
    while (this.#items.length === 0 && !this.#over) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    const [item] = this.#items.splice(0, 1);
    if (item !== undefined) {
      this.#giveRoom();
      return { done: false, value: item };
    }
    const error = this.#over?.error;
    this.#over = {};
    if (error) throw error;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.cancel();
    while (!this.#over) await new Promise<void>((resolve) => (this.#wake = resolve));
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Saying the same once more is no sign of life. */
  #progress(done: number, total: number): void {
    if (done <= this.#done) return;
    this.#done = done;
    if (this.#items.length < AHEAD) this.#watch?.alive();
    this.#options.progress?.(done, total);
  }

  #take(item: Item): void {
    if (this.#isCancelled) return;
    this.#items.push(item);
    if (this.#items.length >= AHEAD) this.#watch?.pause();
    else this.#watch?.alive();
    this.#wake();
  }

  #giveRoom(): void {
    if (this.#over) return;
    this.#process?.send({ type: 'more' });
    if (this.#items.length === AHEAD - 1) this.#watch?.resume();
  }

  #end(refused: ErrorShape | undefined): void {
    if (this.#isCancelled) this.#settle({ error: this.#options.failure('cancelled') }, true);
    else if (!refused) this.#settle({}, true);
    else {
      const { code, message, details } = refused;
      this.#settle({ error: new AppError(code, message, details) }, true);
    }
  }

  #settle(over: { error?: AppError }, isReusable: boolean): void {
    this.#over = over;
    this.#watch?.stop();
    clearTimeout(this.#grace);
    this.#options.signal.removeEventListener('abort', this.#cancel);
    this.#settled(isReusable);
    if (isReusable || !this.#ended) this.#markGone();
    else void this.#ended.then(this.#markGone);
    this.#wake();
  }
}
