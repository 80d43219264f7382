import { basename } from 'node:path';
import type { Highlight } from '#data/model/highlight.ts';
import type { ShelfFile, Shelves } from '#data/storage/format.ts';
import { upgraded } from '#data/storage/migrations.ts';
import type { CaseParts } from './case-parts.ts';
import { newestWhole } from './generations.ts';
import { readableRecords } from './journal-scan.ts';
import type { RecoveryReport } from './recovery-report.ts';
import { mapOf } from './plain-table.ts';
import { storageError } from './storage-error.ts';

/** The highlight files of a case, and the journal number that each is known to have reached. */
export class ShelfFiles {
  readonly #parts: CaseParts;
  readonly #report: RecoveryReport;
  readonly #known: Map<string, number>;

  /** `known`: as `case.json` has it. */
  constructor(parts: CaseParts, report: RecoveryReport, known: Shelves) {
    this.#parts = parts;
    this.#report = report;
    this.#known = mapOf(known);
  }

  /** Per document the journal number that its file has reached. */
  get known(): Shelves {
    return Object.fromEntries(this.#known);
  }

  /** Notes that the file of a document was written. */
  note(document: string, seq: number): void {
    this.#known.set(document, seq);
  }

  /**
   * The highlights of a document. A file that is missing, damaged or older than `case.json` knows is
   * made good from the generation before and from the journal, and this is told in the report.
   */
  load(document: string): { highlights: readonly Highlight[]; whole: boolean } {
    const seq = this.#known.get(document);
    if (seq === undefined) return { highlights: [], whole: true };
    const path = this.#parts.paths.shelf(document);
    try {
      const { data, lost } = newestWhole<ShelfFile>(this.#parts.place, path, this.#report);
      if (data && data.seq >= seq) {
        if (lost) this.#tell(`The highlights in ${basename(path)} came from the snapshot before.`);
        const highlights = this.#upgraded(data.highlights);
        return { highlights, whole: !lost };
      }
      const highlights = this.#rebuild(document, data, seq);
      this.#tell(
        `The file ${basename(path)} was missing, damaged or too old; ` +
          `its ${highlights.length} highlights were rebuilt from the journal.`,
      );
      return { highlights, whole: false };
    } catch (error) {
      throw storageError(error, 'read the highlights', path);
    }
  }

  #upgraded(highlights: readonly Highlight[]): readonly Highlight[] {
    const { plan } = this.#parts;
    if (plan.migrations.length === 0) return highlights;
    return highlights.map((mark) => upgraded(plan, 'highlight', mark));
  }

  #tell(sentence: string): void {
    this.#report.say(sentence);
  }

  /** Replays what the journal says about one document. Cost: reads the journal from the old file on. */
  #rebuild(document: string, old: ShelfFile | undefined, upTo: number): Highlight[] {
    const marks = new Map(this.#upgraded(old?.highlights ?? []).map((mark) => [mark.id, mark]));
    for (const { changes } of readableRecords(this.#parts.reader, old?.seq ?? 0, upTo)) {
      for (const change of changes) {
        if (change.kind !== 'highlight') continue;
        if (change.before?.document === document) marks.delete(change.id);
        if (change.after?.document === document) marks.set(change.id, change.after);
      }
    }
    return [...marks.values()];
  }
}

/** A highlight file as it is to be written. */
export function shelfFile(
  format: number,
  id: string,
  seq: number,
  highlights: Highlight[],
): ShelfFile {
  return { format, id, seq, highlights };
}
