import { AppError } from '#data/errors.ts';
import type { Change } from '#data/model/records.ts';
import type { Head } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import type { DerivedState, DerivedStore } from '../derived/derived-store.ts';
import { HighlightIndex } from './highlight-index.ts';
import {
  INDEX_NAME,
  indexFrom,
  indexImage,
  removeIndex,
  writeImage,
  type FoundIndex,
} from './index-file.ts';
import { readableRecords } from '../journal/journal-scan.ts';
import { LazyIndex, type IndexUse } from './lazy-index.ts';
import type { HighlightFiles } from './highlight-files.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import type { WorkOptions } from '../disk/work-options.ts';

/** Records that are read after an older index; farther behind it is built anew. */
const NEAR = 5000;

/** How an index is found. */
type Found = Exclude<DerivedState, 'building'>;

/** The case that the index has to fit. */
interface Wanted {
  uid: string;
  /** The snapshot it must not be behind. */
  base: Head;
  /** Number of the last record of the journal, which it must not be ahead of. */
  head: number;
  shelves: HighlightFiles;
}

/**
 * Which documents hold a highlight, or highlights that refer to an actor or a tag. A derived store that
 * is asked in the main process: whoever reads the case asks it, and cannot wait for an answer from
 * elsewhere. Made is it in another process where there is one. What is good as it was found is made usable
 * only when it is asked for; what is not is then made good on the spot, if nobody has done it before.
 */
export class HighlightIndexStore implements DerivedStore, IndexUse {
  readonly name = INDEX_NAME;
  readonly #parts: CaseParts;
  readonly #wanted: Wanted;
  readonly #found: FoundIndex | undefined;
  readonly #index: LazyIndex;
  /** As it was found. */
  #state: Found;
  #isBuilding = false;

  /** `found`: as it was read; undefined when there is none that is whole. */
  constructor(parts: CaseParts, wanted: Wanted, found: FoundIndex | undefined) {
    this.#parts = parts;
    this.#wanted = wanted;
    this.#found = found;
    this.#state = stateOf(found, wanted);
    this.#index = new LazyIndex(() => this.#made());
  }

  get state(): DerivedState {
    if (this.#index.isThere) return 'current';
    return this.#isBuilding ? 'building' : this.#state;
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

  async catchUp(options?: WorkOptions): Promise<void> {
    const records = this.#wanted.base.n - (this.#found?.seq ?? 0);
    this.#index.give(await inSlices(this.#catchingUp(), records, options));
  }

  /** Cost: reads every highlight file, about a tenth of a millisecond each. */
  async rebuild(options?: WorkOptions): Promise<void> {
    await new TimeSlice().pause(); // reading the snapshot before was one step already
    const { size } = this.#wanted.shelves.known;
    this.#index.give(await inSlices(this.#rebuilding(), size, options));
  }

  image(uid: string, n: number): Promise<Uint8Array> {
    return indexImage(this.#index.index, uid, n);
  }

  async takeFrom(made: () => Promise<Uint8Array>): Promise<void> {
    this.#isBuilding = true;
    try {
      const index = await indexFrom(await made());
      const { uid, base } = this.#wanted;
      if (index?.uid !== uid || index.seq < base.n) throw unusable();
      this.#index.give(index.make());
    } finally {
      this.#isBuilding = false;
    }
  }

  load(): void {
    if (this.state === 'current') void this.#index.index;
  }

  async keep(uid: string, n: number): Promise<void> {
    const { place, codec } = this.#parts;
    if (codec.encrypted) await removeIndex(place);
    else if (this.state === 'current') await writeImage(place, await this.image(uid, n));
  }

  /** The index in one step, for who cannot wait. */
  #made(): HighlightIndex {
    if (this.#state === 'current') return this.#found?.make() ?? new HighlightIndex();
    const isNear = this.#state === 'behind';
    return atOnce(isNear ? this.#catchingUp() : this.#rebuilding());
  }

  *#catchingUp(): Generator<void, HighlightIndex> {
    const { base } = this.#wanted;
    const index = this.#found?.make() ?? new HighlightIndex();
    for (const { changes } of readableRecords(this.#parts.reader, index.seq, base.n)) {
      for (const change of changes) {
        if (change.kind === 'highlight') index.follow(change.before, change.after);
      }
      yield;
    }
    index.seq = base.n;
    return index;
  }

  *#rebuilding(): Generator<void, HighlightIndex> {
    const { base, shelves } = this.#wanted;
    const index = new HighlightIndex({ seq: base.n });
    for (const document of shelves.known.keys()) {
      for (const mark of shelves.load(document).highlights) index.follow(null, mark);
      yield;
    }
    return index;
  }
}

/** Work of so many steps, in slices. */
async function inSlices<T>(
  work: Generator<void, T>,
  total: number,
  { progress, signal }: WorkOptions = {},
): Promise<T> {
  const slice = new TimeSlice();
  for (let done = 1; ; done++) {
    const step = work.next();
    if (step.done) return step.value;
    progress?.(done, Math.max(done, total));
    signal?.throwIfAborted();
    if (slice.over) await slice.pause();
  }
}

function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function unusable(): AppError {
  return new AppError('damaged', say('jobs.indexUnusable'));
}

function stateOf(found: FoundIndex | undefined, { uid, base, head }: Wanted): Found {
  if (base.n === 0 && !found) return 'current'; // there is nothing that it could lack
  const isOurs = found?.uid === uid && found.seq <= head; // else another process wrote it meanwhile
  if (!found || !isOurs || found.seq < base.n - NEAR) return 'missing';
  return found.seq < base.n ? 'behind' : 'current';
}
