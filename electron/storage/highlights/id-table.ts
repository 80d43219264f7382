/** Slots hold the hash of an id and an ordinal plus one; 0 is empty, this one was emptied. */
const GONE = 0xffff_ffff;
const SMALLEST = 1024;

/** What a table is written as. */
export interface TableContent {
  slots: Uint32Array;
  /** Slots that are not empty, and those of them that hold an ordinal. */
  used: number;
  live: number;
}

/**
 * Which document holds the highlight with an id: ordinals by 32-bit hash of the id, in one flat
 * array (8 bytes a slot) that is written to disk as it stands. Different ids may share a hash, so an
 * answer is a candidate to be looked at; no answer is certain.
 */
export class IdTable {
  #slots: Uint32Array;
  #used: number;
  #live: number;

  constructor(content?: TableContent) {
    this.#slots = content?.slots ?? new Uint32Array(2 * SMALLEST);
    this.#used = content?.used ?? 0;
    this.#live = content?.live ?? 0;
  }

  /** The table as it is now; not a copy: later changes show in it. */
  content(): TableContent {
    return { slots: this.#slots, used: this.#used, live: this.#live };
  }

  /** Adds an entry, also beside an equal one: two ids of one document may share a hash. */
  add(id: string, ordinal: number): void {
    if ((this.#used + 1) * 10 > this.#slots.length * 3.5) this.#grow();
    this.#put(hashOf(id), ordinal + 1);
  }

  /** Takes one entry out. */
  remove(id: string, ordinal: number): void {
    const hash = hashOf(id);
    for (const at of this.#probe(hash)) {
      if (this.#slots[at] !== hash || this.#slots[at + 1] !== ordinal + 1) continue;
      this.#slots[at + 1] = GONE;
      this.#live--;
      return;
    }
  }

  /** Ordinals of documents that may hold the highlight; usually one or none. */
  candidates(id: string): number[] {
    const hash = hashOf(id);
    const found: number[] = [];
    for (const at of this.#probe(hash)) {
      const value = wordAt(this.#slots, at + 1);
      if (this.#slots[at] === hash && value !== GONE) found.push(value - 1);
    }
    return found;
  }

  /** Positions of the slots in use from where a hash belongs up to the first empty one. */
  *#probe(hash: number): Generator<number> {
    const mask = this.#slots.length - 1;
    for (let at = (hash * 2) & mask; this.#slots[at + 1] !== 0; at = (at + 2) & mask) yield at;
  }

  #put(hash: number, value: number): void {
    const mask = this.#slots.length - 1;
    let at = (hash * 2) & mask;
    while (this.#slots[at + 1] !== 0) at = (at + 2) & mask;
    this.#slots[at] = hash;
    this.#slots[at + 1] = value;
    this.#used++;
    this.#live++;
  }

  /** Makes room, and drops what was emptied. At a million entries about 50 ms, once per doubling. */
  #grow(): void {
    const old = this.#slots;
    let size = 2 * SMALLEST;
    while (size < this.#live * 4) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#used = 0;
    this.#live = 0;
    for (let at = 0; at < old.length; at += 2) {
      const value = wordAt(old, at + 1);
      if (value !== 0 && value !== GONE) this.#put(wordAt(old, at), value);
    }
  }
}

/** A word within the bounds, where it is always a number. */
const wordAt = (words: Uint32Array, at: number): number => words[at] as number;

/** FNV-1a with the finish of MurmurHash3, so that the low bits are good enough for slots. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
