/** Actors or tags and the documents whose highlights may name them. */
type Lists = Map<string, Set<number>>;

/** Plain form: per actor or tag (`entity:<id>`, `tag:<id>`) the ordinals of documents. */
export type PlainLists = Record<string, number[]>;

/**
 * In which documents an actor is named or a tag is used. Lists only grow: a document that names an
 * actor no more is looked at in vain, until the index is built anew. Read from disk at first need.
 */
export class ReferenceLists {
  #lists: Lists | undefined;
  readonly #load: () => PlainLists;
  /** What was added before the lists were read. */
  #early: [key: string, ordinal: number][] = [];

  constructor(load: () => PlainLists) {
    this.#load = load;
  }

  add(key: string, ordinal: number): void {
    if (this.#lists) addTo(this.#lists, key, ordinal);
    else this.#early.push([key, ordinal]);
  }

  of(key: string): Iterable<number> {
    return this.#all().get(key) ?? [];
  }

  /** The plain form, list by list. */
  *entries(): Generator<[key: string, ordinals: number[]]> {
    for (const [key, ordinals] of this.#all()) yield [key, [...ordinals]];
  }

  #all(): Lists {
    if (!this.#lists) {
      this.#lists = new Map();
      for (const [key, ordinals] of Object.entries(this.#load())) {
        this.#lists.set(key, new Set(ordinals));
      }
      for (const [key, ordinal] of this.#early) addTo(this.#lists, key, ordinal);
      this.#early = [];
    }
    return this.#lists;
  }
}

function addTo(lists: Lists, key: string, ordinal: number): void {
  const list = lists.get(key);
  if (list) list.add(ordinal);
  else lists.set(key, new Set([ordinal]));
}
