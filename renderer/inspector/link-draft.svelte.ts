import type { Highlight } from '#data/model/highlight.ts';
import { directionOf } from '#data/queries/relation-ends.ts';
import { coMentions, type CoMention } from './co-mentions.ts';
import type { Inspection } from './inspection.svelte.ts';

/** A relation that is being made: two actors, a type, and quotes that carry it. */
export class LinkDraft {
  readonly #inspect: Inspection;
  from: string = $state('');
  to: string | undefined = $state();
  type: string = $state('');
  /** Highlight ids chosen as evidence. */
  evidence: ReadonlySet<string> = $state.raw(new Set());
  #marks: readonly [readonly Highlight[], readonly Highlight[]] = $state.raw([[], []]);
  /** Where both actors are named near each other, the nearest first. */
  readonly places: readonly CoMention[] = $derived(coMentions(...this.#marks).slice(0, 40));
  readonly isReady: boolean = $derived(
    this.to !== undefined && this.type !== '' && this.evidence.size > 0,
  );

  constructor(inspect: Inspection, from: string, to: string | undefined) {
    this.#inspect = inspect;
    this.from = from;
    this.to = to;
    this.type = [...inspect.model.table('relationType').keys()][0] ?? '';
    this.#orient();
  }

  /** Fetches the mentions of both actors; call from an effect, which follows the actors. */
  load(): void {
    const { from, to } = this;
    if (to === undefined) return;
    const both = [from, to].map((entity) => this.#inspect.mentions({ entity }));
    void Promise.all(both).then(([a = [], b = []]) => {
      if (from !== this.from || to !== this.to) return;
      this.#marks = [a, b];
      const nearest = this.places[0];
      // One sentence that names both is offered as chosen; anything farther the analyst must judge.
      this.evidence = new Set(
        nearest?.nearness === 'sentence' ? nearest.marks.map(({ id }) => id) : [],
      );
    });
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

  /** Chooses the quotes of a place, or leaves them out again. */
  toggle({ marks }: CoMention): void {
    const next = new Set(this.evidence);
    const chosen = marks.every(({ id }) => next.has(id));
    for (const { id } of marks) {
      if (chosen) next.delete(id);
      else next.add(id);
    }
    this.evidence = next;
  }

  /** Makes the relation and shows it; stays open when it is refused. */
  async save(): Promise<void> {
    const { from, to, type } = this;
    const { model, notices, selection } = this.#inspect;
    const evidence = [...this.evidence];
    const done = await notices.attempt(() =>
      model.perform('relation.add', { from, to, type, evidence }),
    );
    if (!done) return;
    this.#inspect.linking = null;
    selection.select({ kind: 'relation', id: done.id });
  }
}
