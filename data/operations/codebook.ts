import { z } from 'zod';
import { AppError } from '../errors.ts';
import { entityTypeFields, Key, relationTypeFields, tagFields } from '../model/codebook.ts';
import { Colour, Id, Line, Name, Prose } from '../model/common.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { change, clearable, make, need, RemoveInput, revise } from './edit.ts';
import { needFreeKey, needFreeName } from './need-free.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** Adds a label to the codebook tree. */
export const tagAdd = operation({
  name: 'tag.add',
  schema: z.strictObject({ id: Id.exactOptional(), ...tagFields, name: Name }),
  label: ({ name }) => words('history.tag.add', { name }),
  run(view, { id, ...fields }, ports) {
    if (fields.parent !== undefined) need(view, 'tag', fields.parent);
    needFreeName(view, 'tag', fields);
    needFreeKey(view, 'tag', fields);
    const tag = make(view, ports, 'tag', id, fields);
    return { id: tag.id, changes: [change('tag', null, tag)] };
  },
});

/** Renames, recolours or moves a tag; a tag cannot become its own ancestor. */
export const tagUpdate = operation({
  name: 'tag.update',
  schema: z.strictObject({
    id: Id,
    name: Name.exactOptional(),
    parent: clearable(Id),
    colour: clearable(Colour),
    key: clearable(Key),
    description: clearable(Prose),
  }),
  label: (input, view) => words('history.tag.update', { name: nameOf(view, 'tag', input.id) }),
  run(view, input, ports) {
    const before = need(view, 'tag', input.id);
    if (input.parent) needNoCycle(view, input.id, input.parent);
    const { name = before.name, parent = before.parent ?? null } = input;
    if (name !== before.name || parent !== (before.parent ?? null)) {
      needFreeName(view, 'tag', { id: input.id, name, ...(parent === null ? {} : { parent }) });
    }
    needFreeKey(view, 'tag', input);
    return { id: input.id, changes: [change('tag', before, revise(ports, 'tag', before, input))] };
  },
});

/** Takes a tag out of the codebook and off every highlight; refused while it has children. */
export const tagRemove = operation({
  name: 'tag.remove',
  schema: RemoveInput,
  label: ({ id }, view) => words('history.tag.remove', { name: nameOf(view, 'tag', id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'tag', id }),
  }),
});

/** Adds a kind of actor. */
export const entityTypeAdd = operation({
  name: 'entityType.add',
  schema: z.strictObject({ id: Id.exactOptional(), ...entityTypeFields, name: Name }),
  label: ({ name }) => words('history.entityType.add', { name }),
  run(view, { id, ...fields }, ports) {
    needFreeName(view, 'entityType', fields);
    needFreeKey(view, 'entityType', fields);
    const type = make(view, ports, 'entityType', id, fields);
    return { id: type.id, changes: [change('entityType', null, type)] };
  },
});

/** Changes the name or the look of a kind of actor. */
export const entityTypeUpdate = operation({
  name: 'entityType.update',
  schema: z.strictObject({
    id: Id,
    name: Name.exactOptional(),
    plural: clearable(Line),
    shape: Line.exactOptional(),
    colour: Colour.exactOptional(),
    colourDark: clearable(Colour),
    icon: clearable(Line),
    key: clearable(Key),
  }),
  label: (input, view) =>
    words('history.entityType.update', { name: nameOf(view, 'entityType', input.id) }),
  run(view, input, ports) {
    const before = need(view, 'entityType', input.id);
    const { id, name = before.name } = input;
    if (name !== before.name) needFreeName(view, 'entityType', { id, name });
    needFreeKey(view, 'entityType', input);
    const after = revise(ports, 'entityType', before, input);
    return { id: input.id, changes: [change('entityType', before, after)] };
  },
});

/** Removes a kind of actor that no actor has. */
export const entityTypeRemove = operation({
  name: 'entityType.remove',
  schema: RemoveInput,
  label: ({ id }, view) =>
    words('history.entityType.remove', { name: nameOf(view, 'entityType', id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'entityType', id }),
  }),
});

/** Adds a kind of link. */
export const relationTypeAdd = operation({
  name: 'relationType.add',
  schema: z.strictObject({ id: Id.exactOptional(), ...relationTypeFields, name: Name }),
  label: ({ name }) => words('history.relationType.add', { name }),
  run(view, { id, ...fields }, ports) {
    needFreeName(view, 'relationType', fields);
    const type = make(view, ports, 'relationType', id, fields);
    return { id: type.id, changes: [change('relationType', null, type)] };
  },
});

/** Changes the words or the look of a kind of link. */
export const relationTypeUpdate = operation({
  name: 'relationType.update',
  schema: z.strictObject({
    id: Id,
    name: Name.exactOptional(),
    inverse: clearable(Line),
    directed: z.boolean().exactOptional(),
    fromTypes: clearable(z.array(Id)),
    toTypes: clearable(z.array(Id)),
    colour: Colour.exactOptional(),
    colourDark: clearable(Colour),
  }),
  label: (input, view) =>
    words('history.relationType.update', { name: nameOf(view, 'relationType', input.id) }),
  run(view, input, ports) {
    const before = need(view, 'relationType', input.id);
    const { id, name = before.name } = input;
    if (name !== before.name) needFreeName(view, 'relationType', { id, name });
    const after = revise(ports, 'relationType', before, input);
    return { id: input.id, changes: [change('relationType', before, after)] };
  },
});

/** Removes a kind of link that no relation has. */
export const relationTypeRemove = operation({
  name: 'relationType.remove',
  schema: RemoveInput,
  label: ({ id }, view) =>
    words('history.relationType.remove', { name: nameOf(view, 'relationType', id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'relationType', id }),
  }),
});

const nameOf = (view: CaseView, kind: 'tag' | 'entityType' | 'relationType', id: string): string =>
  view.get(kind, id)?.name ?? id;

/** Throws `invalid-input` when `parent` is the tag itself or stands below it. */
function needNoCycle(view: CaseView, id: string, parent: string): void {
  for (let step: string | undefined = parent; step; step = need(view, 'tag', step).parent) {
    if (step === id) {
      throw new AppError('invalid-input', say('operations.tagBelowItself'), {
        id,
        parent,
      });
    }
  }
}
