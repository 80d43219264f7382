import type { Change } from '#data/model/records.ts';
import type { Head } from '#data/storage/format.ts';
import type { CaseParts } from './case-parts.ts';
import type { DerivedState, DerivedStore } from './derived-store.ts';
import { HighlightIndex } from './highlight-index.ts';
import { INDEX_NAME, writeIndex, type FoundIndex } from './index-file.ts';
import { readableRecords } from './journal-scan.ts';
import { LateIndex, type IndexUse } from './late-index.ts';
import type { ShelfFiles } from './shelf-files.ts';
import { TimeSlice } from './time-slice.ts';

/** Records that are read after an older index; farther behind it is built anew. */
const NEAR = 5000;

/** The case that the index has to fit. */
interface Wanted {
  uid: string;
  /** The snapshot it must not be behind. */
  base: Head;
  /** Number of the last record of the journal, which it must not be ahead of. */
  head: number;
  shelves: ShelfFiles;
}

/**
 * Which documents hold a highlight, or highlights that refer to an actor or a tag. A derived store that
 * lives in the main process: whoever reads the case asks it, and cannot wait for an answer from elsewhere.
 * What is good as it was found is made usable only when it is asked for.
 */
export class HighlightIndexStore implements DerivedStore, IndexUse {
  readonly name = INDEX_NAME;
  readonly #parts: CaseParts;
  readonly #wanted: Wanted;
  readonly #found: FoundIndex | undefined;
  #index: LateIndex;
  #state: DerivedState;

  /** `found`: as it was read; undefined when there is none that is whole. */
  constructor(parts: CaseParts, wanted: Wanted, found: FoundIndex | undefined) {
    this.#parts = parts;
    this.#wanted = wanted;
    this.#found = found;
    this.#state = stateOf(found, wanted);
    const isGood = found !== undefined && this.#state !== 'missing';
    this.#index = new LateIndex(isGood ? found.make : () => new HighlightIndex());
  }

  get state(): DerivedState {
    return this.#state;
  }

  documentsOf(id: string): string[] {
    return this.#index.documentsOf(id);
  }

  documentsWith(reference: { entity: string } | { tag: string }): Iterable<string> {
    return this.#index.documentsWith(reference);
  }

  follow(changes: readonly Change[], n: number): void {
    for (const change of changes) {
      if (change.kind === 'highlight') this.#index.follow(change.before, change.after, n);
    }
  }

  async catchUp(): Promise<void> {
    const { base } = this.#wanted;
    const index = this.#found?.make() ?? new HighlightIndex();
    const slice = new TimeSlice();
    for (const { changes } of readableRecords(this.#parts.reader, index.seq, base.n)) {
      for (const change of changes) {
        if (change.kind === 'highlight') index.follow(change.before, change.after);
      }
      if (slice.over) await slice.pause();
    }
    index.seq = base.n;
    this.#take(index);
  }

  /** Cost: reads every highlight file, about a tenth of a millisecond each. */
  async rebuild(): Promise<void> {
    const { base, shelves } = this.#wanted;
    const slice = new TimeSlice();
    await slice.pause(); // reading the snapshot before was one step already
    const index = new HighlightIndex({ seq: base.n });
    await shelves.rebuildMissing(slice);
    for (const document of shelves.known.keys()) {
      for (const mark of shelves.load(document).highlights) index.follow(null, mark);
      if (slice.over) await slice.pause();
    }
    this.#take(index);
  }

  load(): void {
    void this.#index.index;
  }

  keep(uid: string, n: number): Promise<void> {
    return writeIndex(this.#parts.place, this.#index.index, uid, n);
  }

  #take(index: HighlightIndex): void {
    this.#index = new LateIndex(() => index);
    this.#state = 'current';
  }
}

function stateOf(found: FoundIndex | undefined, { uid, base, head }: Wanted): DerivedState {
  if (base.n === 0 && !found) return 'current'; // there is nothing that it could lack
  const isOurs = found?.uid === uid && found.seq <= head; // else another process wrote it meanwhile
  if (!found || !isOurs || found.seq < base.n - NEAR) return 'missing';
  return found.seq < base.n ? 'behind' : 'current';
}
