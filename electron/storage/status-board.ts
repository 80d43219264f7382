import type { StoreState } from '#data/api/case-snapshot.ts';
import type { Head } from '#data/storage/format.ts';
import { Listeners } from './disk/listeners.ts';

/** How a store stands that was just opened. `reason`: why nothing can be written; undefined when it can. */
export function stateOf(
  head: Head,
  reason: string | undefined,
  recovery: readonly string[],
  encrypted: boolean,
): StoreState {
  return {
    mode: reason === undefined ? 'writable' : 'read-only',
    n: head.n,
    ...(head.at !== '' && { savedAt: head.at }),
    ...(reason !== undefined && { reason }),
    recovery: [...recovery],
    encrypted,
  };
}

/** How the store stands, and who wants to know. */
export class StatusBoard {
  readonly #listeners = new Listeners<StoreState>();
  #current: StoreState;

  constructor(first: StoreState) {
    this.#current = first;
  }

  get current(): StoreState {
    return this.#current;
  }

  onChange(listener: (status: StoreState) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Tells that record `n` is on the disk: every save does, and {@link show} would cost it 3 µs more. */
  saved(n: number, savedAt: string): void {
    const { mode, reason, recovery, encrypted } = this.#current;
    this.#current = { mode, n, savedAt, recovery, encrypted };
    if (reason !== undefined) this.#current.reason = reason;
    this.#listeners.tell(this.#current);
  }

  /** Changes what is told; `reason: null` takes the reason away. */
  show({
    reason,
    ...change
  }: Partial<Omit<StoreState, 'reason'>> & { reason?: string | null }): void {
    const { reason: before, ...status } = this.#current;
    const now = reason === undefined ? before : (reason ?? undefined);
    this.#current = { ...status, ...change, ...(now !== undefined && { reason: now }) };
    this.#listeners.tell(this.#current);
  }
}
