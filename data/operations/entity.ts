import { z } from 'zod';
import { Id, Line, Name, Prose } from '../model/common.ts';
import { Alias } from '../model/entity.ts';
import type { CaseView } from '../state/case-view.ts';
import { words } from '../words/say.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';
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
  label: ({ name }) => words('history.entity.add', { name }),
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
  label: ({ id }, view) => words('history.entity.update', { name: nameOf(view, id) }),
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
  label: ({ id }, view) => words('history.entity.remove', { name: nameOf(view, id) }),
  run: (view, { id, cascade = false }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'entity', id }, { cascade }),
  }),
});

const nameOf = (view: CaseView, id: string): string => view.get('entity', id)?.name ?? id;

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
