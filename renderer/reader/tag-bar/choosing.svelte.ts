import type { EntityType } from '#data/model/codebook.ts';
import { fold } from '#data/text/fold.ts';
import { words } from '#data/words/say.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { newId } from '../../ui/new-id.ts';
import type { Then } from './bar-state.svelte.ts';
import { catalogue, type Entry } from './catalogue.ts';
import { choices, keyOf, type Choice } from './choices.ts';
import * as plans from './plans.ts';
import type { Assignment, Target } from './plans.ts';
import type { End } from './relation-draft.ts';
import type { RelationDrawing } from './relation-drawing.svelte.ts';
import type { TagOccurrences } from './tag-occurrences.ts';
import { TagMemory } from './tag-memory.svelte.ts';
import type { TagTools } from './tag-tools.ts';

/** Choosing what the words get: a tag or an actor of the case, or a new one. */
export class Choosing {
  readonly lines: Choice[] = $derived.by(() => this.#lines());
  readonly #tools: TagTools;
  readonly #next: { relation: RelationDrawing; occurrences: TagOccurrences };
  readonly #memory: TagMemory;
  readonly #entries: Entry[] = $derived.by(() => {
    const { model } = this.#tools;
    return catalogue(model.table('tag'), model.table('entity'), model.table('entityType'));
  });

  /** `next`: what may follow when the words have something. */
  constructor(
    tools: TagTools,
    view: ViewStore,
    next: { relation: RelationDrawing; occurrences: TagOccurrences },
  ) {
    this.#tools = tools;
    this.#next = next;
    this.#memory = new TagMemory(tools.model, view);
  }

  /** Whether only actors can be chosen, because an end of a relation is wanted. */
  get actorsOnly(): boolean {
    return this.#next.relation.wantsEnd || this.#tools.bar.then === 'relation';
  }

  /** Gives a tag or an actor; `also` becomes another name of the actor, with `stay` the bar remains. */
  async give(
    entry: Entry,
    { stay, also }: { stay: boolean; also?: string | undefined },
  ): Promise<void> {
    const { bar, lookup } = this.#tools;
    const { target } = bar;
    if (!target) return;
    const assignment = entry.kind === 'tag' ? { tag: entry.id } : { entity: entry.id };
    const given = plans.assign(target, assignment, newId);
    const named = also === undefined ? [] : lookup.callAlso(entry.id, also, given.highlight);
    const made = { ...given, steps: [...given.steps, ...named] };
    const end =
      entry.kind === 'entity'
        ? lookup.end(entry.id, made.highlight)
        : { entity: '', name: entry.name, highlight: made.highlight };
    if (this.#next.relation.wantsEnd) {
      this.#next.relation.endWith(end, made.steps);
      return;
    }
    const { then } = bar;
    const about = { quote: plans.excerpt(target.quote), name: entry.name };
    const label = words(
      also === undefined ? 'history.highlight.tag' : 'history.highlight.tagAlso',
      about,
    );
    await this.#tools.runner.run({ ...made, label }, target, () => {
      this.#memory.use(keyOf(entry));
      if (stay && then === undefined) this.#stay(target, end);
      else this.#goOn(target, assignment, end, then);
    });
  }

  /** Asks for the type of a new actor; without a name the words are its name. */
  newEntity(name = ''): void {
    const { bar } = this.#tools;
    if (!bar.target) return;
    const { then } = bar;
    bar.mode = { kind: 'type', name: plans.oneLine(name || bar.target.quote), then };
    bar.active = 0;
  }

  /** Makes the actor that was asked about, of this type. */
  async takeType(type: EntityType): Promise<void> {
    const { bar, runner } = this.#tools;
    const { target, mode } = bar;
    if (!target || mode.kind !== 'type') return;
    const plan = plans.assignNewEntity(target, type, mode.name, newId);
    const { entity, highlight } = plan;
    const end = { entity, name: mode.name, highlight, type: type.id };
    if (this.#next.relation.wantsEnd) {
      this.#next.relation.endWith(end, plan.steps);
      return;
    }
    await runner.run(plan, target, () => {
      this.#memory.use(`entity:${entity}`);
      this.#goOn(target, { entity }, end, mode.then);
    });
  }

  /** Makes a tag and gives it; one of that name at the top of the codebook is given instead. */
  async newTag(name: string): Promise<void> {
    const { bar, runner } = this.#tools;
    const { target } = bar;
    if (!target || this.actorsOnly || name.trim() === '') return;
    const known = this.#entries.find((one) => isTopTag(one, name));
    if (known) {
      await this.give(known, { stay: false });
      return;
    }
    const plan = plans.assignNewTag(target, name, newId);
    const { then } = bar;
    await runner.run(plan, target, () => {
      this.#memory.use(`tag:${plan.tag}`);
      const end = { entity: '', name, highlight: plan.highlight };
      this.#goOn(target, { tag: plan.tag }, end, then);
    });
  }

  #lines(): Choice[] {
    const { target, query, lastKey } = this.#tools.bar;
    if (!target) return [];
    const given = new Set(target.mark?.tags.map((id) => `tag:${id}`));
    for (const id of target.mark?.entities ?? []) given.add(`entity:${id}`);
    return choices({
      entries: this.#entries,
      recent: this.#memory.slots,
      query,
      key: lastKey,
      quote: target.quote,
      given,
      actorsOnly: this.actorsOnly,
    });
  }

  /** Does what was to follow once the words have what was chosen. */
  #goOn(target: Target, assignment: Assignment, end: End, then: Then): void {
    const { bar } = this.#tools;
    if (then === 'relation') this.#next.relation.startAt(target, end);
    else if (then === 'all' && bar.isOn(target))
      this.#next.occurrences.preview(target, assignment, end.name);
    else bar.finish(target, end.highlight);
  }

  /** Leaves the bar for more of the same words. */
  #stay(target: Target, { highlight }: End): void {
    const { bar, reader } = this.#tools;
    if (!bar.isOn(target)) return;
    const mark = reader.open?.index.get(highlight);
    bar.target = mark ? { ...target, mark } : target;
    bar.query = '';
  }
}

const isTopTag = ({ kind, about, words }: Entry, name: string): boolean =>
  kind === 'tag' && about === '' && words[0] === fold(name.trim());
