import type { Translation } from '#data/model/highlight.ts';
import { words } from '#data/words/say.ts';
import {
  excerpt,
  assign,
  oneLine,
  type Marking,
  type NewId,
  type Plan,
  type Target,
  type TranslationGiven,
} from './plans.ts';

/** What the form for an event gives. */
export interface EventWords {
  type: string;
  title: string;
  date: string;
}

/** What the form for a claim gives. `by` is an actor's id or a plain name; empty when nobody is named. */
export interface ClaimWords {
  text: string;
  by: string;
}

/** A highlight to stand on: the one that is there, or a new one with nothing on it. */
export function evidence(target: Target, newId: NewId): Marking {
  const known = target.mark?.id ?? target.highlight;
  return known === undefined ? assign(target, {}, newId) : { steps: [], highlight: known };
}

/** An event that these words carry. */
export function eventPlan(
  target: Target,
  { type, title, date }: EventWords,
  participants: readonly string[],
  newId: NewId,
): Plan {
  const { steps, highlight } = evidence(target, newId);
  const id = newId();
  const input = {
    id,
    type: oneLine(type),
    ...(title.trim() ? { title: oneLine(title) } : {}),
    ...(date.trim() ? { date: date.trim() } : {}),
    participants: participants.map((entity) => ({ entity })),
    evidence: [highlight],
  };
  const label = words('history.event.add', { name: excerpt(title.trim() || type) });
  const shows = { kind: 'event' as const, id };
  return { label, steps: [...steps, { op: 'event.add', input }], highlight, shows };
}

/** A claim that these words carry. */
export function claimPlan(target: Target, { text, by }: ClaimWords, newId: NewId): Plan {
  const { steps, highlight } = evidence(target, newId);
  const id = newId();
  const input = {
    id,
    text: text.trim(),
    ...(by.trim() ? { attribution: oneLine(by) } : {}),
    evidence: [highlight],
  };
  const label = words('history.claim.add', { text: excerpt(text) });
  const shows = { kind: 'claim' as const, id };
  return { label, steps: [...steps, { op: 'claim.add', input }], highlight, shows };
}

/** What the form for a translation gives, as it was typed; `machine` is empty unless a program made it. */
export type TranslationFields = Readonly<Record<'text' | 'language' | 'by' | 'machine', string>>;

/** What these words say in another language; an empty text takes the translation off. */
export function translationPlan(target: Target, fields: TranslationFields, newId: NewId): Plan {
  return {
    ...assign(target, { translation: givenIn(fields) }, newId),
    label: words('history.highlight.translate', { quote: excerpt(target.quote) }),
  };
}

function givenIn({ text, language, by, machine }: TranslationFields): TranslationGiven | null {
  if (text.trim() === '') return null;
  return {
    text: text.trim(),
    ...(language !== '' && { language }),
    ...(by.trim() && { by: oneLine(by) }),
    ...(machine !== '' && { machine: true }),
  };
}

/** A translation as the form for it begins: that of the words, or an empty one in a language. */
export function translationFields(
  translation: Translation | undefined,
  language: string,
): TranslationFields {
  if (!translation) return { text: '', language, by: '', machine: '' };
  const { text, by, machine } = translation;
  return { text, language: translation.language ?? '', by, machine: machine ? 'yes' : '' };
}

/** A note on these words; an empty one takes the note off. */
export function notePlan(target: Target, text: string, newId: NewId): Plan {
  return {
    ...assign(target, { note: text.trim() }, newId),
    label: words('history.highlight.note', { quote: excerpt(target.quote) }),
  };
}
