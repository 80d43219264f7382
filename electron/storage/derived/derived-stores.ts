import type { Change } from '#data/model/records.ts';
import { bringUp, type DerivedStore } from './derived-store.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** Makes the bytes of a derived store, by its name, in another process that reads the case from the disk. */
export type Elsewhere = (name: string, options: WorkOptions) => Promise<Uint8Array>;

/** The derived stores of a case that is open. */
export class DerivedStores {
  /** All of them. */
  readonly stores: readonly DerivedStore[];
  readonly #elsewhere: Elsewhere | undefined;
  #bringing: Promise<void> | undefined;

  /** Without `elsewhere`, what is missing is made in this process, in slices. */
  constructor(stores: readonly DerivedStore[], elsewhere: Elsewhere | undefined) {
    this.stores = stores;
    this.#elsewhere = elsewhere;
  }

  /** How each of them stands. */
  get states(): readonly Pick<DerivedStore, 'name' | 'state'>[] {
    return this.stores.map(({ name, state }) => ({ name, state }));
  }

  /** Whether each has all that happened. */
  get areCurrent(): boolean {
    return this.stores.every(({ state }) => state === 'current');
  }

  /** Settles when none is being made: who can wait for that holds nobody up. Undefined when it is so now. */
  get ready(): Promise<void> | undefined {
    return this.#bringing;
  }

  /** Tells them of a durable change set. */
  follow(changes: readonly Change[], n: number): void {
    for (const store of this.stores) store.follow(changes, n);
  }

  /**
   * Brings up those that opening left as they were found. Throws when that failed or was stopped: then the
   * first who asks waits until they are made good.
   */
  async bringUp(options: WorkOptions = {}): Promise<void> {
    const bringing = this.#bringAllUp(options);
    this.#bringing = bringing.catch(() => undefined);
    try {
      await bringing;
    } finally {
      this.#bringing = undefined;
    }
  }

  /** The bytes of one as they are after record `n` of the case `uid`, for {@link DerivedStore.takeFrom}. */
  image(name: string, uid: string, n: number): Promise<Uint8Array> | undefined {
    return this.stores.find((one) => one.name === name)?.image(uid, n);
  }

  async #bringAllUp(options: WorkOptions): Promise<void> {
    const elsewhere = this.#elsewhere;
    for (const store of this.stores) {
      if (store.state === 'current') continue;
      if (elsewhere) await store.takeFrom(() => elsewhere(store.name, options));
      else await bringUp(store, options);
    }
  }
}
