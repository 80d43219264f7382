/** Lines of JSON, each an actor or a tag (`entity:<id>`, `tag:<id>`) with ordinals of documents. */
type Line = readonly [key: string, ordinals: readonly number[]];

/** Lines added to the text without reading it, before it is written afresh. */
const MANY = 20_000;

/**
 * In which documents an actor is named or a tag is used. Lists only grow: a document that names an
 * actor no more is looked at in vain, until the index is built anew. Kept as text until somebody
 * asks, so that neither opening a case nor a checkpoint pays for them; a key may stand in many lines.
 */
export class PostingLists {
  readonly #text: string;
  #lists: Map<string, Set<number>> | undefined;
  /** What was added since the text was written. */
  readonly #added = new Map<string, Set<number>>();

  constructor(text = '') {
    this.#text = text;
  }

  add(key: string, ordinal: number): void {
    addTo(this.#lists ?? this.#added, key, [ordinal]);
    if (this.#added.size > MANY) this.#read();
  }

  of(key: string): Iterable<number> {
    return this.#read().get(key) ?? [];
  }

  /** The text with everything added, in pieces. */
  *pieces(): Generator<string> {
    if (!this.#lists) yield this.#text;
    for (const [key, ordinals] of this.#lists ?? this.#added) {
      yield `${JSON.stringify([key, [...ordinals]] satisfies Line)}\n`;
    }
  }

  #read(): Map<string, Set<number>> {
    if (!this.#lists) {
      this.#lists = new Map();
      for (const line of this.#text.split('\n')) {
        if (line) addTo(this.#lists, ...(JSON.parse(line) as Line));
      }
      for (const [key, ordinals] of this.#added) addTo(this.#lists, key, ordinals);
      this.#added.clear();
    }
    return this.#lists;
  }
}

function addTo(lists: Map<string, Set<number>>, key: string, ordinals: Iterable<number>): void {
  const list = lists.get(key);
  if (!list) lists.set(key, new Set(ordinals));
  else for (const ordinal of ordinals) list.add(ordinal);
}
