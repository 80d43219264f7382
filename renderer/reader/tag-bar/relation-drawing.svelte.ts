import type { Relation } from '#data/model/relation.ts';
import { usersOf } from '#data/queries/users-of.ts';
import { say } from '#data/words/say.ts';
import { newId } from '../../ui/new-id.ts';
import type { Plan, Target } from './plans.ts';
import {
  relationPlan,
  repeated,
  type End,
  type Reading,
  type RelationDraft,
} from './relation-draft.ts';
import type { TagTools } from './tag-tools.ts';

/** The highlight that names an end is the one of its rectangle, which is not marked twice. */
const withHighlight = (target: Target, { highlight }: End): Target =>
  target.area ? { ...target, highlight } : target;

/** Draws a relation: its first end, its other end, its type. */
export class RelationDrawing {
  /** A relation whose other end or type is still to come. */
  draft: RelationDraft | null = $state.raw(null);
  readonly #tools: TagTools;

  constructor(tools: TagTools) {
    this.#tools = tools;
  }

  /** Whether the other end of a relation is being looked for. */
  get wantsEnd(): boolean {
    return this.draft !== null && this.draft.to === undefined;
  }

  /** Words that hold two actors are a relation already; else the words name the first end. */
  start(target: Target): void {
    const { bar, lookup } = this.#tools;
    const [from, to] = lookup.actorsIn(target);
    const [entity] = target.mark?.entities ?? [];
    if (from && to) {
      const sentence = lookup.sentenceAround(target);
      const said = [target];
      this.draft = { from, to, place: target, sentence, said, pending: [], flipped: false };
      bar.mode = { kind: 'relation' };
    } else if (entity !== undefined && target.mark) {
      this.startAt(target, lookup.end(entity, target.mark.id));
    } else bar.mode = { kind: 'choose', then: 'relation' };
  }

  /** The first end stands; the next words or highlight chosen are the other. */
  startAt(target: Target, from: End): void {
    const { bar, lookup } = this.#tools;
    const sentence = lookup.sentenceAround(withHighlight(target, from));
    this.draft = { from, place: target, sentence, said: [], pending: [], flipped: false };
    bar.finish(target, from.highlight);
  }

  /** Takes the other end, with the steps that make it, and asks for the type. */
  endWith(to: End, pending: Plan['steps']): void {
    const { bar, lookup, notices } = this.#tools;
    const { draft } = this;
    if (!draft || !bar.target) return;
    if (draft.from.entity === to.entity) {
      notices.say(say('reader.same-ends', { name: to.name }));
      bar.target = null;
      return;
    }
    const said = lookup.saidOf(draft, withHighlight(bar.target, to));
    this.draft = { ...draft, to, pending, said };
    bar.ask({ kind: 'relation' });
  }

  /** Takes the sentence as evidence, or the two names alone. */
  namesOnly(wanted: boolean): void {
    if (this.draft) this.draft = { ...this.draft, namesOnly: wanted };
  }

  flip(): void {
    if (this.draft) this.draft = { ...this.draft, flipped: !this.draft.flipped };
  }

  /** The relation of the case that a reading would only repeat. */
  known(reading: Reading): Relation | undefined {
    const { draft } = this;
    if (!draft) return undefined;
    const relations = usersOf(this.#tools.model, 'relation', 'entity', draft.from.entity);
    return repeated(relations, draft, reading);
  }

  /** Makes the relation. One that is there already gets the words as evidence, unless `another` is wanted. */
  async take(reading: Reading, another = false): Promise<void> {
    const { bar, runner } = this.#tools;
    const { draft } = this;
    const { target } = bar;
    const known = another ? undefined : this.known(reading);
    const plan = draft && relationPlan(draft, reading, newId, known);
    if (!target || !plan) return;
    await runner.run(plan, target, () => {
      this.draft = null;
      bar.finish(target, plan.highlight);
    });
  }
}
