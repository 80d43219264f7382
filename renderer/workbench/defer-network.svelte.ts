import type { Reader } from '../reader/reader.svelte.ts';

/** Milliseconds after which the network no longer waits for words, whatever keeps them. */
const PATIENCE = 1_000;

/**
 * Lets the words of the reader be painted before the network is drawn for the first time: that takes
 * the page many times as long, and who opens a case wants to read.
 */
export class DeferNetwork {
  /** Whether the words are there, or will not come. */
  over = $state(false);
  readonly #reader: Reader;
  readonly #awaited: boolean;

  /** `awaited`: whether a text is about to be opened. */
  constructor(reader: Reader, awaited: boolean) {
    this.#reader = reader;
    this.#awaited = awaited;
  }

  /** Waits; call from an effect, which then follows the reader. Returns how to stop. */
  wait(): (() => void) | undefined {
    if (this.over) return undefined;
    const end = () => (this.over = true);
    if (this.#awaited && !this.#reader.open) {
      const patience = setTimeout(end, PATIENCE);
      return () => clearTimeout(patience);
    }
    let task: ReturnType<typeof setTimeout> | undefined;
    // A task that a frame begins runs when the frame has been painted.
    const frame = requestAnimationFrame(() => (task = setTimeout(end)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }
}
