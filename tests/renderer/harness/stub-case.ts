import type { CaseChange, CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { HistoryEntry } from '#data/api/case.ts';
import type { Quote } from '#data/api/highlight.ts';
import codebook from '#data/codebooks/security-alliances.json';
import type { Highlight } from '#data/model/highlight.ts';
import { residentKinds, type Change } from '#data/model/records.ts';
import { perform } from '#data/operations/engine.ts';
import { CaseState } from '#data/state/case-state.ts';
import { History } from '#data/state/history.ts';
import { MemoryHighlights, refers } from '#data/state/memory-highlights.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import { convertFile } from '../../data/formats/convert.ts';

/** A case in the page's memory, on the real engine: for looking at the interface without a desktop. */
export class StubCase {
  readonly #texts = new Map<string, WorkingText>();
  readonly #shelf = new MemoryHighlights();
  readonly #state = new CaseState(this.#shelf, ({ id }) => this.text(id), new History());
  readonly #journal: { entry: HistoryEntry; changes: Change[] }[] = [];
  #ids = 0;

  constructor(title: string) {
    this.perform('case.create', { uid: 'stub', title, codebook });
  }

  text(id: string): WorkingText {
    return this.#texts.get(id) ?? { text: ' ', blocks: [] };
  }

  perform(op: string, input: unknown): CaseChange {
    const n = this.#journal.length + 1;
    const at = new Date().toISOString();
    const outcome = perform(
      this.#state,
      { op, input },
      {
        now: () => at,
        author: 'Analyst',
        newId: () => `s${++this.#ids}`,
        changesOf: (number) => this.#journal[number - 1]?.changes ?? [],
      },
    );
    this.#state.apply(outcome.changes);
    const { undoes, redoes } = outcome;
    this.#state.history.record({ n, ...(undoes ? { undoes } : {}), ...(redoes ? { redoes } : {}) });
    const entry = { n, at, by: 'Analyst', op, label: outcome.label };
    this.#journal.push({ entry, changes: outcome.changes });
    return this.#broadcast(entry, outcome.changes);
  }

  async importFile(
    name: string,
    bytes: Uint8Array,
    id = `d${this.#texts.size + 1}`,
  ): Promise<CaseChange> {
    const { title, text, blocks, mediaType, meta } = await convertFile({ name, bytes });
    this.#texts.set(id, { text, blocks });
    const hash = 'a'.repeat(64);
    const about = Object.fromEntries(meta.map(({ field, value }) => [field, value]));
    const source = {
      sha256: hash,
      size: bytes.length,
      mediaType,
      origin: name,
      collectedAt: new Date().toISOString(),
      collector: 'Analyst',
      method: 'file import',
    };
    const ref = { blob: hash, sha256: hash, length: text.length };
    return this.perform('document.add', { id, title, ...about, source, text: ref });
  }

  snapshot(view: unknown): CaseSnapshot {
    const records = Object.fromEntries(
      residentKinds.map((kind) => [kind, [...this.#state.all(kind)]]),
    ) as unknown as CaseSnapshot['records'];
    const mentionCounts = Object.fromEntries(
      [...this.#state.all('entity')].map(({ id }) => [id, this.#mentions(id)]),
    );
    const highlightCounts = Object.fromEntries(
      [...this.#state.all('document')].map(({ id }) => [id, this.#shelf.count(id)]),
    );
    const store = {
      mode: 'writable' as const,
      n: this.#journal.length,
      savedAt: this.#journal.at(-1)?.entry.at ?? '',
      recovery: [],
      encrypted: false,
    };
    const history = this.#history();
    const stamp = { session: 'stub', event: this.#journal.length };
    const tagCounts = Object.fromEntries(
      [...this.#state.all('tag')].map(({ id }) => [id, [...this.#shelf.with({ tag: id })].length]),
    );
    const counts = { highlightCounts, mentionCounts, tagCounts };
    return { ...stamp, records, ...counts, history, store, view };
  }

  documents(): string[] {
    return [...this.#state.all('document')].map(({ id }) => id);
  }

  read(id: string) {
    const document = this.#state.get('document', id);
    if (!document) throw new Error(`no document ${id}`);
    return { document, text: this.text(id), highlights: [...this.#shelf.of(id)] };
  }

  quotes(marks: Iterable<Highlight | undefined>): Quote[] {
    return [...marks]
      .filter((mark) => mark !== undefined)
      .map((highlight) => ({
        highlight,
        title: this.#state.get('document', highlight.document)?.title ?? '',
      }));
  }

  highlight(id: string): Highlight | undefined {
    return this.#shelf.get(id);
  }

  with(reference: { entity: string } | { tag: string }): Iterable<Highlight> {
    return this.#shelf.with(reference);
  }

  history(): HistoryEntry[] {
    return this.#journal
      .map(({ entry }) => ({ ...entry, stands: this.#state.history.stands(entry.n) }))
      .reverse();
  }

  #broadcast({ n, at, op, label }: HistoryEntry, changes: readonly Change[]): CaseChange {
    const touched = changes.flatMap(({ before, after }) => [before, after]);
    const marks = touched.filter((one): one is Highlight => one !== null && 'quote' in one);
    const entities = [...new Set(marks.flatMap(({ entities: named }) => named))];
    return {
      n,
      at,
      op,
      label,
      put: changes.flatMap((one) =>
        one.after ? [{ kind: one.kind, record: one.after } as CaseChange['put'][number]] : [],
      ),
      remove: changes.flatMap((one) =>
        one.after
          ? []
          : {
              kind: one.kind,
              id: one.id,
              ...(one.before && 'document' in one.before ? { document: one.before.document } : {}),
            },
      ),
      highlightCounts: Object.fromEntries(
        [...new Set(marks.map(({ document }) => document))].map((id) => [
          id,
          this.#shelf.count(id),
        ]),
      ),
      mentionCounts: Object.fromEntries(entities.map((id) => [id, this.#mentions(id)])),
      tagCounts: Object.fromEntries(
        marks
          .flatMap(({ tags }) => tags)
          .map((tag) => [tag, [...this.#shelf.with({ tag })].length]),
      ),
      history: this.#history(),
    };
  }

  #mentions(entity: string): number {
    return [...this.#shelf.with({ entity })].filter((mark) => refers(mark, { entity })).length;
  }

  #history() {
    const { undoable, redoable } = this.#state.history;
    const step = (n: number) => ({ n, label: this.#journal[n - 1]?.entry.label ?? '' });
    return {
      ...(undoable === undefined || undoable === 1 ? {} : { undo: step(undoable) }),
      ...(redoable === undefined ? {} : { redo: step(redoable) }),
    };
  }
}
