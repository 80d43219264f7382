import type { CaseChange, CaseSnapshot, Stamp } from '#data/api/case-snapshot.ts';
import { asAnswer } from '#data/model/highlight.ts';
import {
  windowKinds,
  type Change,
  type KindedRecord,
  type RecordOf,
  type WindowKind,
} from '#data/model/records.ts';
import type { CaseStore, Committed } from '../storage/case-store.ts';
import type { View } from '../user-data/view-files.ts';

/** Everything the window needs to show a case, with the view it had last. */
export function snapshotOf(store: CaseStore, view: View, stamp: Stamp): CaseSnapshot {
  const records = Object.fromEntries(
    windowKinds.map((kind): [WindowKind, RecordOf<WindowKind>[]] => [
      kind,
      [...store.state.all(kind)],
    ]),
  ) as CaseSnapshot['records'];
  return {
    ...stamp,
    records,
    highlightCounts: Object.fromEntries(store.counts.highlights),
    mentionCounts: Object.fromEntries(store.counts.mentions),
    tagCounts: Object.fromEntries(store.counts.tags ?? []),
    history: store.historyState(),
    store: store.status,
    ...(view === null ? {} : { view }),
    ...draftsOf(store),
  };
}

function draftsOf({ drafts }: CaseStore): Pick<CaseSnapshot, 'drafts'> {
  const kept = drafts.read();
  return kept === null ? {} : { drafts: kept };
}

/** A durable operation as the window is told of it: what is there now, and what is gone. */
export function changeOf(store: CaseStore, committed: Committed): CaseChange {
  const { n, at, op, label, changes } = committed;
  const marks = changes.filter((one) => one.kind === 'highlight');
  const sides = marks.flatMap(({ before, after }) => [before, after]).filter((one) => one !== null);
  const documents = new Set(sides.map(({ document }) => document));
  const actors = new Set(sides.flatMap(({ entities }) => entities));
  const tags = new Set(sides.flatMap((mark) => mark.tags));
  return {
    n,
    at,
    op,
    label,
    put: changes.filter((one) => one.after !== null).map(toRecord),
    remove: changes.filter((one) => one.after === null).map(toRemoval),
    highlightCounts: countsOf(store.counts.highlights, documents),
    mentionCounts: countsOf(store.counts.mentions, actors),
    tagCounts: countsOf(store.counts.tags ?? new Map(), tags),
    history: store.historyState(),
  };
}

const toRecord = ({ kind, after }: Change) =>
  ({
    kind,
    record: kind === 'highlight' && after ? asAnswer(after) : after,
  }) as KindedRecord;

function toRemoval(change: Change): CaseChange['remove'][number] {
  const { kind, id } = change;
  const { before } = change;
  if (!before || !('document' in before)) return { kind, id };
  const entity = 'entities' in before ? before.entities[0] : undefined;
  return { kind, id, document: before.document, ...(entity === undefined ? {} : { entity }) };
}

function countsOf(all: ReadonlyMap<string, number>, ids: Iterable<string>): Record<string, number> {
  return Object.fromEntries([...ids].map((id) => [id, all.get(id) ?? 0]));
}
