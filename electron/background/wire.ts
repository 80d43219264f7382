import type { ErrorShape } from '#data/errors.ts';

/**
 * What is said between the program and a process that works for it in the background. The program gives
 * one order after the other; a task answers with items and then with its end. It gives at most
 * {@link AHEAD} items that nobody has taken yet, so that neither side piles them up.
 */
export type Order =
  | { type: 'begin'; task: string; input: unknown }
  /** An item was taken: there is room for another. */
  | { type: 'more' }
  /** Nobody wants the result any more. */
  | { type: 'stop' };

/** What a background process says. */
export type Answer =
  /** `done` grows with the work (bytes, pages, parts), never with the clock. */
  | { type: 'progress'; done: number; total: number }
  | { type: 'item'; item: unknown }
  | { type: 'end' }
  | { type: 'failed'; error: ErrorShape };

/** Items that may wait to be taken. With two, a task that gives one ends without waiting for anybody. */
export const AHEAD = 2;

/** A process that works in the background, one task at a time. */
export interface BackgroundProcess {
  send(order: Order): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Called once, when it has ended for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
  /** Bytes that it has resident, buffers and WebAssembly included; undefined where nobody can tell. */
  memory(): Promise<number | undefined>;
}

/** Starts such a process: under Electron another way than under Node. */
export type Launch = () => BackgroundProcess;

/** The environment without what is only for us, passphrases among it: foreign bytes are read there. */
export function childEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('WAKHAN_'),
  );
  return Object.fromEntries(entries);
}
