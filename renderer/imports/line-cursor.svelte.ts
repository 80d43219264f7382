/** A line as far as it is told from others. */
interface Line {
  id: string;
}

/**
 * Where somebody stands in a list that changes under them: at a line wherever it goes, and when it is gone at the
 * next one that is left. So a key never means a line that was not looked at because others came in above it.
 */
export class LineCursor {
  readonly #lines: () => readonly Line[];
  /** The lines as they were when this one was chosen. */
  #chosen: { lines: readonly Line[]; at: number } = $state.raw({ lines: [], at: 0 });
  /** Number of the line from 0; -1 where there is none. */
  readonly at = $derived.by(() => this.#find());

  constructor(lines: () => readonly Line[]) {
    this.#lines = lines;
  }

  /** Goes to a line; one before the first or behind the last is the first or the last. */
  goTo(index: number): void {
    const lines = this.#lines();
    this.#chosen = { lines, at: Math.max(0, Math.min(lines.length - 1, index)) };
  }

  #find(): number {
    const { lines: before, at } = this.#chosen;
    const lines = this.#lines();
    if (lines.length === 0 || before === lines) return Math.min(at, lines.length - 1);
    const places = new Map(lines.map(({ id }, place) => [id, place]));
    const isThere = ({ id }: Line): boolean => places.has(id);
    const line = before.slice(at).find(isThere) ?? before.slice(0, at).findLast(isThere);
    return line ? (places.get(line.id) ?? 0) : 0;
  }
}
