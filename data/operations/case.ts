import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Line, Marking, Prose } from '../model/common.ts';
import { Codebook } from '../model/codebook.ts';
import type { Change } from '../model/records.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';

/** The first operation of every case: its title and the codebook it starts with. */
export const caseCreate = operation({
  name: 'case.create',
  schema: z.strictObject({
    uid: z.string().min(1).max(64),
    title: Line,
    marking: Marking.default('CLEAR'),
    codebook: Codebook,
  }),
  label: ({ title }) => `Create case “${title}”`,
  run(view, { uid, title, marking, codebook }, ports) {
    if (view.get('case', 'case')) {
      throw new AppError('case-exists', 'This case has been created already. Nothing was changed.');
    }
    const header = make(view, ports, 'case', 'case', {
      uid,
      title,
      marking,
      codebook: codebook.name,
    });
    const changes: Change[] = [change('case', null, header)];
    for (const { id, ...fields } of codebook.entityTypes) {
      changes.push(change('entityType', null, make(view, ports, 'entityType', id, fields)));
    }
    for (const { id, ...fields } of codebook.relationTypes) {
      changes.push(change('relationType', null, make(view, ports, 'relationType', id, fields)));
    }
    for (const { id, ...fields } of codebook.tags) {
      changes.push(change('tag', null, make(view, ports, 'tag', id, fields)));
    }
    return { id: 'case', changes };
  },
});

/** Title, summary and marking of the case. */
export const caseUpdate = operation({
  name: 'case.update',
  schema: z.strictObject({
    title: Line.exactOptional(),
    summary: clearable(Prose),
    marking: Marking.exactOptional(),
  }),
  label: () => 'Change the case',
  run(view, input, ports) {
    const before = need(view, 'case', 'case');
    return { id: 'case', changes: [change('case', before, revise(ports, 'case', before, input))] };
  },
});
