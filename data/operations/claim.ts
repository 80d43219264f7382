import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Attribution, ClaimLink, Credibility } from '../model/claim.ts';
import { Evidence, Id, Line, Prose } from '../model/common.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { change, clearable, make, need, needAll, RemoveInput, revise } from './edit.ts';
import { shorten } from './highlight.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** An attribution may be given as an actor's id or as a plain name. */
const AttributionInput = z.union([Line, Attribution]);
const statement = Prose.min(1);

/** Adds a statement that the sources make, with who makes it and the quotes. */
export const claimAdd = operation({
  name: 'claim.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    text: statement,
    attribution: AttributionInput.exactOptional(),
    evidence: Evidence,
    credibility: Credibility.exactOptional(),
    links: z.array(ClaimLink).exactOptional(),
    note: Prose.exactOptional(),
  }),
  label: ({ text }) => words('history.claim.add', { text: shorten(text) }),
  run(view, { id, attribution, links = [], ...fields }, ports) {
    needAll(view, 'highlight', fields.evidence);
    needLinks(view, id, links);
    const claim = make(view, ports, 'claim', id, {
      ...fields,
      links,
      ...(attribution === undefined ? {} : { attribution: attributed(view, attribution) }),
    });
    return { id: claim.id, changes: [change('claim', null, claim)] };
  },
});

/** Changes a claim. */
export const claimUpdate = operation({
  name: 'claim.update',
  schema: z.strictObject({
    id: Id,
    text: statement.exactOptional(),
    attribution: clearable(AttributionInput),
    evidence: Evidence.exactOptional(),
    credibility: clearable(Credibility),
    links: z.array(ClaimLink).exactOptional(),
    note: clearable(Prose),
  }),
  label: ({ id }, view) => words('history.claim.update', { text: textOf(view, id) }),
  run(view, { attribution, ...input }, ports) {
    const before = need(view, 'claim', input.id);
    needAll(view, 'highlight', input.evidence ?? []);
    needLinks(view, input.id, input.links ?? []);
    const by = attribution && attributed(view, attribution);
    const patch = by === undefined ? input : { ...input, attribution: by };
    return {
      id: input.id,
      changes: [change('claim', before, revise(ports, 'claim', before, patch))],
    };
  },
});

/** Removes a claim and the links of other claims to it. */
export const claimRemove = operation({
  name: 'claim.remove',
  schema: RemoveInput,
  label: ({ id }, view) => words('history.claim.remove', { text: textOf(view, id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'claim', id }),
  }),
});

const textOf = (view: CaseView, id: string): string => shorten(view.get('claim', id)?.text ?? id);

/** Checks the actors of an attribution; a plain text is an actor's id if there is one, else a name. */
function attributed(view: CaseView, given: string | Attribution): Attribution {
  if (typeof given === 'string') {
    return view.get('entity', given) ? { entity: given } : { name: given };
  }
  for (let step: Attribution | undefined = given; step; step = step.via) {
    if (step.entity !== undefined) need(view, 'entity', step.entity);
    else if (step.name === undefined) {
      throw new AppError('invalid-input', say('operations.nobodySays'), {});
    }
  }
  return given;
}

function needLinks(view: CaseView, own: string | undefined, links: readonly ClaimLink[]): void {
  needAll(
    view,
    'claim',
    links.map(({ claim }) => claim),
  );
  if (links.some(({ claim }) => claim === own)) {
    throw new AppError('invalid-input', say('operations.claimOfItself'), {});
  }
}
