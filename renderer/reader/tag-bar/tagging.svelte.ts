import type { EntityType } from '#data/model/codebook.ts';
import type { Relation } from '#data/model/relation.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { usersOf } from '#data/queries/users-of.ts';
import { fold } from '#data/text/fold.ts';
import { say, words } from '#data/words/say.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { newId } from '../../ui/new-id.ts';
import type { Reader } from '../reader.svelte.ts';
import { catalogue, type Entry } from './catalogue.ts';
import { choices, keyOf, type ActionId, type Choice } from './choices.ts';
import * as plans from './plans.ts';
import type { Assignment, Plan, Target } from './plans.ts';
import {
  relationPlan,
  repeated,
  type End,
  type Reading,
  type RelationDraft,
} from './relation-draft.ts';
import { Spread } from './spread.svelte.ts';
import { FormDrafts, type FormDraft, type FormKind } from './form-drafts.svelte.ts';
import { TagMemory } from './tag-memory.svelte.ts';
import { TagWork } from './tag-work.ts';

/** What follows once the words have a tag or an actor. */
type Then = 'all' | 'relation' | undefined;

/** What the bar is asking for. */
export type Mode =
  | { kind: 'choose'; then?: Then }
  /** The type of the actor that is going to be made. */
  | { kind: 'type'; name: string; then?: Then }
  | { kind: 'note' }
  | { kind: 'event' }
  | { kind: 'claim' }
  | { kind: 'spread'; spread: Spread }
  | { kind: 'relation' };

/** The tag bar: what is being made of the selected words. Nothing changes before it is taken. */
export class Tagging {
  target: Target | null = $state.raw(null);
  mode: Mode = $state.raw({ kind: 'choose' });
  query = $state('');
  /** The last key pressed, as it stands on a Latin keyboard: codebook keys work in every layout. */
  lastKey = $state('');
  active = $state(0);
  /** A relation whose other end or type is still to come. */
  draft: RelationDraft | null = $state.raw(null);
  readonly lines: Choice[] = $derived.by(() => this.#lines());
  readonly work: TagWork;
  readonly drafts: FormDrafts;

  readonly #model: CaseModel;
  readonly #reader: Reader;
  readonly #notices: Notices;
  readonly #memory: TagMemory;
  /** Whether something is being saved: what is pressed twice is done once. */
  #busy = false;
  readonly #entries: Entry[] = $derived.by(() =>
    catalogue(
      this.#model.table('tag'),
      this.#model.table('entity'),
      this.#model.table('entityType'),
    ),
  );

  constructor(
    model: CaseModel,
    reader: Reader,
    notices: Notices,
    { view, drafts }: { view: ViewStore; drafts: ViewStore },
  ) {
    this.drafts = new FormDrafts(drafts);
    this.#model = model;
    this.#reader = reader;
    this.#notices = notices;
    this.#memory = new TagMemory(model, view);
    this.work = new TagWork(model, reader, notices);
  }

  get isOpen(): boolean {
    return this.target !== null;
  }

  /** Whether the other end of a relation is being looked for. */
  get wantsEnd(): boolean {
    return this.draft !== null && this.draft.to === undefined;
  }

  /** Whether only actors can be chosen, because an end of a relation is wanted. */
  get actorsOnly(): boolean {
    return this.wantsEnd || this.#then() === 'relation';
  }

  /** Offers the bar for the words that are selected in the reader, or takes it away without any. */
  offer(): void {
    const { open, words } = this.#reader;
    if (!open || !words.hasWords) {
      this.close();
      return;
    }
    const { start, end } = open.trim(words.start, words.end);
    if (start === end) return;
    const quote = open.text.slice(start, end);
    const mark = open.markAt(start, end, () => true);
    this.#offer({ document: open.id, start, end, quote, ...(mark ? { mark } : {}) });
  }

  /** Offers the bar for a highlight; its actor is the other end of a relation if one is wanted. */
  offerMark(mark: Highlight): void {
    const { document, start, end, quote } = mark;
    const [entity] = mark.entities;
    this.#offer({ document, start, end, quote, mark });
    if (this.wantsEnd && entity !== undefined) this.#endWith(this.work.end(entity, mark.id), []);
  }

  /** Takes the bar away and leaves everything as it was. */
  close(): void {
    this.#sayKept();
    this.target = null;
    if (this.draft?.to) this.draft = null;
  }

  /** Closes the bar with the selection, or gives up the relation; false when there was neither. */
  escape(): boolean {
    if (this.target) {
      this.close();
      this.#reader.words.clear();
      return true;
    }
    const had = this.draft !== null;
    this.draft = null;
    return had;
  }

  /**
   * Takes a line of the bar. With `stay` the bar remains for more of the same words; with `also` the words
   * become another name of the actor.
   */
  async take(
    choice: Choice | undefined,
    how: { stay?: boolean; also?: boolean } = {},
  ): Promise<void> {
    if (choice?.kind === 'action') this.act(choice.id);
    else if (choice?.kind === 'new-entity') this.newEntity(choice.name);
    else if (choice?.kind === 'new-tag') await this.newTag(choice.name);
    else if (choice) {
      const also = how.also ? choice.also : undefined;
      await this.#giveEntry(choice.entry, { stay: how.stay ?? false, also });
    }
  }

  /** Begins one of the things beside tagging, for the bar's words or the selected highlight. */
  act(action: ActionId): void {
    const { picked } = this.#reader;
    if (!this.target && picked) this.offerMark(picked);
    if (!this.target) return;
    this.query = '';
    this.active = 0;
    if (action === 'all') this.#startSpread(this.target);
    else if (action === 'relation') this.#startRelation(this.target);
    else this.mode = { kind: action };
  }

  /** Asks for the type of a new actor; without a name the words are its name. */
  newEntity(name = ''): void {
    if (!this.target) return;
    const then = this.#then();
    this.mode = { kind: 'type', name: plans.oneLine(name || this.target.quote), then };
    this.active = 0;
  }

  async takeType(type: EntityType): Promise<void> {
    const { target, mode } = this;
    if (!target || mode.kind !== 'type') return;
    const plan = plans.assignNewEntity(target, type, mode.name, newId);
    const { entity, highlight } = plan;
    const end = { entity, name: mode.name, highlight, type: type.id };
    if (this.wantsEnd) this.#endWith(end, plan.steps);
    else if (await this.#carryOut(plan, target)) {
      this.#memory.use(`entity:${plan.entity}`);
      this.#after(target, { entity: plan.entity }, end, mode.then, false);
    }
  }

  /** Makes a tag and gives it; one of that name at the top of the codebook is given instead. */
  async newTag(name: string): Promise<void> {
    const { target } = this;
    if (!target || this.actorsOnly || name.trim() === '') return;
    const known = this.#entries.find((one) => isTopTag(one, name));
    if (known) {
      await this.#giveEntry(known, { stay: false, also: undefined });
      return;
    }
    const plan = plans.assignNewTag(target, name, newId);
    if (!(await this.#carryOut(plan, target))) return;
    this.#memory.use(`tag:${plan.tag}`);
    const end = { entity: '', name, highlight: plan.highlight };
    this.#after(target, { tag: plan.tag }, end, this.#then(), false);
  }

  /** Carries out what a form made of the words. */
  async takePlan(plan: Plan): Promise<void> {
    const { target } = this;
    const form = this.form;
    if (!target || !(await this.#carryOut(plan, target))) return;
    if (form) this.drafts.drop(form, target);
    this.#finish(target, plan.highlight);
    if (plan.shows) this.#reader.inspect(plan.shows);
  }

  /** Marks every place of the preview that was not left out, as one step of undo. */
  async takeSpread({ wanted, assignment, name, phrases }: Spread): Promise<void> {
    const { target } = this;
    if (!target) return;
    const steps = plans.assignAll(wanted, assignment, newId);
    const quote = plans.excerpt(phrases[0] ?? '');
    const count = wanted.length;
    const label = words('history.highlight.tagAll', { count, quote, name });
    if (!(await this.#carryOut({ label, steps, highlight: '' }, target))) return;
    this.#notices.say(say('reader.spread.tagged', { n: count, name }), {
      label: say('reader.undo'),
      run: () => this.#notices.attempt(() => this.#model.perform('undo', {})),
    });
    this.#finish(target, undefined);
  }

  /** Makes the relation. One that is there already gets the words as evidence, unless `another` is wanted. */
  async takeRelation(reading: Reading, another = false): Promise<void> {
    const { target, draft } = this;
    const known = another ? undefined : this.knownRelation(reading);
    const plan = draft && relationPlan(draft, reading, newId, known);
    if (!target || !plan || !(await this.#carryOut(plan, target))) return;
    this.draft = null;
    this.#finish(target, plan.highlight);
  }

  /** Takes the sentence as evidence, or the two names alone. */
  namesOnly(wanted: boolean): void {
    if (this.draft) this.draft = { ...this.draft, namesOnly: wanted };
  }

  /** The relation of the case that a reading would only repeat. */
  knownRelation(reading: Reading): Relation | undefined {
    const { draft } = this;
    if (!draft) return undefined;
    const relations = usersOf(this.#model, 'relation', 'entity', draft.from.entity);
    return repeated(relations, draft, reading);
  }

  flip(): void {
    if (this.draft) this.draft = { ...this.draft, flipped: !this.draft.flipped };
  }

  /** The form that is typed into, if one is open. */
  get form(): FormKind | undefined {
    const { kind } = this.mode;
    if (!this.target) return undefined;
    return kind === 'note' || kind === 'event' || kind === 'claim' ? kind : undefined;
  }

  /** What was typed about these words before, by field. */
  draftOf(kind: FormKind): Readonly<Record<string, string>> | undefined {
    return this.target ? this.drafts.of(kind, this.target)?.fields : undefined;
  }

  /** Keeps what is typed; fields as the form began with them are no draft. */
  keepDraft(
    kind: FormKind,
    fields: Readonly<Record<string, string>>,
    first: Readonly<Record<string, string>>,
  ): void {
    const { target } = this;
    if (!target) return;
    const isNew = Object.entries(fields).some(([name, text]) => text !== first[name]);
    if (isNew) this.drafts.keep(kind, target, fields);
    else if (this.drafts.of(kind, target)) this.drafts.drop(kind, target);
  }

  /** Goes back to the words of a draft and opens its form. */
  async resume({ kind, document, start, end }: FormDraft): Promise<void> {
    await this.#reader.goTo({ document, offset: start, at: performance.now() });
    if (this.#reader.open?.id !== document) return;
    this.#reader.words.set(start, end);
    this.offer();
    this.act(kind);
  }

  /** Says that what was typed is kept, as its form goes. */
  #sayKept(target = this.target): void {
    const { form } = this;
    const draft = form && target ? this.drafts.of(form, target) : undefined;
    if (!draft) return;
    this.#notices.say(say('reader.kept', { kind: draft.kind, quote: plans.excerpt(draft.quote) }), {
      label: say('reader.go-on'),
      run: () => this.#notices.attempt(() => this.resume(draft)),
    });
  }

  #then(): Then {
    return this.mode.kind === 'choose' || this.mode.kind === 'type' ? this.mode.then : undefined;
  }

  #lines(): Choice[] {
    const { target } = this;
    if (!target) return [];
    const given = new Set(target.mark?.tags.map((id) => `tag:${id}`));
    for (const id of target.mark?.entities ?? []) given.add(`entity:${id}`);
    return choices({
      entries: this.#entries,
      recent: this.#memory.slots,
      query: this.query,
      key: this.lastKey,
      quote: target.quote,
      given,
      actorsOnly: this.actorsOnly,
    });
  }

  #offer(target: Target): void {
    const before = this.target;
    const same = before?.start === target.start && before.end === target.end;
    this.target = target;
    if (same) return;
    this.#sayKept(before);
    this.mode = { kind: 'choose' };
    this.query = '';
    this.active = 0;
  }

  async #giveEntry(
    entry: Entry,
    { stay, also }: { stay: boolean; also: string | undefined },
  ): Promise<void> {
    const { target } = this;
    if (!target) return;
    const assignment = entry.kind === 'tag' ? { tag: entry.id } : { entity: entry.id };
    const given = plans.assign(target, assignment, newId);
    const named = also === undefined ? [] : this.work.callAlso(entry.id, also, given.highlight);
    const made = { ...given, steps: [...given.steps, ...named] };
    const end =
      entry.kind === 'entity'
        ? this.work.end(entry.id, made.highlight)
        : { entity: '', name: entry.name, highlight: made.highlight };
    if (this.wantsEnd) {
      this.#endWith(end, made.steps);
      return;
    }
    const then = this.#then();
    const about = { quote: plans.excerpt(target.quote), name: entry.name };
    const label = words(
      also === undefined ? 'history.highlight.tag' : 'history.highlight.tagAlso',
      about,
    );
    if (!(await this.#carryOut({ ...made, label }, target))) return;
    this.#memory.use(keyOf(entry));
    this.#after(target, assignment, end, then, stay);
  }

  /** Goes on once the words have what was chosen. */
  #after(target: Target, assignment: Assignment, end: End, then: Then, stay: boolean): void {
    if (then === 'relation') this.#draw(target, end);
    else if (!this.#isOn(target)) return;
    else if (then === 'all') this.#openSpread(target, assignment, end.name);
    else if (stay) {
      const mark = this.#reader.open?.index.get(end.highlight);
      this.target = mark ? { ...target, mark } : target;
      this.query = '';
    } else this.#finish(target, end.highlight);
  }

  #startSpread(target: Target): void {
    const [entity] = target.mark?.entities ?? [];
    const [tag] = target.mark?.tags ?? [];
    if (entity !== undefined) this.#openSpread(target, { entity }, this.work.nameOf(entity));
    else if (tag !== undefined) this.#openSpread(target, { tag }, this.work.tagName(tag));
    else this.mode = { kind: 'choose', then: 'all' };
  }

  #openSpread(target: Target, assignment: Assignment, name: string): void {
    const { open } = this.#reader;
    if (!open || open.id !== target.document) return;
    const phrases = this.work.phrases(assignment.entity, target.quote);
    const spread = new Spread(this.#model, { assignment, name, phrases, document: open.id });
    this.mode = { kind: 'spread', spread };
  }

  /** Words that hold two actors are a relation already; else the words name the first end. */
  #startRelation(target: Target): void {
    const [from, to] = this.work.actorsIn(target);
    const [entity] = target.mark?.entities ?? [];
    if (from && to) {
      const sentence = this.work.sentenceAround(target);
      const said = [target];
      this.draft = { from, to, place: target, sentence, said, pending: [], flipped: false };
      this.mode = { kind: 'relation' };
    } else if (entity !== undefined && target.mark) {
      this.#draw(target, this.work.end(entity, target.mark.id));
    } else this.mode = { kind: 'choose', then: 'relation' };
  }

  /** The first end stands; the next words or highlight chosen are the other. */
  #draw(target: Target, from: End): void {
    const sentence = this.work.sentenceAround(target);
    this.draft = { from, place: target, sentence, said: [], pending: [], flipped: false };
    this.#finish(target, from.highlight);
  }

  #endWith(to: End, pending: Plan['steps']): void {
    const { draft, target } = this;
    if (!draft || !target) return;
    if (draft.from.entity === to.entity) {
      this.#notices.say(say('reader.same-ends', { name: to.name }));
      this.target = null;
      return;
    }
    this.draft = { ...draft, to, pending, said: this.work.saidOf(draft, target) };
    this.mode = { kind: 'relation' };
    this.query = '';
    this.active = 0;
  }

  /** Carries out a plan unless another one is on its way: a press too many is not a second wish. */
  async #carryOut(plan: Plan, target: Target): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      return await this.work.carryOut(plan, target);
    } finally {
      this.#busy = false;
    }
  }

  /** Whether the bar is (still) about these words: others may be selected while they are saved. */
  #isOn({ document, start, end }: Target): boolean {
    const { target } = this;
    return target?.document === document && target.start === start && target.end === end;
  }

  #finish(target: Target, highlight: string | undefined): void {
    if (!this.#isOn(target)) return;
    const { words, open, flow } = this.#reader;
    this.target = null;
    this.mode = { kind: 'choose' };
    this.query = '';
    if (words.head >= 0) words.set(words.end);
    const mark = highlight === undefined ? undefined : open?.index.get(highlight);
    if (mark) this.#reader.pick(mark);
    flow.scroller?.focus({ preventScroll: true });
  }
}

const isTopTag = ({ kind, about, words }: Entry, name: string): boolean =>
  kind === 'tag' && about === '' && words[0] === fold(name.trim());
