/**
 * What belongs together because each is joined to some other of its group (union-find), by id. Cost: next to
 * nothing a question, however many were joined.
 */
export class Joined {
  readonly #above = new Map<string, string>();

  /** Puts the groups of two together. */
  join(one: string, other: string): void {
    const [first, second] = [this.groupOf(one), this.groupOf(other)];
    if (first !== second) this.#above.set(second, first);
  }

  areJoined(one: string, other: string): boolean {
    return this.groupOf(one) === this.groupOf(other);
  }

  /** The one that stands for a group: the same for all that are in it. */
  groupOf(id: string): string {
    let top = id;
    for (let next = this.#above.get(top); next !== undefined; next = this.#above.get(top)) {
      top = next;
    }
    for (let at = id; at !== top;) {
      const next = this.#above.get(at) ?? top;
      this.#above.set(at, top);
      at = next;
    }
    return top;
  }
}
