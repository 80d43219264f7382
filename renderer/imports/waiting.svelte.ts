import type { CaseDocument } from '#data/model/document.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { isWaiting } from '#data/queries/waiting-highlights.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';

/** A highlight that waits for a word about where it belongs. `isFirst`: it stands first of those of its document. */
export interface WaitingLine {
  id: string;
  kind: 'highlight';
  mark: Highlight;
  /** The version in which it stands. */
  document: CaseDocument;
  /** The version that it may come to; none for one that came along already. */
  to?: CaseDocument;
  isFirst: boolean;
}

/** Highlights that wait, kept up with the case. They are asked for only where there are versions. */
export class Waiting {
  #marks: ReadonlyMap<string, Highlight> = $state.raw(new Map());
  readonly #model: CaseModel;
  readonly #notices: Notices;
  readonly lines = $derived.by(() => this.#linesOf());

  constructor(model: CaseModel, notices: Notices) {
    this.#model = model;
    this.#notices = notices;
  }

  /** Fetches what waits, and follows the case; returns how to stop. */
  follow(): () => void {
    void this.#fetch();
    const stops = [
      this.#model.onRenewed(() => void this.#fetch()),
      this.#model.onHighlights(({ put, remove }) => {
        const isAbout = put.some((mark) => isWaiting(mark) !== this.#marks.has(mark.id));
        const known = put.some(({ id }) => this.#marks.has(id));
        if (!isAbout && !known && !remove.some(({ id }) => this.#marks.has(id))) return;
        const next = new Map(this.#marks);
        for (const mark of put) {
          if (isWaiting(mark)) next.set(mark.id, mark);
          else next.delete(mark.id);
        }
        for (const { id } of remove) next.delete(id);
        this.#marks = next;
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async #fetch(): Promise<void> {
    const hasVersions = [...this.#model.table('documentLink').values()].some(
      ({ type }) => type === 'version-of',
    );
    const marks = hasVersions
      ? await this.#notices.attempt(() => this.#model.ask('version.waiting', {}))
      : [];
    if (marks) this.#marks = new Map(marks.map((mark) => [mark.id, mark]));
  }

  /** By document in the order of the case, in reading order. What waits for a version that is gone does not wait. */
  #linesOf(): WaitingLine[] {
    const documents = this.#model.table('document');
    const order = new Map([...documents.keys()].map((id, at) => [id, at]));
    const marks = [...this.#marks.values()].sort(
      (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.start - b.start,
    );
    const seen = new Set<string>();
    return marks.flatMap((mark): WaitingLine[] => {
      const document = documents.get(mark.document);
      const goal = mark.anchoring?.to?.document;
      const to = goal === undefined ? undefined : documents.get(goal);
      if (!document || (goal !== undefined && !to)) return [];
      const isFirst = !seen.has(document.id);
      seen.add(document.id);
      const id = `${document.id} ${mark.id}`;
      return [{ id, kind: 'highlight', mark, document, ...(to && { to }), isFirst }];
    });
  }
}

/** The place that is proposed for a waiting highlight, if there is one. */
export function proposedPlace({ mark }: WaitingLine): { start: number; end: number } | undefined {
  const { start, end } = mark.anchoring?.to ?? {};
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}
