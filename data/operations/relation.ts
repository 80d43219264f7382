import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Evidence, Id, Line, Prose } from '../model/common.ts';
import { DateInput } from '../model/edtf.ts';
import { RelationStatus, type Relation } from '../model/relation.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { change, clearable, make, need, needAll, RemoveInput, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';
import { resolve } from './resolve.ts';

/** Links two actors with a type of the codebook (id or name) and the highlights that carry it. */
export const relationAdd = operation({
  name: 'relation.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    type: Line,
    from: Id,
    to: Id,
    evidence: Evidence,
    period: DateInput.exactOptional(),
    status: RelationStatus.exactOptional(),
    note: Prose.exactOptional(),
  }),
  label: (input, view) => words('history.relation.add', described(view, input)),
  run(view, { id, type, status = 'asserted', ...fields }, ports) {
    needEnds(view, fields.from, fields.to);
    needAll(view, 'highlight', fields.evidence);
    const relation = make(view, ports, 'relation', id, {
      type: typeId(view, type),
      ...fields,
      status,
    });
    return { id: relation.id, changes: [change('relation', null, relation)] };
  },
});

/** Changes a relation's type, ends, evidence, period, status or note. */
export const relationUpdate = operation({
  name: 'relation.update',
  schema: z.strictObject({
    id: Id,
    type: Line.exactOptional(),
    from: Id.exactOptional(),
    to: Id.exactOptional(),
    evidence: Evidence.exactOptional(),
    period: clearable(DateInput),
    status: RelationStatus.exactOptional(),
    note: clearable(Prose),
  }),
  label: ({ id }, view) =>
    words('history.relation.update', described(view, need(view, 'relation', id))),
  run(view, { type, ...input }, ports) {
    const before = need(view, 'relation', input.id);
    needEnds(view, input.from ?? before.from, input.to ?? before.to);
    needAll(view, 'highlight', input.evidence ?? []);
    const after = revise(ports, 'relation', before, {
      ...input,
      ...(type === undefined ? {} : { type: typeId(view, type) }),
    });
    return { id: input.id, changes: [change('relation', before, after)] };
  },
});

/** Removes a relation; the highlights that carried it stay. */
export const relationRemove = operation({
  name: 'relation.remove',
  schema: RemoveInput,
  label: ({ id }, view) =>
    words('history.relation.remove', described(view, need(view, 'relation', id))),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'relation', id }),
  }),
});

function needEnds(view: CaseView, from: string, to: string): void {
  need(view, 'entity', from);
  need(view, 'entity', to);
  if (from !== to) return;
  throw new AppError('invalid-input', say('operations.oneActor'), {
    from,
    to,
  });
}

function typeId(view: CaseView, given: string): string {
  const id = resolve(view, 'relationType', given);
  need(view, 'relationType', id);
  return id;
}

/** The ends and the verb of a link, by their names. */
function described(
  view: CaseView,
  { type, from, to }: Pick<Relation, 'type' | 'from' | 'to'>,
): { from: string; verb: string; to: string } {
  const name = (id: string) => view.get('entity', id)?.name ?? id;
  const verb = view.get('relationType', resolve(view, 'relationType', type))?.name ?? type;
  return { from: name(from), verb, to: name(to) };
}
