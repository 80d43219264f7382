import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { CaseDocument } from '../model/document.ts';
import { openQuestions, proposalFields, type Proposal } from '../model/reading.ts';
import { words } from '../words/say.ts';
import { change, need, revise } from './edit.ts';
import { operation } from './operation.ts';

const input = z.strictObject({
  id: Id,
  /** Those that are meant; absent: all. */
  fields: z.array(z.enum(proposalFields)).exactOptional(),
});

/** The proposals of a document that stay, as a patch: none when there were none. */
export function leftOf(
  { proposals }: CaseDocument,
  stays: (proposal: Proposal) => boolean,
): { proposals?: Proposal[] | null } {
  if (!proposals) return {};
  const rest = proposals.filter(stays);
  return { proposals: rest.length > 0 ? rest : null };
}

/** Takes over what was proposed about a document: of several values of one field the first. */
export const documentAccept = operation({
  name: 'document.accept',
  schema: input,
  label: ({ id }, view) => words('history.document.accept', { title: titleOf(view, id) }),
  run(view, { id, fields }, ports) {
    const before = need(view, 'document', id);
    const isMeant = ({ field }: Proposal): boolean => fields?.includes(field) ?? true;
    const taken: Partial<Record<Proposal['field'], string>> = {};
    for (const one of before.proposals ?? []) if (isMeant(one)) taken[one.field] ??= one.value;
    const left = leftOf(before, (one) => !isMeant(one));
    const after = revise(ports, 'document', before, { ...taken, ...left });
    return { id, changes: [change('document', before, after)] };
  },
});

/** Drops what was proposed about a document. */
export const documentRefuse = operation({
  name: 'document.refuse',
  schema: input,
  label: ({ id }, view) => words('history.document.refuse', { title: titleOf(view, id) }),
  run(view, { id, fields }, ports) {
    const before = need(view, 'document', id);
    const left = leftOf(before, ({ field }) => fields !== undefined && !fields.includes(field));
    const after = revise(ports, 'document', before, left);
    return { id, changes: [change('document', before, after)] };
  },
});

/** Says of something that the reading of a document left open that it is right as it is. */
export const documentSettle = operation({
  name: 'document.settle',
  schema: z.strictObject({ id: Id, questions: z.array(z.enum(openQuestions)).min(1) }),
  label: ({ id }, view) => words('history.document.settle', { title: titleOf(view, id) }),
  run(view, { id, questions }, ports) {
    const before = need(view, 'document', id);
    const settled = [...new Set([...(before.reading?.settled ?? []), ...questions])];
    const after = revise(ports, 'document', before, { reading: { ...before.reading, settled } });
    return { id, changes: [change('document', before, after)] };
  },
});

const titleOf = (
  view: { get(kind: 'document', id: string): CaseDocument | undefined },
  id: string,
): string => view.get('document', id)?.title ?? id;
