/** A selection of several that is shared with other views, as that of actors is with the network. */
export interface SharedSelection {
  get: () => ReadonlySet<string>;
  /** `last` is the one the analyst pointed at. */
  set: (ids: ReadonlySet<string>, last?: string) => void;
}

/** The lines of a list that are picked, as in every file manager: one, a range, or one by one. */
export class ListSelection {
  #own: ReadonlySet<string> = $state.raw(new Set());
  /** Where a range begins. */
  #anchor: string | undefined;
  readonly #shared: SharedSelection | undefined;

  constructor(shared?: SharedSelection) {
    this.#shared = shared;
  }

  get ids(): ReadonlySet<string> {
    return this.#shared ? this.#shared.get() : this.#own;
  }

  /** ListSelection this one alone. */
  only(id: string): void {
    this.#anchor = id;
    this.#set(new Set([id]), id);
  }

  /** ListSelection one more, or one less. */
  toggle(id: string): void {
    this.#anchor = id;
    const next = new Set(this.ids);
    if (next.delete(id)) this.#set(next);
    else this.#set(next.add(id), id);
  }

  /**
   * ListSelection everything between the beginning of the range and this one, in the order of the list. Without
   * a beginning it is `from`, or this one.
   */
  through(id: string, order: readonly string[], from = id): void {
    const anchor = this.#anchor !== undefined && order.includes(this.#anchor) ? this.#anchor : from;
    this.#anchor = anchor;
    const [a, b] = [order.indexOf(anchor), order.indexOf(id)];
    if (a < 0 || b < 0) return;
    this.#set(new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), id);
  }

  all(order: readonly string[]): void {
    this.#set(new Set(order), order[0]);
  }

  clear(): void {
    this.#anchor = undefined;
    this.#set(new Set());
  }

  #set(ids: ReadonlySet<string>, last?: string): void {
    if (this.#shared) this.#shared.set(ids, last);
    else this.#own = ids;
  }
}
