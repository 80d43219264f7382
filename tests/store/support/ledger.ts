import type { Change } from '#data/model/records.ts';
import type { Request } from '#data/operations/engine.ts';

/** What the store said when it acknowledged a change. */
export interface Acked {
  n: number;
  /** Absent where only the number was seen (command line, window). */
  changes?: readonly Change[];
  /** What it was the answer to. */
  request?: Request;
}

type Entry =
  | { type: 'begin'; key: number; request: Request }
  | { type: 'ack'; key: number; acked: Acked }
  | { type: 'refuse'; key: number };

/**
 * What the analyst knows: what was asked for and what was reported as saved, in order. Kept outside
 * of the store, so that the store can be held to it.
 */
export class Ledger {
  /** Only acknowledgements were seen: behind the last one anything may have been on its way. */
  readonly isHearsay: boolean;
  readonly #entries: Entry[];

  constructor(entries: Entry[] = [], isHearsay = false) {
    this.#entries = entries;
    this.isHearsay = isHearsay;
  }

  /** Number of entries; for {@link upTo}. */
  get length(): number {
    return this.#entries.length;
  }

  /** What the analyst knew at an earlier moment. */
  upTo(length: number): Ledger {
    return new Ledger(this.#entries.slice(0, length));
  }

  /** What was acknowledged until now; more may have happened that was not heard of. */
  asHearsay(): Ledger {
    return new Ledger([...this.#entries], true);
  }

  begin(key: number, request: Request): void {
    this.#entries.push({ type: 'begin', key, request });
  }

  ack(key: number, { n, changes }: Acked): void {
    this.#entries.push({ type: 'ack', key, acked: { n, ...(changes && { changes }) } });
  }

  /** The store refused it for good: it must not appear. */
  refuse(key: number): void {
    this.#entries.push({ type: 'refuse', key });
  }

  /** Everything acknowledged, by journal number. */
  acked(): Map<number, Acked> {
    const found = new Map<number, Acked>();
    const requests = new Map<number, Request>();
    for (const entry of this.#entries) {
      if (entry.type === 'begin') requests.set(entry.key, entry.request);
      if (entry.type !== 'ack') continue;
      const request = requests.get(entry.key);
      found.set(entry.acked.n, { ...entry.acked, ...(request && { request }) });
    }
    return found;
  }

  /** What was begun and never answered: it may be there or not. */
  open(): Request[] {
    const open = new Map<number, Request>();
    for (const entry of this.#entries) {
      if (entry.type === 'begin') open.set(entry.key, entry.request);
      else open.delete(entry.key);
    }
    return [...open.values()];
  }
}
