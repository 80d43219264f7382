import type { RelationType } from '#data/model/codebook.ts';
import type { Relation } from '#data/model/relation.ts';
import type { Request } from '#data/operations/engine.ts';
import { directionOf } from '#data/queries/relation-ends.ts';
import { fold } from '#data/text/fold.ts';
import { say, words } from '#data/words/say.ts';
import { score } from '../../ui/score.ts';
import type { Marking, NewId, Plan, Target } from './plans.ts';
import { evidence } from './statements.ts';

/** One end of a relation that is being drawn: an actor, and the words that name it. */
export interface End {
  entity: string;
  name: string;
  highlight: string;
  /** Id of the actor's type. */
  type?: string | undefined;
}

/** A relation on its way: the first end chosen, perhaps the second, not yet the type. */
export interface RelationDraft {
  from: End;
  /** The words that name the first end, and the sentence they stand in. */
  place: Target;
  sentence: Target;
  to?: End;
  /** Steps that make the second end; they are performed together with the relation. */
  pending: readonly Request[];
  /** The words that say it: the sentence of both, or of each. */
  said: readonly Target[];
  /** Whether the two names are the evidence instead, as the analyst wants it. */
  namesOnly?: boolean;
  /** Read the other way than proposed. */
  flipped: boolean;
}

/** One way to read a draft. */
export interface Reading {
  type: RelationType;
  /** Words between the two names as they stand on screen. */
  words: string;
  /** Read from the second end to the first. */
  reversed: boolean;
}

/**
 * The types that answer what was typed, best first; those that fit the two actors before those that do
 * not. Each is read in the direction in which it fits, or the other one when the draft is flipped.
 */
export function readings(
  types: Iterable<RelationType>,
  query: string,
  { from, to, flipped }: Pick<RelationDraft, 'from' | 'to' | 'flipped'>,
): Reading[] {
  const wanted = fold(query);
  return [...types]
    .map((type) => {
      const direction = directionOf(type, from.type, to?.type);
      const reversed = (direction === 'reversed') !== flipped;
      const words = reversed
        ? (type.inverse ?? say('reader.turned-round', { name: type.name }))
        : type.name;
      const points = Math.max(score(wanted, fold(words)), score(wanted, fold(type.name)) - 1);
      return { type, words, reversed, points, fits: direction !== 'neither' };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || Number(b.fits) - Number(a.fits))
    .map(({ type, words, reversed }) => ({ type, words, reversed }));
}

/** The relation of the case that a reading would only repeat: same type, same ends. */
export function repeated(
  relations: Iterable<Relation>,
  { from, to }: Pick<RelationDraft, 'from' | 'to'>,
  { type, reversed }: Pick<Reading, 'type' | 'reversed'>,
): Relation | undefined {
  if (!to) return undefined;
  const [first, second] = reversed ? [to.entity, from.entity] : [from.entity, to.entity];
  for (const one of relations) {
    if (one.type !== type.id) continue;
    if (one.from === first && one.to === second) return one;
    if (!type.directed && one.from === second && one.to === first) return one;
  }
  return undefined;
}

/**
 * The steps that make a finished draft real; undefined while its other end is missing. With `known`, a
 * relation that is there already, the words become further evidence of it.
 */
export function relationPlan(
  draft: Pick<RelationDraft, 'from' | 'to' | 'said' | 'pending' | 'namesOnly'>,
  { type, reversed }: Pick<Reading, 'type' | 'reversed'>,
  newId: NewId,
  known?: Relation,
): Plan | undefined {
  const { from, to, pending } = draft;
  if (!to) return undefined;
  const [first, second] = reversed ? [to, from] : [from, to];
  const proof = proofOf(draft, newId);
  const evidence = proof.map(({ highlight }) => highlight);
  const link = { from: first.name, verb: type.name, to: second.name };
  const ends = { type: type.id, from: first.entity, to: second.entity };
  const id = known?.id ?? newId();
  const step = known
    ? {
        op: 'relation.update',
        input: { id, evidence: [...new Set([...known.evidence, ...evidence])] },
      }
    : { op: 'relation.add', input: { id, ...ends, evidence } };
  return {
    label: words(known ? 'history.relation.evidence' : 'history.relation.add', link),
    steps: [...pending, ...proof.flatMap(({ steps }) => steps), step],
    highlight: to.highlight,
    shows: { kind: 'relation', id },
  };
}

/** The highlights that carry a draft, with the steps that make them. */
function proofOf(
  { from, to, said, namesOnly }: Pick<RelationDraft, 'from' | 'to' | 'said' | 'namesOnly'>,
  newId: NewId,
): Marking[] {
  if (!namesOnly && said.length > 0) return said.map((target) => evidence(target, newId));
  const names = new Set([from.highlight, ...(to ? [to.highlight] : [])]);
  return [...names].map((highlight) => ({ steps: [], highlight }));
}
