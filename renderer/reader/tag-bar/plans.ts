import { otherName } from '#data/queries/also-called.ts';
import { fold } from '#data/text/fold.ts';
import type { Span } from '#data/text/finder.ts';
import type { Entity } from '#data/model/entity.ts';
import type { Area, Highlight } from '#data/model/highlight.ts';
import type { Request } from '#data/operations/engine.ts';
import { words, type Words } from '#data/words/say.ts';

/** Words that are going to be marked; `mark` is the highlight that covers exactly them, if one does. */
export interface Target extends Span {
  document: string;
  quote: string;
  mark?: Highlight;
  /** A rectangle on a page, with its caption where it has no words. */
  area?: Area;
  caption?: string;
  /** Id of the highlight that stands for it by the time that it is evidence, where none does now. */
  highlight?: string;
}

/** What a highlight can be given. */
export interface Assignment {
  tag?: string;
  entity?: string;
  note?: string;
  /** What the words say in another language; null takes it off. */
  translation?: TranslationGiven | null;
}

/** A translation as the analyst gives it; without `by` it is the analyst's own. */
export interface TranslationGiven {
  text: string;
  language?: string;
  by?: string;
  machine?: true;
}

/** Requests that make a highlight, and its id. */
export interface Marking {
  steps: Request[];
  highlight: string;
}

/** A marking with the words under which the history keeps it. */
export interface Plan extends Marking {
  label: Words;
  /** The record that is made, when it and not the highlight is what the analyst wants to see. */
  shows?: { kind: 'event' | 'claim' | 'relation'; id: string };
}

/** Makes ids for records that are made together and refer to each other. */
export type NewId = () => string;

/**
 * Gives something to words: to the highlight that is there, or to a new one. An actor never replaces
 * another: two actors in the same words are two highlights.
 */
export function assign(target: Target, assignment: Assignment, newId: NewId): Marking {
  const { mark } = target;
  const isOther =
    assignment.entity !== undefined &&
    mark !== undefined &&
    mark.entities.length > 0 &&
    !mark.entities.includes(assignment.entity);
  if (mark && !isOther) return assignMore(mark, assignment);
  const id = newId();
  const { tag, translation, ...rest } = assignment;
  const { document, start, end, area, caption } = target;
  const input = {
    id,
    document,
    start,
    end,
    ...(area && { area }),
    ...(caption !== undefined && { caption }),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(translation && { translation }),
    ...rest,
  };
  return { steps: [{ op: 'highlight.add', input }], highlight: id };
}

function assignMore(mark: Highlight, assignment: Assignment): Marking {
  const { tag, entity, note, translation } = assignment;
  const isTakenOff = translation === null && mark.translation === undefined;
  const change = {
    ...(tag !== undefined && !mark.tags.includes(tag) ? { tags: [...mark.tags, tag] } : {}),
    ...(entity !== undefined && !mark.entities.includes(entity) ? { entity } : {}),
    ...(note !== undefined && mark.note !== note ? { note: note === '' ? null : note } : {}),
    ...(translation !== undefined && !isTakenOff && { translation }),
  };
  const steps = Object.keys(change).length
    ? [{ op: 'highlight.update', input: { id: mark.id, ...change } }]
    : [];
  return { steps, highlight: mark.id };
}

/** A new actor, named by the words or by what was typed; then the words are another name with its proof. */
export function assignNewEntity(
  target: Target,
  type: { id: string; name: string },
  name: string,
  newId: NewId,
): Plan & { entity: string } {
  const entity = newId();
  const { steps, highlight } = assign(target, { entity }, newId);
  const line = oneLine(name);
  const also = otherName([fold(line)], target.quote);
  const add = { op: 'entity.add', input: { id: entity, type: type.id, name: line } };
  const made: Request[] = [add, ...steps];
  if (also !== undefined) {
    const aliases = [{ name: also, evidence: highlight }];
    made.push({ op: 'entity.update', input: { id: entity, aliases } });
  }
  const about = { quote: excerpt(target.quote), type: type.name, name: line };
  const label = words('history.highlight.newEntity', about);
  return { label, steps: made, highlight, entity };
}

/** Adds words that name an actor to its other names, with their proof. */
export function callAlso(entity: Entity, name: string, highlight: string): Request {
  const aliases = [...entity.aliases, { name, evidence: highlight }];
  return { op: 'entity.update', input: { id: entity.id, aliases } };
}

/** A new tag at the top of the codebook, given to the words. */
export function assignNewTag(target: Target, name: string, newId: NewId): Plan & { tag: string } {
  const tag = newId();
  const { steps, highlight } = assign(target, { tag }, newId);
  const add = { op: 'tag.add', input: { id: tag, name: oneLine(name) } };
  const about = { quote: excerpt(target.quote), name: oneLine(name) };
  const label = words('history.highlight.newTag', about);
  return { label, steps: [add, ...steps], highlight, tag };
}

/** Gives the same to many targets, which may be in several documents. */
export function assignAll(
  targets: readonly Target[],
  assignment: Assignment,
  newId: NewId,
): Request[] {
  return targets.flatMap((target) => assign(target, assignment, newId).steps);
}

/** Words of a text as a name: one line, no more than a name may have. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}

/** A few words of a quote, for labels of the history. */
export function excerpt(text: string): string {
  const line = oneLine(text);
  return line.length > 48 ? `${line.slice(0, 47)}…` : line;
}
