import { z } from 'zod';
import { Id, Line, Name, Prose } from '../model/common.ts';
import { Alias } from '../model/entity.ts';
import { positionId } from '../model/position.ts';
import type { Change } from '../model/records.ts';
import type { CaseView } from '../state/case-view.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { withoutLinks } from './highlight.ts';
import { needUnused } from './need-unused.ts';
import { operation } from './operation.ts';
import { namedIn } from './references.ts';
import { resolve } from './resolve.ts';

const AliasInput = z.union([Line, Alias]);
const attributes = z.record(Line, Line);

/** Adds an actor of a type of the codebook (given by id or name). */
export const entityAdd = operation({
  name: 'entity.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    type: Line,
    name: Name,
    aliases: z.array(AliasInput).exactOptional(),
    attributes: attributes.exactOptional(),
    note: Prose.exactOptional(),
  }),
  label: ({ name }) => `Add actor “${name}”`,
  run(view, { id, type, aliases = [], ...fields }, ports) {
    const entity = make(view, ports, 'entity', id, {
      type: typeId(view, type),
      ...fields,
      aliases: aliasList(view, aliases),
    });
    return { id: entity.id, changes: [change('entity', null, entity)] };
  },
});

/** Changes an actor's type, name, other names, attributes or note. */
export const entityUpdate = operation({
  name: 'entity.update',
  schema: z.strictObject({
    id: Id,
    type: Line.exactOptional(),
    name: Name.exactOptional(),
    aliases: z.array(AliasInput).exactOptional(),
    attributes: clearable(attributes),
    note: clearable(Prose),
  }),
  label: ({ id }, view) => `Change actor “${view.get('entity', id)?.name ?? id}”`,
  run(view, { type, aliases, ...input }, ports) {
    const before = need(view, 'entity', input.id);
    const after = revise(ports, 'entity', before, {
      ...input,
      ...(type === undefined ? {} : { type: typeId(view, type) }),
      ...(aliases ? { aliases: aliasList(view, aliases) } : {}),
    });
    return { id: input.id, changes: [change('entity', before, after)] };
  },
});

/**
 * Removes an actor; its highlights stay, without it. Refused with `in-use` while relations, events
 * or claims name it, unless `cascade`: then its relations and claims go with it, and events lose it.
 */
export const entityRemove = operation({
  name: 'entity.remove',
  schema: z.strictObject({ id: Id, cascade: z.boolean().exactOptional() }),
  label: ({ id }, view) => `Remove actor “${view.get('entity', id)?.name ?? id}”`,
  run(view, { id, cascade }, ports) {
    const entity = need(view, 'entity', id);
    const users = namedIn(view, id);
    if (!cascade) needUnused(view, 'entity', id, users);
    const changes: Change[] = users.map(({ kind, id: user }) =>
      kind === 'event'
        ? leaveEvent(view, ports, user, id)
        : change(kind, need(view, kind, user), null),
    );
    const all = withoutLinks(view, ports, changes);
    for (const mark of view.highlightsWith({ entity: id })) {
      all.push(change('highlight', mark, revise(ports, 'highlight', mark, { entity: null })));
    }
    const position = view.get('position', positionId(id));
    if (position) all.push(change('position', position, null));
    return { id, changes: [...all, change('entity', entity, null)] };
  },
});

function leaveEvent(
  view: CaseView,
  ports: Parameters<typeof revise>[0],
  id: string,
  entity: string,
): Change {
  const event = need(view, 'event', id);
  const participants = event.participants.filter((one) => one.entity !== entity);
  const place = event.place === entity ? { place: null } : {};
  return change('event', event, revise(ports, 'event', event, { participants, ...place }));
}

function typeId(view: CaseView, given: string): string {
  const id = resolve(view, 'entityType', given);
  need(view, 'entityType', id);
  return id;
}

function aliasList(view: CaseView, given: readonly z.infer<typeof AliasInput>[]): Alias[] {
  const byName = new Map<string, Alias>();
  for (const one of given) {
    const alias = typeof one === 'string' ? { name: one } : one;
    if (alias.evidence !== undefined) need(view, 'highlight', alias.evidence);
    if (!byName.has(alias.name)) byName.set(alias.name, alias);
  }
  return [...byName.values()];
}
