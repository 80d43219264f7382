/**
 * Documents that belong together because each is joined to some other of its group (union-find). Cost: next to
 * nothing a question, however many were joined.
 */
export class JoinedDocuments {
  readonly #above = new Map<string, string>();

  /** Puts the groups of two documents together. */
  join(one: string, other: string): void {
    const [first, second] = [this.groupOf(one), this.groupOf(other)];
    if (first !== second) this.#above.set(second, first);
  }

  areJoined(one: string, other: string): boolean {
    return this.groupOf(one) === this.groupOf(other);
  }

  /** The one that stands for the group of a document: the same for all that are in it. */
  groupOf(document: string): string {
    let top = document;
    for (let next = this.#above.get(top); next !== undefined; next = this.#above.get(top)) {
      top = next;
    }
    for (let at = document; at !== top;) {
      const next = this.#above.get(at) ?? top;
      this.#above.set(at, top);
      at = next;
    }
    return top;
  }
}
