import { basename } from 'node:path';
import type { Highlight } from '#data/model/highlight.ts';
import type { HighlightFile, Shelves } from '#data/storage/format.ts';
import { say } from '#data/words/say.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import { newestWhole, type Found } from '../snapshots/generations.ts';
import type { RecoveryReport } from '../files/recovery-report.ts';
import { mapOf } from '../snapshots/plain-table.ts';
import {
  rebuildHighlights,
  rebuildHighlightsInSlices,
  takeBack,
  type LostHighlights,
} from './rebuild-highlights.ts';
import { storageError } from '../disk/storage-error.ts';
import type { TimeSlice } from '../disk/time-slice.ts';

/** The highlight files of a case, and the journal number that each is known to have reached. */
export class HighlightFiles {
  readonly #parts: CaseParts;
  readonly #report: RecoveryReport;
  readonly #known: Map<string, number>;
  /** Highlights that were rebuilt from the journal and are not in their files yet. */
  readonly #rebuilt = new Map<string, Highlight[]>();
  #upTo = Infinity;

  /** `known`: as `case.json` has it. */
  constructor(parts: CaseParts, report: RecoveryReport, known: Shelves) {
    this.#parts = parts;
    this.#report = report;
    this.#known = mapOf(known);
  }

  /** Per document the journal number that its file has reached. */
  get known(): ReadonlyMap<string, number> {
    return this.#known;
  }

  /** Documents whose highlights were rebuilt and wait to be written. */
  get rebuilt(): string[] {
    return [...this.#rebuilt.keys()];
  }

  /** Notes that the file of a document was written. */
  note(document: string, seq: number): void {
    this.#known.set(document, seq);
    this.#rebuilt.delete(document);
    this.#upTo = Math.max(this.#upTo, seq);
  }

  /**
   * Reads files as they were at record `n` from now on. Who only reads a case may meet files of
   * another process that goes on writing: without this they would not fit the rest of the state.
   */
  readAsOf(n: number): void {
    this.#upTo = n;
  }

  /**
   * The highlights of a document. A file that is missing, damaged or older than `case.json` knows is
   * made good from the generation before and from the journal, and this is told in the report.
   */
  load(document: string): { highlights: readonly Highlight[]; whole: boolean } {
    const seq = this.#known.get(document);
    if (seq === undefined) return { highlights: [], whole: true };
    const rebuilt = this.#rebuilt.get(document);
    if (rebuilt) return { highlights: rebuilt, whole: false };
    const path = this.#parts.paths.highlightFile(document);
    try {
      const { data, lost } = this.#newest(document);
      if (!data || data.seq < seq) {
        return { highlights: this.#rebuild(document, data), whole: false };
      }
      if (lost) {
        this.#report.say(say('repairs.highlightsBefore', { file: basename(path) }));
      }
      return { highlights: this.#upgraded(this.#inTime(document, data)), whole: !lost };
    } catch (error) {
      throw storageError(error, say('doing.readHighlights'), path);
    }
  }

  /** Rebuilds all files that are missing, in slices: the journal is read once. */
  async rebuildMissing(slice: TimeSlice): Promise<void> {
    const lost = new Map<string, LostHighlights>();
    const names = this.#names();
    for (const id of this.#known.keys()) {
      if (slice.over) await slice.pause();
      if (this.#isMissing(id, names)) lost.set(id, this.#lostShelf(id, this.#newest(id).data));
    }
    if (lost.size === 0) return;
    this.#keep(await rebuildHighlightsInSlices(this.#parts.reader, lost, slice));
  }

  #inTime(document: string, { seq, highlights }: HighlightFile): readonly Highlight[] {
    const upTo = this.#upTo;
    if (seq <= upTo) return highlights;
    return takeBack(this.#parts.reader, document, { highlights, seq, upTo });
  }

  #newest(document: string): Found<HighlightFile> {
    const path = this.#parts.paths.highlightFile(document);
    return newestWhole<HighlightFile>(this.#parts.place, path, this.#report);
  }

  #upgraded(highlights: readonly Highlight[]): readonly Highlight[] {
    const { upgrade } = this.#parts;
    return highlights.map((mark) => upgrade.record('highlight', mark));
  }

  /** Rebuilds all files that are missing along with the one that is asked for: the journal is read once. */
  #rebuild(document: string, old: HighlightFile | undefined): Highlight[] {
    const lost = new Map([[document, this.#lostShelf(document, old)]]);
    for (const id of this.#missing()) {
      if (id !== document) lost.set(id, this.#lostShelf(id, this.#newest(id).data));
    }
    this.#keep(rebuildHighlights(this.#parts.reader, lost));
    return this.#rebuilt.get(document) ?? [];
  }

  #keep(rebuilt: ReadonlyMap<string, Highlight[]>): void {
    for (const [id, highlights] of rebuilt) this.#rebuilt.set(id, highlights);
    const [first = ''] = rebuilt.keys();
    const file = basename(this.#parts.paths.highlightFile(first));
    this.#report.say(
      rebuilt.size > 1
        ? say('repairs.highlightFiles', { count: rebuilt.size, file })
        : say('repairs.highlights', { file }),
    );
  }

  #lostShelf(document: string, old: HighlightFile | undefined): LostHighlights {
    const highlights = this.#upgraded(old?.highlights ?? []);
    return { highlights, seq: old?.seq ?? 0, upTo: this.#known.get(document) ?? 0 };
  }

  /** Documents whose file is not there, and was not rebuilt yet. */
  #missing(): string[] {
    const names = this.#names();
    return [...this.#known.keys()].filter((id) => this.#isMissing(id, names));
  }

  #isMissing(id: string, names: ReadonlySet<string>): boolean {
    return !names.has(basename(this.#parts.paths.highlightFile(id))) && !this.#rebuilt.has(id);
  }

  #names(): ReadonlySet<string> {
    const { disk, paths } = this.#parts;
    return new Set(disk.exists(paths.documents) ? disk.list(paths.documents) : []);
  }
}

/** A highlight file as it is to be written. */
export function highlightFile(
  format: number,
  id: string,
  seq: number,
  highlights: Highlight[],
): HighlightFile {
  return { format, id, seq, highlights };
}
