import type { CaseDocument } from '#data/model/document.ts';
import type { Change } from '#data/model/records.ts';
import type { JournalHead } from '#data/storage/journal-record.ts';
import type { CaseFacts, PlainRecord } from '#data/storage/migration.ts';
import type { Blobs } from './blobs.ts';
import type { JournalReader, Seen } from '../journal/journal-reader.ts';

/** Who made the records of older forms: most of them one author, others by id. */
interface Authors {
  most: string;
  others: ReadonlyMap<string, string>;
}

/** The operation that the journal has where a case was brought to a newer format. */
const UPGRADED = 'case.upgrade';

/** Whether a record of the journal is an undo or a redo: what comes with it was made before. */
const bringsBack = ({ undoes = [], redoes }: JournalHead): boolean =>
  undoes.length > 0 || redoes !== undefined;

/**
 * What records of older forms leave unsaid, from the journal and the stored texts. Found out when it is
 * first asked for: a case of this format never pays for it.
 */
export class OlderRecords implements CaseFacts {
  readonly #reader: JournalReader;
  readonly #blobs: Blobs;
  #authors: Authors | undefined;

  constructor(reader: JournalReader, blobs: Blobs) {
    this.#reader = reader;
    this.#blobs = blobs;
  }

  authorOf(id: string): string {
    this.#authors ??= this.#findAuthors();
    return this.#authors.others.get(id) ?? this.#authors.most;
  }

  textOf(document: PlainRecord): PlainRecord | undefined {
    try {
      const { text } = document as Pick<CaseDocument, 'text'> & PlainRecord;
      return this.#blobs.readText(text);
    } catch {
      return undefined; // checking the case tells of it
    }
  }

  /** One pass over the heads of the journal; a second one over its changes where several people wrote. */
  #findAuthors(): Authors {
    const records = new Map<string, number>();
    for (const { head } of this.#older()) records.set(head.by, (records.get(head.by) ?? 0) + 1);
    const [[most] = ['']] = [...records].sort(([, one], [, other]) => other - one);
    const others = new Map<string, string>();
    if (records.size > 1) {
      for (const { head, text } of this.#older()) {
        if (head.by === most || bringsBack(head)) continue;
        const { changes } = JSON.parse(text) as { changes: readonly Change[] };
        for (const { id, before } of changes) if (before === null) others.set(id, head.by);
      }
    }
    return { most, others };
  }

  *#older(): Generator<Seen & { ok: true }> {
    for (const line of this.#reader.lines(1)) {
      const seen = this.#reader.see(line);
      if (!seen.ok) continue;
      if (seen.head.op === UPGRADED) return;
      yield seen;
    }
  }
}
