import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id, Line } from '../model/common.ts';
import { WorkingTextRef } from '../model/document.ts';
import { Proposal, Reading } from '../model/reading.ts';
import { regionId, regionRange } from '../model/region.ts';
import { regionsOf } from '../queries/regions-of.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
import { change, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';
import { needApart } from './region.ts';

/**
 * Gives a document another working text of the same original, read in another way (encoding, columns).
 * Refused while a highlight stands on the text that is there: its words would be others.
 */
export const documentReread = operation({
  name: 'document.reread',
  schema: z.strictObject({
    id: Id,
    /** The new text, stored already under its hash. */
    text: WorkingTextRef,
    reading: Reading.exactOptional(),
    proposals: z.array(Proposal).exactOptional(),
    regions: z.array(z.strictObject(regionRange)).exactOptional(),
    title: Line.exactOptional(),
  }),
  label: ({ id }, view) => words('history.document.reread', { title: titleOf(view, id) }),
  run(view, { id, regions = [], ...patch }, ports) {
    const before = need(view, 'document', id);
    const [mark] = view.highlightsOf(id);
    if (mark) {
      const details = { id, by: [{ kind: 'highlight', id: mark.id }] };
      throw new AppError('in-use', say('operations.textInUse', { title: before.title }), details);
    }
    needApart(regions, patch.text.length);
    const cleared = { reading: null, proposals: null, ...patch };
    const after = revise(ports, 'document', before, cleared);
    const old = regionsOf(view, id);
    const first = 1 + Math.max(-1, ...old.map((one) => Number(/~(\d+)$/.exec(one.id)?.[1] ?? -1)));
    const found = regions.map((range, index) => {
      const fields = { ...range, document: id, origin: 'program' as const };
      return make(view, ports, 'region', regionId(id, first + index), fields);
    });
    return {
      id,
      changes: [
        change('document', before, after),
        ...old.map((one) => change('region', one, null)),
        ...found.map((one) => change('region', null, one)),
      ],
    };
  },
});

/** Records that a copy of a document's original left the case: part of its chain of custody. */
export const documentCopied = operation({
  name: 'document.copied',
  schema: z.strictObject({
    id: Id,
    /** Name of the file that was written, without folders. */
    name: Line,
  }),
  label: ({ id, name }, view) =>
    words('history.document.copied', { title: titleOf(view, id), name }),
  run(view, { id, name }, ports) {
    const before = need(view, 'document', id);
    const copy = { at: ports.now(), by: ports.author, name };
    const copies = [...(before.copies ?? []), copy];
    const after = revise(ports, 'document', before, { copies });
    return { id, changes: [change('document', before, after)] };
  },
});

const titleOf = (view: CaseView, id: string): string => view.get('document', id)?.title ?? id;
