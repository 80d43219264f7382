import { z } from 'zod';
import { Id, Line, Marking, Name, Prose } from '../model/common.ts';
import { Custody, documentFields, ReadingState, WorkingTextRef } from '../model/document.ts';
import { Proposal, Reading } from '../model/reading.ts';
import { DateInput } from '../model/edtf.ts';
import { regionId, regionRange } from '../model/region.ts';
import { words } from '../words/say.ts';
import type { CaseView } from '../state/case-view.ts';
import { change, clearable, make, need, revise } from './edit.ts';
import { leftOf } from './proposal.ts';
import { operation } from './operation.ts';
import { needApart } from './region.ts';
import { removal } from './remove.ts';

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
    reading: Reading.exactOptional(),
    proposals: z.array(Proposal).exactOptional(),
    /** The document that it came with: the message of an attachment. */
    attachedTo: Id.exactOptional(),
    /** What the program found to be no part of the text proper. */
    regions: z.array(z.strictObject(regionRange)).exactOptional(),
  }),
  label: ({ title }) => words('history.document.add', { title }),
  run(view, { id, marking, regions = [], ...fields }, ports) {
    const marked = marking ?? need(view, 'case', 'case').marking;
    if (fields.attachedTo !== undefined) need(view, 'document', fields.attachedTo);
    const document = make(view, ports, 'document', id, {
      ...fields,
      ...(marked === undefined ? {} : { marking: marked }),
      state: 'unread',
    });
    needApart(regions, document.text.length);
    const found = regions.map((range, index) => {
      const fields = { ...range, document: document.id, origin: 'program' as const };
      return make(view, ports, 'region', regionId(document.id, index), fields);
    });
    return {
      id: document.id,
      changes: [
        change('document', null, document),
        ...found.map((region) => change('region', null, region)),
      ],
    };
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
    place: clearable(Line),
    published: clearable(DateInput),
    language: clearable(Line),
    url: clearable(Line),
    note: clearable(Prose),
    marking: clearable(Marking),
    state: ReadingState.exactOptional(),
  }),
  label: (input, view) => words('history.document.update', { title: titleOf(view, input.id) }),
  run(view, input, ports) {
    const before = need(view, 'document', input.id);
    const proposals = leftOf(before, ({ field }) => input[field] === undefined);
    const after = revise(ports, 'document', before, { ...input, ...proposals });
    return { id: input.id, changes: [change('document', before, after)] };
  },
});

/** Takes a document with its highlights out of the case; refused while a highlight carries evidence. */
export const documentRemove = operation({
  name: 'document.remove',
  schema: z.strictObject({ id: Id }),
  label: ({ id }, view) => words('history.document.remove', { title: titleOf(view, id) }),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'document', id }),
  }),
});

const titleOf = (view: CaseView, id: string): string => view.get('document', id)?.title ?? id;
