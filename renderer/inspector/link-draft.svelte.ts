import type { Said } from '#data/api/highlight.ts';
import type { Relation } from '#data/model/relation.ts';
import { directionOf } from '#data/queries/relation-ends.ts';
import { usersOf } from '#data/queries/users-of.ts';
import { relationPlan, repeated, type RelationDraft } from '../reader/tag-bar/relation-draft.ts';
import type { Target } from '../reader/tag-bar/plans.ts';
import { newId } from '../ui/new-id.ts';
import { coMentions } from './co-mentions.ts';
import type { Inspection } from './inspection.svelte.ts';

/** The most places that are offered. */
const MOST = 40;

/** Words that name both actors, by their place in the text. */
export interface Place extends Said {
  key: string;
}

/** A relation that is being made: two actors, a type, and the sentences that carry it. */
export class LinkDraft {
  readonly #inspect: Inspection;
  from: string = $state('');
  to: string | undefined = $state();
  type: string = $state('');
  /** Where both actors are named near each other, the nearest first. */
  places: readonly Place[] = $state.raw([]);
  /** Keys of the places chosen as evidence. */
  chosen: ReadonlySet<string> = $state.raw(new Set());
  readonly isReady: boolean = $derived(
    this.to !== undefined && this.type !== '' && this.chosen.size > 0,
  );
  /** The relation that this one would only repeat: it gets the evidence. */
  readonly known: Relation | undefined = $derived.by(() => this.#known());
  #busy = false;

  constructor(inspect: Inspection, from: string, to: string | undefined) {
    this.#inspect = inspect;
    this.from = from;
    this.to = to;
    this.type = [...inspect.model.table('relationType').keys()][0] ?? '';
    this.#orient();
  }

  /** Fetches where both actors are named; call from an effect, which follows the actors. */
  async load(): Promise<void> {
    const { from, to } = this;
    if (to === undefined) return;
    const [a, b] = await Promise.all(
      [from, to].map((entity) => this.#inspect.mentions({ entity }, true)),
    );
    const pairs = coMentions(a ?? [], b ?? [])
      .slice(0, MOST)
      .map(({ marks: [one, other] }): [string, string] => [one.id, other.id]);
    const said = await this.#inspect.said(pairs);
    if (from !== this.from || to !== this.to) return;
    const byKey = new Map(said.map((one) => [keyOf(one), one]));
    this.places = [...byKey].map(([key, one]) => ({ ...one, key }));
    // One sentence that names both is offered as chosen; anything farther the analyst must judge.
    const nearest = this.places[0];
    this.chosen = new Set(nearest?.nearness === 'sentence' ? [nearest.key] : []);
  }

  /** Chooses the type, and turns the relation round when it can only be read the other way. */
  setType(type: string): void {
    this.type = type;
    this.#orient();
  }

  /** Chooses the other actor. */
  setOther(to: string): void {
    this.to = to;
    this.#orient();
  }

  #orient(): void {
    const { model } = this.#inspect;
    const type = model.table('relationType').get(this.type);
    const kindOf = (id: string) => model.table('entity').get(id)?.type;
    if (!type || this.to === undefined) return;
    if (directionOf(type, kindOf(this.from), kindOf(this.to)) === 'reversed') this.swap();
  }

  /** Turns the relation round. */
  swap(): void {
    if (this.to !== undefined) [this.from, this.to] = [this.to, this.from];
  }

  /** Chooses the words of a place, or leaves them out again. */
  toggle({ key }: Place): void {
    const next = new Set(this.chosen);
    if (!next.delete(key)) next.add(key);
    this.chosen = next;
  }

  /** Makes the relation, or adds evidence to the one that is there, and shows it; stays open when refused. */
  async save(): Promise<void> {
    const { model, notices, selection } = this.#inspect;
    const type = model.table('relationType').get(this.type);
    const draft = this.#draft();
    const { known } = this;
    const plan = type && draft && relationPlan(draft, { type, reversed: false }, newId, known);
    if (!plan || this.#busy) return;
    this.#busy = true;
    const done = await notices.attempt(() => model.performAll(plan.label, plan.steps));
    this.#busy = false;
    if (!done) return;
    this.#inspect.linking = null;
    if (plan.shows) selection.select(plan.shows);
  }

  #known(): Relation | undefined {
    const { model } = this.#inspect;
    const type = model.table('relationType').get(this.type);
    const draft = this.#draft();
    const { from } = this;
    const relations = usersOf(model, 'relation', 'entity', from);
    return type && draft ? repeated(relations, draft, { type, reversed: false }) : undefined;
  }

  #draft(): Pick<RelationDraft, 'from' | 'to' | 'said' | 'pending'> | undefined {
    const { from, to } = this;
    if (to === undefined) return undefined;
    const end = (entity: string) => ({
      entity,
      name: this.#inspect.nameOf(entity),
      highlight: '',
    });
    const places = this.places.filter(({ key }) => this.chosen.has(key));
    const said: Target[] = places.flatMap(({ words }) => words);
    return { from: end(from), to: end(to), said, pending: [] };
  }
}

function keyOf({ words }: Said): string {
  return words.map(({ document, start, end }) => `${document}:${start}-${end}`).join();
}
