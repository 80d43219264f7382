import { z } from 'zod';
import { Id, Name, Prose } from '../model/common.ts';
import { reportFields } from '../model/report.ts';
import { words } from '../words/say.ts';
import type { CaseView } from '../state/case-view.ts';
import { change, clearable, make, need, RemoveInput, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** Starts a report. */
export const reportAdd = operation({
  name: 'report.add',
  schema: z.strictObject({ id: Id.exactOptional(), ...reportFields }),
  label: ({ title }) => words('history.report.add', { title }),
  run(view, { id, ...fields }, ports) {
    const report = make(view, ports, 'report', id, fields);
    return { id: report.id, changes: [change('report', null, report)] };
  },
});

/** Changes a report's words or its choice of sections. */
export const reportUpdate = operation({
  name: 'report.update',
  schema: z.strictObject({
    id: Id,
    title: Name.exactOptional(),
    summary: clearable(Prose),
    sections: clearable(z.array(Id)),
  }),
  label: ({ id }, view) => words('history.report.update', { title: titleOf(view, id) }),
  run(view, input, ports) {
    const before = need(view, 'report', input.id);
    const after = revise(ports, 'report', before, input);
    return { id: input.id, changes: [change('report', before, after)] };
  },
});

/** Removes a report; what was exported from it stays where it was saved. */
export const reportRemove = operation({
  name: 'report.remove',
  schema: RemoveInput,
  label: ({ id }, view) => words('history.report.remove', { title: titleOf(view, id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'report', id }),
  }),
});

const titleOf = (view: CaseView, id: string): string => view.get('report', id)?.title ?? id;
