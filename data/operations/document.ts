import { z } from 'zod';
import { Id, Line, Marking, Name, Prose } from '../model/common.ts';
import { Custody, documentFields, ReadingState, WorkingTextRef } from '../model/document.ts';
import { DateInput } from '../model/edtf.ts';
import type { Change } from '../model/records.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { withoutProvenance } from './highlight.ts';
import { needUnused } from './need-unused.ts';
import { operation } from './operation.ts';
import { carriedBy } from './references.ts';

/**
 * Takes an imported document into the case. The original bytes and the working text are already
 * stored under their hashes when this operation runs; it makes them part of the case.
 */
export const documentAdd = operation({
  name: 'document.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    ...documentFields,
    title: Name,
    published: DateInput.exactOptional(),
    marking: Marking.exactOptional(),
    source: Custody,
    text: WorkingTextRef,
  }),
  label: ({ title }) => `Import “${title}”`,
  run(view, { id, marking, ...fields }, ports) {
    const marked = marking ?? need(view, 'case', 'case').marking;
    const document = make(view, ports, 'document', id, {
      ...fields,
      ...(marked === undefined ? {} : { marking: marked }),
      state: 'unread',
    });
    return { id: document.id, changes: [change('document', null, document)] };
  },
});

/** Changes what is known about a document; its text and its original stay as they are. */
export const documentUpdate = operation({
  name: 'document.update',
  schema: z.strictObject({
    id: Id,
    title: Name.exactOptional(),
    publisher: clearable(Line),
    author: clearable(Line),
    published: clearable(DateInput),
    language: clearable(Line),
    url: clearable(Line),
    note: clearable(Prose),
    marking: clearable(Marking),
    state: ReadingState.exactOptional(),
  }),
  label: (input, view) => `Change document “${view.get('document', input.id)?.title ?? input.id}”`,
  run(view, input, ports) {
    const before = need(view, 'document', input.id);
    const after = revise(ports, 'document', before, input);
    return { id: input.id, changes: [change('document', before, after)] };
  },
});

/** Takes a document with its highlights out of the case; refused while a highlight carries evidence. */
export const documentRemove = operation({
  name: 'document.remove',
  schema: z.strictObject({ id: Id }),
  label: ({ id }, view) => `Remove document “${view.get('document', id)?.title ?? id}”`,
  run(view, { id }, ports) {
    const document = need(view, 'document', id);
    const marks = [...view.highlightsOf(id)];
    needUnused(
      view,
      'document',
      id,
      marks.flatMap((mark) => carriedBy(view, mark.id)),
    );
    const changes: Change[] = withoutProvenance(view, ports, new Set(marks.map((one) => one.id)));
    for (const mark of marks) changes.push(change('highlight', mark, null));
    return { id, changes: [...changes, change('document', document, null)] };
  },
});
