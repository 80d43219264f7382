import { z } from 'zod';
import { Id } from '../model/common.ts';
import { Verdict } from '../model/document-link.ts';
import { originFields, type Origin } from '../model/origin.ts';
import type { CaseView } from '../state/case-view.ts';
import { words } from '../words/say.ts';
import { change, clearable, make, need, needAll, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** Says that documents go back to one origin, or (`refused`) that they do not. */
export const originAdd = operation({
  name: 'origin.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    ...originFields,
    state: Verdict.exactOptional(),
  }),
  label: ({ name, state }) =>
    words(state === 'refused' ? 'history.origin.refuse' : 'history.origin.add', { name }),
  run(view, { id, state = 'confirmed', ...fields }, ports) {
    needDocuments(view, fields);
    const origin = make(view, ports, 'origin', id, { ...fields, state });
    return { id: origin.id, changes: [change('origin', null, origin)] };
  },
});

/** Changes what an origin is called, which documents go back to it, or why. */
export const originUpdate = operation({
  name: 'origin.update',
  schema: z.strictObject({
    id: Id,
    name: originFields.name.exactOptional(),
    documents: originFields.documents.exactOptional(),
    reason: originFields.reason.exactOptional(),
    from: clearable(originFields.from.unwrap()),
    state: Verdict.exactOptional(),
  }),
  label: ({ id }, view) => words('history.origin.update', { name: need(view, 'origin', id).name }),
  run(view, input, ports) {
    const before = need(view, 'origin', input.id);
    const after = revise(ports, 'origin', before, input);
    needDocuments(view, after);
    return { id: input.id, changes: [change('origin', before, after)] };
  },
});

/** Takes an origin away; its documents stay. */
export const originRemove = operation({
  name: 'origin.remove',
  schema: z.strictObject({ id: Id }),
  label: ({ id }, view) => words('history.origin.remove', { name: need(view, 'origin', id).name }),
  run: (view, { id }, ports) => ({ id, changes: removal(view, ports, { kind: 'origin', id }) }),
});

function needDocuments(view: CaseView, { documents, from }: Pick<Origin, 'documents' | 'from'>) {
  needAll(view, 'document', documents);
  if (from) need(view, 'document', from.document);
}
