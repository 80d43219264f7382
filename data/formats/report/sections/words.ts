import type { Attribution, Credibility } from '../../../model/claim.ts';
import type { RelationStatus } from '../../../model/relation.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { data, link, text, type Inline } from '../blocks.ts';
import type { ReportContext } from '../context.ts';

/** An actor's name, leading to its profile where the report has one. */
export function actor({ view }: ReportContext, id: string): Inline {
  return link(`actor-${id}`, view.get('entity', id)?.name ?? id);
}

/** The period of a relation in words, set aside; nothing when there is none. */
export function when(edtf: string | undefined): Inline[] {
  return edtf === undefined ? [] : [text(', '), text(edtfWords(edtf, 'state'), 'quiet')];
}

/** A label for every status but the ordinary one. */
export function statusLabel(status: RelationStatus): Inline[] {
  return status === 'asserted' ? [] : [text(' '), text(status, 'label')];
}

/** Credibility of information in the words of the trade; 6 is unknown, not worst. */
export const credibilityWords: Readonly<Record<Credibility, string>> = {
  '1': '1 – confirmed by other independent sources',
  '2': '2 – probably true',
  '3': '3 – possibly true',
  '4': '4 – doubtful',
  '5': '5 – improbable',
  '6': '6 – truth cannot be judged',
};

/** Who says it, and on whose word: “A, on the word of B”. */
export function voices(context: ReportContext, attribution: Attribution): Inline[] {
  const parts: Inline[] = [];
  for (let step: Attribution | undefined = attribution; step; step = step.via) {
    if (parts.length) parts.push(text(', on the word of '));
    parts.push(
      step.entity === undefined ? data(step.name ?? 'unnamed') : actor(context, step.entity),
    );
  }
  return parts;
}

/** “1 actor”, “2 actors”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** “once”, “2 times”. */
export const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
