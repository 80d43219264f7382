import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id } from '../model/common.ts';
import { AlignedPair, LinkType, Verdict, type DocumentLink } from '../model/document-link.ts';
import { usersOf } from '../queries/users-of.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/**
 * Says that a document goes back to another one, or (`refused`) that it does not. Throws `invalid-input` for a
 * document linked with itself, and `in-use` when both are linked in this way already.
 */
export const documentLinkAdd = operation({
  name: 'documentLink.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    type: LinkType,
    from: Id,
    to: Id,
    state: Verdict.exactOptional(),
    score: z.number().min(0).max(1).exactOptional(),
    pairs: z.array(AlignedPair).exactOptional(),
  }),
  label: (input, view) =>
    words(input.state === 'refused' ? 'history.documentLink.refuse' : 'history.documentLink.add', {
      ...described(view, input),
    }),
  run(view, { id, state = 'confirmed', ...fields }, ports) {
    needApart(view, fields);
    const link = make(view, ports, 'documentLink', id, { ...fields, state });
    return { id: link.id, changes: [change('documentLink', null, link)] };
  },
});

/** Changes what a link says, or which paragraphs of a translation stand side by side. */
export const documentLinkUpdate = operation({
  name: 'documentLink.update',
  schema: z.strictObject({
    id: Id,
    type: LinkType.exactOptional(),
    from: Id.exactOptional(),
    to: Id.exactOptional(),
    state: Verdict.exactOptional(),
    pairs: clearable(z.array(AlignedPair)),
  }),
  label: ({ id }, view) =>
    words('history.documentLink.update', described(view, need(view, 'documentLink', id))),
  run(view, input, ports) {
    const before = need(view, 'documentLink', input.id);
    const after = revise(ports, 'documentLink', before, input);
    needApart(view, after, before.id);
    return { id: input.id, changes: [change('documentLink', before, after)] };
  },
});

/** Takes a link away; both documents stay. */
export const documentLinkRemove = operation({
  name: 'documentLink.remove',
  schema: z.strictObject({ id: Id }),
  label: ({ id }, view) =>
    words('history.documentLink.remove', described(view, need(view, 'documentLink', id))),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'documentLink', id }),
  }),
});

type Ends = Pick<DocumentLink, 'type' | 'from' | 'to'>;

/** Two documents of the case, not linked in this way already (by another link than `own`). */
function needApart(view: CaseView, { type, from, to }: Ends, own?: string): void {
  need(view, 'document', from);
  need(view, 'document', to);
  if (from === to) {
    throw new AppError('invalid-input', say('operations.linkedWithItself'), { id: from });
  }
  const same = usersOf(view, 'documentLink', 'document', from).find(
    (one) => one.id !== own && one.type === type && [one.from, one.to].includes(to),
  );
  if (!same) return;
  const details = { id: same.id, by: [{ kind: 'documentLink', id: same.id }] };
  throw new AppError('in-use', say('operations.linkedAlready', described(view, same)), details);
}

function described(view: CaseView, { type, from, to }: Ends) {
  const title = (id: string): string => view.get('document', id)?.title ?? id;
  return { type: type.replaceAll('-', '_'), from: title(from), to: title(to) };
}
