import type { RelationType } from '#data/model/codebook.ts';
import { directionOf } from '#data/queries/relation-ends.ts';
import { fold } from '#data/text/fold.ts';
import { score } from '../../ui/score.ts';
import type { NewId, Plan, Step } from './plans.ts';

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
  to?: End;
  /** Steps that make the second end; they are performed together with the relation. */
  pending: readonly Step[];
  /** Highlights that carry it, when they are others than the two ends. */
  evidence?: readonly string[];
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
      const words = reversed ? (type.inverse ?? `${type.name} (turned round)`) : type.name;
      const points = Math.max(score(wanted, fold(words)), score(wanted, fold(type.name)) - 1);
      return { type, words, reversed, points, fits: direction !== 'neither' };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || Number(b.fits) - Number(a.fits))
    .map(({ type, words, reversed }) => ({ type, words, reversed }));
}

/** The steps that make a finished draft real; undefined while its other end is missing. */
export function relationPlan(
  draft: RelationDraft,
  { type, reversed }: Pick<Reading, 'type' | 'reversed'>,
  newId: NewId,
): Plan | undefined {
  const { from, to, pending } = draft;
  if (!to) return undefined;
  const [first, second] = reversed ? [to, from] : [from, to];
  const evidence = draft.evidence ?? [...new Set([from.highlight, to.highlight])];
  const input = { id: newId(), type: type.id, from: first.entity, to: second.entity, evidence };
  return {
    label: `Link ${first.name} – ${type.name} – ${second.name}`,
    steps: [...pending, { op: 'relation.add', input }],
    highlight: to.highlight,
  };
}
