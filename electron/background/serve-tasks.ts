import { AppError, asAppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { TaskTools } from './tasks.ts';
import { AHEAD, type Answer, type Order } from './wire.ts';

/** Work by the name of its task, loaded when it is asked for. */
export type TaskTable = Readonly<
  Record<string, () => Promise<(input: never, tools: TaskTools) => AsyncIterable<unknown>>>
>;

/** Milliseconds between two words on progress: more would only keep the program busy. */
const PAUSE = 50;

/**
 * The background process' side of the {@link Order orders}: does one task at a time. It runs in a
 * utility process of Electron and in plain Node; what is between is how messages travel. Its limits are
 * the parent's, which kills it.
 */
export function serveTasks(table: TaskTable): void {
  const { say, listen } = wire();
  let current: Serving | undefined;
  listen((order) => {
    if (order.type === 'begin') {
      current = new Serving(say);
      void current.perform(table[order.task], order.input);
    } else if (order.type === 'more') current?.more();
    else current?.stop();
  });
}

type Say = (answer: Answer) => void;

/** One task that is being done. */
class Serving {
  readonly #send: Say;
  readonly #stop = new AbortController();
  #room = AHEAD;
  #wake = (): void => undefined;
  #told = 0;

  constructor(send: Say) {
    this.#send = send;
  }

  async perform(load: TaskTable[string] | undefined, input: unknown): Promise<void> {
    try {
      if (!load) throw new Error(say('jobs.noSuchTask'));
      const work = await load();
      for await (const item of work(input as never, this.#tools())) {
        await this.#needRoom();
        this.#room--;
        this.#send({ type: 'item', item });
      }
      this.#send({ type: 'end' });
    } catch (error) {
      this.#send({ type: 'failed', error: asAppError(error).toJSON() });
    }
  }

  more(): void {
    this.#room++;
    this.#wake();
  }

  stop(): void {
    this.#stop.abort(new AppError('cancelled', say('jobs.cancelled')));
    this.#wake();
  }

  #tools(): TaskTools {
    return {
      signal: this.#stop.signal,
      progress: (done, total) => {
        const now = performance.now();
        if (now - this.#told < PAUSE) return;
        this.#told = now;
        this.#send({ type: 'progress', done, total });
      },
    };
  }

  /** Waits until the parent wants another item. */
  async #needRoom(): Promise<void> {
    this.#stop.signal.throwIfAborted();
    while (this.#room === 0) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#stop.signal.throwIfAborted();
    }
  }
}

/** How orders come and answers go. A parent that is gone needs no answer. */
function wire(): { say: Say; listen: (listener: (order: Order) => void) => void } {
  // Electron declares it always there; in plain Node it is not.
  const port = process.parentPort as typeof process.parentPort | undefined;
  if (port) {
    return {
      say: (answer) => port.postMessage(answer),
      listen: (listener) => void port.on('message', ({ data }: { data: Order }) => listener(data)),
    };
  }
  process.on('disconnect', () => process.exit());
  return {
    say: (answer) => process.send?.(answer),
    listen: (listener) => void process.on('message', (order) => listener(order as Order)),
  };
}
