import { Low } from 'lowdb';
import { residentKinds, type RecordOf, type ResidentKind } from '#data/model/records.ts';
import type { CaseState } from '#data/state/case-state.ts';
import {
  FORMAT,
  type CaseFile,
  type Head,
  type ShelfFile,
  type Shelves,
} from '#data/storage/format.ts';
import type { CasePaths } from './case-paths.ts';
import { SnapshotAdapter, type SnapshotPlace } from './snapshot-adapter.ts';

/** Documents written between two syncs of the folder: bounds what a crash leaves half done. */
const BATCH = 64;

/**
 * Writes what changed as snapshots: dirty highlight files first, `case.json` last, so that whatever
 * `case.json` counts on is on the disk before it. Runs beside edits, in slices.
 */
export class Checkpoint {
  readonly #place: SnapshotPlace;
  readonly #paths: CasePaths;
  /** Documents whose highlights changed since their file was written. */
  readonly #dirty = new Set<string>();
  readonly #shelves: Record<string, readonly [seq: number, count: number]>;

  constructor(place: SnapshotPlace, paths: CasePaths, shelves: Shelves) {
    this.#place = place;
    this.#paths = paths;
    this.#shelves = { ...shelves };
  }

  /** Notes that the highlights of a document changed. */
  touch(document: string): void {
    this.#dirty.add(document);
  }

  /**
   * Writes everything up to `head`; `now` tells the head at any later moment, because a highlight
   * file is written as it is then and may be ahead. Throws what the disk throws; what was not written
   * stays dirty.
   */
  async write(state: CaseState, head: Head, now: () => Head): Promise<void> {
    const file = this.#capture(state, head);
    const documents = [...this.#dirty];
    this.#place.disk.makeFolder(this.#paths.documents);
    for (let at = 0; at < documents.length; at += BATCH) {
      await this.#writeShelves(state, documents.slice(at, at + BATCH), now);
    }
    await this.#put(this.#paths.caseFile, { ...file, shelves: { ...this.#shelves } });
  }

  /** Lists of records, which are never altered: the case as it is now, whatever is edited meanwhile. */
  #capture(state: CaseState, head: Head): Omit<CaseFile, 'shelves'> {
    const records = Object.fromEntries(
      residentKinds.map((kind): [ResidentKind, RecordOf<ResidentKind>[]] => [
        kind,
        [...state.all(kind)],
      ]),
    ) as CaseFile['records'];
    const uid = state.get('case', 'case')?.uid ?? '';
    return { format: FORMAT, uid, head, history: state.history.snapshot(), records };
  }

  async #writeShelves(state: CaseState, documents: string[], now: () => Head): Promise<void> {
    const written: SnapshotAdapter<ShelfFile>[] = [];
    try {
      for (const id of documents) {
        const { n: seq } = now();
        const highlights = [...state.highlightsOf(id)];
        this.#dirty.delete(id);
        const adapter = new SnapshotAdapter<ShelfFile>(this.#place, this.#paths.shelf(id));
        await new Low(adapter, { format: FORMAT, id, seq, highlights }).write();
        this.#shelves[id] = [seq, highlights.length];
        written.push(adapter);
      }
      for (const adapter of written) adapter.publish();
      await written[0]?.settle();
    } catch (error) {
      for (const id of documents) this.#dirty.add(id);
      throw error;
    }
  }

  async #put(path: string, data: CaseFile): Promise<void> {
    const adapter = new SnapshotAdapter<CaseFile>(this.#place, path);
    await new Low(adapter, data).write();
    adapter.publish();
    await adapter.settle();
  }
}
