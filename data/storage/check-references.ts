import { residentKinds, type Kind, type RecordOf } from '../model/records.ts';
import type { Problem, ProblemReport } from '../queries/verify.ts';
import type { Attribution } from '../model/claim.ts';
import type { CaseState } from '../state/case-state.ts';

/** A record's mention of another: which kind it must be, and its id. */
type Reference = readonly [kind: Kind, id: string];

/** What each kind of record refers to. A kind without an entry refers to nothing. */
const references: { [K in Kind]?: (record: RecordOf<K>) => Reference[] } = {
  highlight: ({ document, tags, entity }) => [
    ['document', document],
    ...tags.map((tag): Reference => ['tag', tag]),
    ...maybe('entity', entity),
  ],
  tag: ({ parent }) => maybe('tag', parent),
  entity: ({ type, aliases }) => [
    ['entityType', type],
    ...aliases.flatMap(({ evidence }) => maybe('highlight', evidence)),
  ],
  relation: ({ type, from, to, evidence }) => [
    ['relationType', type],
    ['entity', from],
    ['entity', to],
    ...marks(evidence),
  ],
  event: ({ place, participants, evidence }) => [
    ...maybe('entity', place),
    ...participants.map(({ entity }): Reference => ['entity', entity]),
    ...marks(evidence),
  ],
  claim: ({ attribution, evidence, links }) => [
    ...speakers(attribution),
    ...links.map(({ claim }): Reference => ['claim', claim]),
    ...marks(evidence),
  ],
  position: ({ id }) => [['entity', id.slice(1)]],
};

/** Finds records that refer to something that is not in the case. Counts what it looked at. */
export function* checkReferences(
  state: CaseState,
  checked: ProblemReport['checked'],
): Generator<Problem> {
  for (const kind of residentKinds) {
    for (const record of state.all(kind)) yield* dangling(state, kind, record, checked);
  }
  for (const { id } of state.all('document')) {
    for (const mark of state.highlightsOf(id)) yield* dangling(state, 'highlight', mark, checked);
  }
}

function* dangling<K extends Kind>(
  state: CaseState,
  kind: K,
  record: RecordOf<K>,
  checked: ProblemReport['checked'],
): Generator<Problem> {
  for (const [wanted, id] of references[kind]?.(record) ?? []) {
    checked.references++;
    if (state.get(wanted, id)) continue;
    const message = `The ${kind} ${record.id} refers to the ${wanted} ${id}, which is not in the case.`;
    yield { check: 'reference', where: record.id, message };
  }
}

const maybe = (kind: Kind, id: string | undefined): Reference[] =>
  id === undefined ? [] : [[kind, id]];

const marks = (ids: readonly string[]): Reference[] => ids.map((id) => ['highlight', id]);

function speakers(attribution: Attribution | undefined): Reference[] {
  const found: Reference[] = [];
  for (let step = attribution; step; step = step.via) found.push(...maybe('entity', step.entity));
  return found;
}
