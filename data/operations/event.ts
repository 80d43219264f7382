import { z } from 'zod';
import { Evidence, Id, Name, Prose } from '../model/common.ts';
import { DateInput } from '../model/edtf.ts';
import { Participant } from '../model/event.ts';
import type { CaseView } from '../state/case-view.ts';
import { words } from '../words/say.ts';
import { change, clearable, make, need, needAll, RemoveInput, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** A participant may be given as an actor's id alone. */
const ParticipantInput = z.union([Id, Participant]);
type ParticipantInput = z.infer<typeof ParticipantInput>;

/** Adds something that happened, with its date as far as the text fixes it. */
export const eventAdd = operation({
  name: 'event.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    type: Name,
    title: Name.exactOptional(),
    date: DateInput.exactOptional(),
    place: Id.exactOptional(),
    participants: z.array(ParticipantInput).exactOptional(),
    evidence: Evidence,
    note: Prose.exactOptional(),
  }),
  label: ({ type, title }) => words('history.event.add', { name: title ?? type }),
  run(view, { id, participants: given = [], ...fields }, ports) {
    const participants = given.map(asParticipant);
    needParts(view, fields.place, participants, fields.evidence);
    const event = make(view, ports, 'event', id, { ...fields, participants });
    return { id: event.id, changes: [change('event', null, event)] };
  },
});

/** Changes an event. */
export const eventUpdate = operation({
  name: 'event.update',
  schema: z.strictObject({
    id: Id,
    type: Name.exactOptional(),
    title: clearable(Name),
    date: clearable(DateInput),
    place: clearable(Id),
    participants: z.array(ParticipantInput).exactOptional(),
    evidence: Evidence.exactOptional(),
    note: clearable(Prose),
  }),
  label: ({ id }, view) => words('history.event.update', { name: nameOf(view, id) }),
  run(view, { participants: given, ...input }, ports) {
    const before = need(view, 'event', input.id);
    const participants = given?.map(asParticipant);
    needParts(view, input.place, participants ?? [], input.evidence ?? []);
    const patch = participants ? { ...input, participants } : input;
    const after = revise(ports, 'event', before, patch);
    return { id: input.id, changes: [change('event', before, after)] };
  },
});

/** Removes an event; its highlights stay. */
export const eventRemove = operation({
  name: 'event.remove',
  schema: RemoveInput,
  label: ({ id }, view) => words('history.event.remove', { name: nameOf(view, id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'event', id }),
  }),
});

const asParticipant = (given: ParticipantInput): Participant =>
  typeof given === 'string' ? { entity: given } : given;

function needParts(
  view: CaseView,
  place: string | null | undefined,
  participants: readonly Participant[],
  evidence: readonly string[],
): void {
  if (place) need(view, 'entity', place);
  needAll(
    view,
    'entity',
    participants.map(({ entity }) => entity),
  );
  needAll(view, 'highlight', evidence);
}

function nameOf(view: CaseView, id: string): string {
  const event = view.get('event', id);
  return event?.title ?? event?.type ?? id;
}
