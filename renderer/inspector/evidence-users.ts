import { usersOf } from '#data/queries/users-of.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { PickOption } from './pick-options.ts';

/** A relation, event or claim in a list. */
export interface Assertion {
  kind: 'relation' | 'event' | 'claim';
  id: string;
  words: string;
}

/** Relations, events and claims that stand on a highlight. */
export function assertionsOn(model: CaseModel, highlight: string): Assertion[] {
  const on = <K extends Assertion['kind']>(kind: K) => usersOf(model, kind, 'highlight', highlight);
  return [
    ...on('relation').map((one) => ({
      kind: 'relation' as const,
      id: one.id,
      words: relationWords(model, one),
    })),
    ...on('event').map(({ id, title, type }) => ({
      kind: 'event' as const,
      id,
      words: title ?? type,
    })),
    ...on('claim').map(({ id, text }) => ({ kind: 'claim' as const, id, words: text })),
  ];
}

/** Relations, events and claims but one, to pick from. */
export function evidenceUserOptions(model: CaseModel, without: string): PickOption[] {
  return [
    ...[...model.table('relation').values()].map((one) => ({
      id: one.id,
      label: relationWords(model, one),
      about: say('inspector.relation'),
    })),
    ...[...model.table('event').values()].map(({ id, title, type }) => ({
      id,
      label: title ?? type,
      about: say('inspector.event'),
    })),
    ...[...model.table('claim').values()].map(({ id, text }) => ({
      id,
      label: text,
      about: say('inspector.claim'),
    })),
  ].filter(({ id }) => id !== without);
}

/** A relation as a sentence: “China member of SCO”. */
export function relationWords(
  model: CaseModel,
  { from, type, to }: { from: string; type: string; to: string },
): string {
  const name = (id: string) => model.table('entity').get(id)?.name ?? id;
  return `${name(from)} ${model.table('relationType').get(type)?.name ?? type} ${name(to)}`;
}

/** What goes or changes with an actor that is removed, in words; empty when nothing does. */
export function goesWith(model: CaseModel, entity: string): string {
  const relations = usersOf(model, 'relation', 'entity', entity).length;
  const claims = usersOf(model, 'claim', 'entity', entity).length;
  const [first = '', second] = [counted('relation', relations), counted('claim', claims)].filter(
    Boolean,
  );
  return second === undefined ? first : say('inspector.two', { first, second });
}

/** What stands on a highlight, counted in words; empty when nothing does. */
export function standsOn(model: CaseModel, highlight: string): string {
  const users = assertionsOn(model, highlight);
  const number = (kind: Assertion['kind']) => users.filter((one) => one.kind === kind).length;
  return [
    counted('relation', number('relation')),
    counted('event', number('event')),
    counted('claim', number('claim')),
  ]
    .filter(Boolean)
    .join(', ');
}

const counted = (kind: Assertion['kind'], n: number): string =>
  n === 0 ? '' : say(`inspector.${kind}s-count`, { n });
