import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id } from '../model/common.ts';
import { RegionId, RegionKind, regionRange } from '../model/region.ts';
import { regionsOf } from '../queries/regions-of.ts';
import type { CaseView } from '../state/case-view.ts';
import type { Span } from '../text/finder.ts';
import { say, words } from '../words/say.ts';
import { change, make, need, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';

/** Folds a stretch of a document away, as what it is. */
export const regionAdd = operation({
  name: 'region.add',
  schema: z.strictObject({ id: Id.exactOptional(), document: Id, ...regionRange }),
  label: ({ kind, document }, view) =>
    words('history.region.add', { kind: choice(kind), title: titleOf(view, document) }),
  run(view, { id, ...fields }, ports) {
    const { text } = need(view, 'document', fields.document);
    needApart([...regionsOf(view, fields.document), fields], text.length);
    const region = make(view, ports, 'region', id, { ...fields, origin: 'analyst' });
    return { id: region.id, changes: [change('region', null, region)] };
  },
});

/** Moves a boundary of a region, or says what it is; it is the analyst's from then on. */
export const regionUpdate = operation({
  name: 'region.update',
  schema: z.strictObject({
    id: RegionId,
    start: regionRange.start.exactOptional(),
    end: regionRange.end.exactOptional(),
    kind: RegionKind.exactOptional(),
  }),
  label: ({ id }, view) => words('history.region.update', described(view, id)),
  run(view, input, ports) {
    const before = need(view, 'region', input.id);
    const after = revise(ports, 'region', before, { ...input, origin: 'analyst' });
    const others = regionsOf(view, before.document).filter(({ id }) => id !== before.id);
    needApart([...others, after], need(view, 'document', before.document).text.length);
    return { id: input.id, changes: [change('region', before, after)] };
  },
});

/** Brings a stretch of a document back into its text. */
export const regionRemove = operation({
  name: 'region.remove',
  schema: z.strictObject({ id: RegionId }),
  label: ({ id }, view) => words('history.region.remove', described(view, id)),
  run: (view, { id }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'region', id }),
  }),
});

/** Throws `outside-text` and `invalid-input` unless ranges are pieces of a text that do not overlap. */
export function needApart(regions: readonly Span[], length: number): void {
  const sorted = [...regions].sort((one, other) => one.start - other.start);
  let last = 0;
  for (const { start, end } of sorted) {
    if (start >= end || end > length) {
      throw new AppError('outside-text', say('operations.noTextThere', { start, end, length }), {
        start,
        end,
        length,
      });
    }
    if (start < last) {
      throw new AppError('invalid-input', say('operations.regionsOverlap', { start, end, last }), {
        start,
        end,
        until: last,
      });
    }
    last = end;
  }
}

/** A kind as the messages have it. */
const choice = (kind: string): string => kind.replaceAll('-', '_');

const titleOf = (view: CaseView, document: string): string =>
  view.get('document', document)?.title ?? document;

function described(view: CaseView, id: string): { kind: string; title: string } {
  const region = view.get('region', id);
  return { kind: choice(region?.kind ?? 'region'), title: titleOf(view, region?.document ?? id) };
}
