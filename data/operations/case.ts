import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Name, Marking, Prose } from '../model/common.ts';
import { Codebook } from '../model/codebook.ts';
import type { Kind } from '../model/records.ts';
import { OverlayView } from '../state/overlay-view.ts';
import { say, words } from '../words/say.ts';
import { change, clearable, make, need, revise, type Fields } from './edit.ts';
import { operation } from './operation.ts';

/**
 * The first operation of every case: its title and the codebook it starts with, in which a tag
 * stands after its parent. Throws `duplicate-id` and `unknown-id` for faults of the codebook.
 */
export const caseCreate = operation({
  name: 'case.create',
  schema: z.strictObject({
    uid: z.string().min(1).max(64),
    title: Name,
    marking: Marking.exactOptional(),
    codebook: Codebook,
  }),
  label: ({ title }) => words('history.case.create', { title }),
  run(view, { uid, title, marking, codebook }, ports) {
    if (view.get('case', 'case')) {
      throw new AppError('case-exists', say('operations.caseExists'));
    }
    const next = new OverlayView(view);
    const add = <K extends Kind>(kind: K, id: string, fields: Fields<K>) => {
      next.add([change(kind, null, make(next, ports, kind, id, fields))]);
    };
    add('case', 'case', {
      uid,
      title,
      ...(marking === undefined ? {} : { marking }),
      codebook: codebook.name,
    });
    for (const { id, ...fields } of codebook.entityTypes) add('entityType', id, fields);
    for (const { id, ...fields } of codebook.relationTypes) add('relationType', id, fields);
    for (const { id, ...fields } of codebook.tags) {
      if (fields.parent !== undefined) need(next, 'tag', fields.parent);
      add('tag', id, fields);
    }
    return { id: 'case', changes: next.changes() };
  },
});

/** Title, summary and marking of the case. */
export const caseUpdate = operation({
  name: 'case.update',
  schema: z.strictObject({
    title: Name.exactOptional(),
    summary: clearable(Prose),
    marking: clearable(Marking),
  }),
  label: () => words('history.case.update'),
  run(view, input, ports) {
    const before = need(view, 'case', 'case');
    return { id: 'case', changes: [change('case', before, revise(ports, 'case', before, input))] };
  },
});
