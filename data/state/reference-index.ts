import type { Kind, RecordOf, ResidentKind } from '../model/records.ts';
import { referencesOf, referrersOf } from '../model/references-of.ts';

/** A record that refers to another. */
export interface User<K extends Kind = Kind> {
  kind: K;
  id: string;
}

type Lists = Map<string, Set<string>>;
type AllOf = (kind: ResidentKind) => Iterable<RecordOf<ResidentKind>>;

/**
 * Who refers to whom, the other way round: derived from {@link referencesOf}, for kinds that stay in
 * memory. The records of a kind are looked through when it is first asked about, once; changes are
 * followed from then on.
 */
export class ReferenceIndex {
  readonly #all: AllOf;
  /** By kind of the records that refer: by what they refer to, their ids in the order of their making. */
  readonly #lists = new Map<ResidentKind, Lists>();

  constructor(all: AllOf) {
    this.#all = all;
  }

  /** Records that refer to this one, by kind in the order of {@link referrersOf}. */
  *referring(kind: Kind, id: string): Generator<User<ResidentKind>> {
    for (const from of referrersOf(kind)) {
      for (const user of this.#of(from).get(`${kind}/${id}`) ?? []) yield { kind: from, id: user };
    }
  }

  /** Follows a change of a record. */
  put<K extends ResidentKind>(
    kind: K,
    before: RecordOf<K> | null | undefined,
    after: RecordOf<K> | null,
  ): void {
    const lists = this.#lists.get(kind);
    if (!lists) return;
    const gone = before ? targetsOf(kind, before) : new Set<string>();
    const now = after ? targetsOf(kind, after) : new Set<string>();
    const id = (after ?? before)?.id ?? '';
    for (const target of gone) if (!now.has(target)) drop(lists, target, id);
    for (const target of now) add(lists, target, id);
  }

  #of(kind: ResidentKind): Lists {
    const known = this.#lists.get(kind);
    if (known) return known;
    const lists: Lists = new Map();
    for (const record of this.#all(kind)) {
      for (const target of targetsOf(kind, record)) add(lists, target, record.id);
    }
    this.#lists.set(kind, lists);
    return lists;
  }
}

function targetsOf<K extends Kind>(kind: K, record: RecordOf<K>): Set<string> {
  return new Set(referencesOf(kind, record).map((one) => `${one.kind}/${one.id}`));
}

function add(lists: Lists, target: string, id: string): void {
  const list = lists.get(target);
  if (list) list.add(id);
  else lists.set(target, new Set([id]));
}

function drop(lists: Lists, target: string, id: string): void {
  const list = lists.get(target);
  list?.delete(id);
  if (list?.size === 0) lists.delete(target);
}
