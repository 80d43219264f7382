import type { Attribution } from '../../../model/claim.ts';
import type { RelationStatus } from '../../../model/relation.ts';
import { edtfWords } from '../../../queries/edtf-words.ts';
import { say } from '../../../words/say.ts';
import { data, link, text, type Inline } from '../blocks.ts';
import { phrase, slot } from '../phrase.ts';
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
  return status === 'asserted' ? [] : [text(' '), text(say(`report.${status}`), 'label')];
}

/** Who says it, and on whose word: “A, on the word of B”. */
export function voices(context: ReportContext, attribution: Attribution): Inline[] {
  const { entity, name = say('report.unnamed'), via } = attribution;
  const speaker = [entity === undefined ? data(name) : actor(context, entity)];
  if (!via) return speaker;
  const sentence = say('report.onTheWordOf', { speaker: slot(0), other: slot(1) });
  return [...phrase(sentence, speaker, voices(context, via))];
}
