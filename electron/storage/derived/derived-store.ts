import type { Change } from '#data/model/records.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** How a derived store stands to the journal. */
export type DerivedState =
  /** It has all that happened, or was told of it. */
  | 'current'
  /** It lacks the last records, which are quicker read than all is computed anew. */
  | 'behind'
  /** It is not there, damaged, of another layout or case, or too far behind. */
  | 'missing'
  /** It is being made in another process. */
  | 'building';

/** Every derived store by its name. Files under `index/` that have none of these names are a person's. */
export const derivedNames = ['highlights'] as const;
export type DerivedName = (typeof derivedNames)[number];

/**
 * What can be computed from the records and texts of a case, and is kept so that nobody has to wait for it:
 * an index. It is never the only place of a fact. Whatever is wrong with it, it is made good from the case,
 * and no save and no opening fails for its sake. In an encrypted case it lives in memory only.
 */
export interface DerivedStore {
  /** Its file lies under `index/` by that name. */
  readonly name: DerivedName;
  readonly state: DerivedState;
  /**
   * Takes a durable change set into account, the one with journal number `n`. Every one is told, in order;
   * one that it has already, because its file was ahead of the snapshots, is passed over. Saves wait for
   * this, so it only notes what is to be done.
   */
  follow(changes: readonly Change[], n: number): void;
  /** Reads what it lacks up to the snapshot from the journal, in slices. */
  catchUp(options?: WorkOptions): Promise<void>;
  /** Computes it anew as of the snapshot, in slices. */
  rebuild(options?: WorkOptions): Promise<void>;
  /** Its bytes, as it is after record `n` of the case `uid`, made in slices. */
  image(uid: string, n: number): Promise<Uint8Array>;
  /**
   * Takes the bytes that another process made of it with {@link image}; until `made` gives them it is
   * `building`. Who cannot wait for them makes it good here and now. Throws what `made` throws.
   */
  takeFrom(made: () => Promise<Uint8Array>): Promise<void>;
  /** Makes it usable at once when it is current; else the first who asks waits for that. */
  load(): void;
  /** Writes it, in slices, as it is after record `n` of the case `uid`; where nothing may lie, nothing. */
  keep(uid: string, n: number): Promise<void>;
}

/** Brings a derived store to the snapshot, the shorter way. */
export async function bringUp(store: DerivedStore, options?: WorkOptions): Promise<void> {
  if (store.state === 'missing') await store.rebuild(options);
  else if (store.state === 'behind') await store.catchUp(options);
}
