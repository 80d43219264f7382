/** Milliseconds before the first piece of work, and between two of them. */
const FIRST = 300;
const BETWEEN = 20;

/**
 * Work that would hold up the opening of a case and is not needed for it: done a little later, piece
 * by piece, so that the first edit finds it done and no edit waits for more than one piece.
 */
export class IdleTasks {
  #timer: NodeJS.Timeout | undefined;

  /** Each piece must be one that somebody else would do when it is needed: its failure is told there. */
  start(pieces: readonly (() => unknown)[], after = FIRST): void {
    const [piece, ...others] = pieces;
    if (!piece) return;
    this.#timer = setTimeout(() => {
      try {
        piece();
        this.start(others, BETWEEN);
      } catch {
        this.stop();
      }
    }, after).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
