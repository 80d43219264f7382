import type { HistoryEntry } from '#data/api/case.ts';
import type { HistoryState } from '#data/api/case-snapshot.ts';
import { labelOf } from '#data/storage/journal-record.ts';
import type { HistoryView } from '#data/state/case-view.ts';
import type { JournalReader } from './journal-reader.ts';

/** Labels kept in memory: those of the newest operations, which undo and redo ask for. */
const KEPT = 256;

/** What happened to the case, in words, read from the journal. */
export class HistoryReader {
  readonly #reader: JournalReader;
  readonly #history: HistoryView;
  /** The label of operation n stands at n modulo their number. */
  readonly #labels: { n: number; label: string }[] = [];

  constructor(reader: JournalReader, history: HistoryView) {
    this.#reader = reader;
    this.#history = history;
  }

  /** Notes a new operation, so that its label need not be read back. */
  note(n: number, label: string): void {
    this.#labels[n % KEPT] = { n, label };
  }

  /** What undo and redo would do. The creation of the case cannot be undone. */
  state(): HistoryState {
    const { undoable, redoable } = this.#history;
    return {
      ...(undoable !== undefined && undoable > 1 && { undo: this.#named(undoable) }),
      ...(redoable !== undefined && { redo: this.#named(redoable) }),
    };
  }

  /** At most `limit` entries before number `before`, newest first. */
  page(before: number, limit: number): HistoryEntry[] {
    const heads = this.#reader.heads(Math.max(1, before - limit), before - 1);
    return heads.reverse().map((head) => {
      const { n, at, by, op, undoes, redoes } = head;
      const isStep = undoes !== undefined || redoes !== undefined;
      const label = labelOf(head);
      return { n, at, by, op, label, ...(!isStep && { stands: this.#history.stands(n) }) };
    });
  }

  #named(n: number): { n: number; label: string } {
    const known = this.#labels[n % KEPT];
    if (known?.n === n) return { n, label: known.label };
    const label = labelOf(this.#reader.heads(n, n)[0] ?? { n });
    this.note(n, label);
    return { n, label };
  }
}
