import { tick } from 'svelte';
import type { EntityType, RelationType } from '#data/model/codebook.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { newId } from '../../ui/new-id.ts';
import type { Reader } from '../reader.svelte.ts';
import { catalogue, type Entry } from './catalogue.ts';
import { choices, keyOf, type ActionId, type Choice } from './choices.ts';
import {
  evidence,
  excerpt,
  give,
  giveAll,
  giveNewEntity,
  giveNewTag,
  oneLine,
  type Gift,
  type Marking,
  type Step,
  type Target,
} from './plans.ts';
import { Recents, SLOTS } from './recents.ts';
import { relationSteps, type End, type RelationDraft } from './relation-draft.ts';
import { Spread } from './spread.svelte.ts';

/** What the bar is asking for. */
export type Mode =
  /** A tag or an actor; `then` tells what follows once the words have one. */
  | { kind: 'choose'; then?: 'all' | 'relation' }
  /** The type of the actor that is going to be made. */
  | { kind: 'type'; name: string; then?: 'all' | 'relation' }
  | { kind: 'note' }
  | { kind: 'event' }
  | { kind: 'claim' }
  | { kind: 'spread'; spread: Spread }
  | { kind: 'relation' };

/** What an event form gives. */
export interface EventWords {
  type: string;
  title: string;
  date: string;
}

/** The tag bar: what is being made of the selected words. Nothing changes before it is taken. */
export class Tagging {
  target: Target | null = $state.raw(null);
  mode: Mode = $state.raw({ kind: 'choose' });
  query = $state('');
  active = $state(0);
  /** A relation whose other end is still to come. */
  draft: RelationDraft | null = $state.raw(null);
  readonly entries: Entry[] = $derived.by(() =>
    catalogue(
      this.#model.table('tag'),
      this.#model.table('entity'),
      this.#model.table('entityType'),
    ),
  );
  readonly lines: Choice[] = $derived.by(() => this.#lines());

  readonly #model: CaseModel;
  readonly #reader: Reader;
  readonly #notices: Notices;
  readonly #view: ViewStore;
  readonly #recents: Recents;
  #recentVersion = $state(0);

  constructor(model: CaseModel, reader: Reader, notices: Notices, view: ViewStore) {
    this.#model = model;
    this.#reader = reader;
    this.#notices = notices;
    this.#view = view;
    const saved = view.read('recents');
    this.#recents = new Recents(Array.isArray(saved) ? saved.map(String) : this.#firstSlots());
  }

  get isOpen(): boolean {
    return this.target !== null;
  }

  /** Whether only actors can be chosen, because an end of a relation is wanted. */
  get actorsOnly(): boolean {
    return (
      (this.draft !== null && this.draft.to === undefined) ||
      (this.mode.kind === 'choose' && this.mode.then === 'relation')
    );
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

  /** Offers the bar for a highlight; as the other end of a relation if one is wanted. */
  offerMark(mark: Highlight): void {
    const { document, start, end, quote } = mark;
    this.#offer({ document, start, end, quote, mark });
    if (this.draft && !this.draft.to) this.#endAt(mark);
  }

  /** Leaves everything as it was. */
  close(): void {
    this.target = null;
    if (this.draft?.to) this.draft = null;
  }

  /** Closes the bar, gives up the selection or the relation: one press of Escape each. */
  escape(): boolean {
    if (this.target) {
      this.close();
      this.#reader.words.clear();
      return true;
    }
    if (this.draft) {
      this.draft = null;
      return true;
    }
    return false;
  }

  /** Takes a line of the bar. With `stay` the bar remains for more of the same words. */
  async take(choice: Choice | undefined, stay = false): Promise<void> {
    const target = this.target;
    if (!choice || !target) return;
    if (choice.kind === 'action') this.act(choice.id);
    else if (choice.kind === 'new-entity') this.newEntity(choice.name);
    else if (choice.kind === 'new-tag') await this.newTag(choice.name);
    else await this.#giveEntry(target, choice.entry, stay);
  }

  /** Begins one of the things beside tagging, for the bar's words or the selected highlight. */
  act(action: ActionId): void {
    const picked = this.#reader.picked;
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
    const then = this.mode.kind === 'choose' ? this.mode.then : undefined;
    const named = oneLine(name || this.target.quote);
    this.mode = { kind: 'type', name: named, ...(then ? { then } : {}) };
    this.active = 0;
  }

  async takeType(type: EntityType): Promise<void> {
    const { target, mode } = this;
    if (!target || mode.kind !== 'type') return;
    const made = giveNewEntity(target, type.id, mode.name, newId);
    const key = `entity:${made.entity}`;
    if (this.draft && !this.draft.to) {
      this.#endWith(
        { entity: made.entity, name: mode.name, highlight: made.highlight },
        made.steps,
      );
      return;
    }
    const label = `Tag “${excerpt(target.quote)}” as new ${type.name} “${mode.name}”`;
    if (!(await this.#perform(label, made))) return;
    this.#use(key);
    if (mode.then === 'relation') {
      this.#draw({ entity: made.entity, name: mode.name, highlight: made.highlight });
    } else if (mode.then === 'all') {
      this.#openSpread(target, { entity: made.entity }, mode.name, [target.quote, mode.name]);
    } else this.#finish(made.highlight);
  }

  async newTag(name: string): Promise<void> {
    const target = this.target;
    if (!target || this.actorsOnly) return;
    const made = giveNewTag(target, name, newId);
    if (!(await this.#perform(`Tag “${excerpt(target.quote)}” with new tag “${name}”`, made)))
      return;
    this.#use(`tag:${made.tag}`);
    this.#finish(made.highlight);
  }

  async note(text: string): Promise<void> {
    const target = this.target;
    if (!target) return;
    const made = give(target, { note: text.trim() }, newId);
    if (await this.#perform(`Note on “${excerpt(target.quote)}”`, made))
      this.#finish(made.highlight);
  }

  /** Adds an event that these words carry; actors named inside them take part. */
  async event({ type, title, date }: EventWords): Promise<void> {
    const target = this.target;
    if (!target) return;
    const base = evidence(target, newId);
    const input = {
      type: oneLine(type),
      ...(title.trim() ? { title: oneLine(title) } : {}),
      ...(date.trim() ? { date: date.trim() } : {}),
      participants: this.actorsIn(target).map(({ entity }) => ({ entity })),
      evidence: [base.highlight],
    };
    const steps = [...base.steps, { op: 'event.add', input }];
    const label = `Add event “${excerpt(title || type)}”`;
    if (await this.#perform(label, { ...base, steps })) this.#finish(base.highlight);
  }

  async claim(text: string, attribution: string): Promise<void> {
    const target = this.target;
    if (!target) return;
    const base = evidence(target, newId);
    const input = {
      text: text.trim(),
      ...(attribution.trim() ? { attribution: oneLine(attribution) } : {}),
      evidence: [base.highlight],
    };
    const steps = [...base.steps, { op: 'claim.add', input }];
    const label = `Add claim “${excerpt(text)}”`;
    if (await this.#perform(label, { ...base, steps })) this.#finish(base.highlight);
  }

  /** Marks every place of the preview that was not left out, as one step of undo. */
  async takeSpread(spread: Spread): Promise<void> {
    const { wanted } = spread;
    const targets = wanted.map(({ target }) => target);
    const steps = giveAll(targets, spread.gift, newId);
    const label = `Tag ${targets.length} occurrences of “${excerpt(spread.phrases[0] ?? '')}” as ${spread.name}`;
    const done = await this.#notices.attempt(() => this.#model.performAll(label, steps));
    if (!done) return;
    this.#notices.say(`${targets.length} occurrences tagged as ${spread.name}.`);
    this.#finish(undefined);
  }

  async takeRelation(type: RelationType): Promise<void> {
    const draft = this.draft;
    if (!draft?.to) return;
    const [a, b] = draft.flipped ? [draft.to, draft.from] : [draft.from, draft.to];
    const steps = relationSteps(draft, type, newId);
    const highlight = draft.to.highlight;
    const done = await this.#perform(`Link ${a.name} – ${type.name} – ${b.name}`, {
      steps,
      highlight,
    });
    if (!done) return;
    this.draft = null;
    this.#finish(highlight);
  }

  flip(): void {
    if (this.draft) this.draft = { ...this.draft, flipped: !this.draft.flipped };
  }

  /** Actors named by highlights inside a range, in reading order, each once. */
  actorsIn({ start, end }: { start: number; end: number }): End[] {
    const found = new Map<string, End>();
    for (const mark of this.#reader.open?.marksOver(start, end) ?? []) {
      const { entity } = mark;
      if (entity === undefined || mark.start < start || mark.end > end || found.has(entity))
        continue;
      found.set(entity, { entity, name: this.#nameOf(entity), highlight: mark.id });
    }
    return [...found.values()];
  }

  #lines(): Choice[] {
    const { target } = this;
    if (!target || this.#recentVersion < 0) return [];
    const { mark } = target;
    const given = new Set(mark?.tags.map((id) => `tag:${id}`));
    if (mark?.entity !== undefined) given.add(`entity:${mark.entity}`);
    return choices({
      entries: this.entries,
      recent: this.#recents.slots,
      query: this.query,
      quote: target.quote,
      given,
      actorsOnly: this.actorsOnly,
    });
  }

  #offer(target: Target): void {
    const same = this.target?.start === target.start && this.target.end === target.end;
    this.target = target;
    if (same) return;
    this.mode = { kind: 'choose' };
    this.query = '';
    this.active = 0;
  }

  async #giveEntry(target: Target, entry: Entry, stay: boolean): Promise<void> {
    const gift: Gift = entry.kind === 'tag' ? { tag: entry.id } : { entity: entry.id };
    const made = give(target, gift, newId);
    const then = this.mode.kind === 'choose' ? this.mode.then : undefined;
    if (this.draft && !this.draft.to) {
      this.#endWith({ entity: entry.id, name: entry.name, highlight: made.highlight }, made.steps);
      return;
    }
    const label = `Tag “${excerpt(target.quote)}” as ${entry.name}`;
    if (!(await this.#perform(label, made))) return;
    this.#use(keyOf(entry));
    if (then === 'relation') {
      this.#draw({ entity: entry.id, name: entry.name, highlight: made.highlight });
    } else if (then === 'all') {
      this.#openSpread(target, gift, entry.name, this.#phrases(target, gift));
    } else if (stay) {
      await tick();
      const mark = this.#reader.open?.index.get(made.highlight);
      this.target = mark ? { ...target, mark } : target;
      this.query = '';
    } else this.#finish(made.highlight);
  }

  #startSpread(target: Target): void {
    const { mark } = target;
    const tag = mark?.tags[0];
    if (mark?.entity !== undefined) {
      const gift = { entity: mark.entity };
      this.#openSpread(target, gift, this.#nameOf(mark.entity), this.#phrases(target, gift));
    } else if (tag !== undefined) {
      const name = this.#model.table('tag').get(tag)?.name ?? tag;
      this.#openSpread(target, { tag }, name, [target.quote]);
    } else this.mode = { kind: 'choose', then: 'all' };
  }

  #phrases(target: Target, { entity }: Gift): string[] {
    const record = entity === undefined ? undefined : this.#model.table('entity').get(entity);
    return [
      target.quote,
      ...(record ? [record.name, ...record.aliases.map(({ name }) => name)] : []),
    ];
  }

  #openSpread(target: Target, gift: Gift, name: string, phrases: string[]): void {
    const { open } = this.#reader;
    if (!open || open.id !== target.document) return;
    const title = this.#model.table('document').get(open.id)?.title ?? '';
    const here = { document: open.id, title, text: open.text, marks: [...open.index.all()] };
    this.mode = { kind: 'spread', spread: new Spread(gift, name, phrases, here) };
  }

  #startRelation(target: Target): void {
    const [from, to] = this.actorsIn(target);
    if (from && to) {
      const { steps, highlight } = evidence(target, newId);
      this.draft = { from, to, pending: steps, evidence: [highlight], flipped: false };
      this.mode = { kind: 'relation' };
      return;
    }
    const { mark } = target;
    if (mark?.entity !== undefined) {
      this.#draw({ entity: mark.entity, name: this.#nameOf(mark.entity), highlight: mark.id });
    } else this.mode = { kind: 'choose', then: 'relation' };
  }

  /** The first end stands; the next words or highlight chosen are the other. */
  #draw(from: End): void {
    this.draft = { from, pending: [], flipped: false };
    this.#finish(from.highlight);
  }

  #endAt(mark: Highlight): void {
    if (mark.entity === undefined) return;
    this.#endWith({ entity: mark.entity, name: this.#nameOf(mark.entity), highlight: mark.id }, []);
  }

  #endWith(to: End, pending: readonly Step[]): void {
    const { draft } = this;
    if (!draft) return;
    if (draft.from.entity === to.entity) {
      this.#notices.say(`A relation links two different actors; both ends are ${to.name} so far.`);
      this.target = null;
      return;
    }
    this.draft = { ...draft, to, pending };
    this.mode = { kind: 'relation' };
    this.query = '';
    this.active = 0;
  }

  async #perform(label: string, { steps }: Marking): Promise<boolean> {
    if (steps.length === 0) return true;
    const started = this.#startReading();
    const done = await this.#notices.attempt(() =>
      this.#model.performAll(label, [...started, ...steps]),
    );
    return done !== undefined;
  }

  /** The first highlight in an unread document makes it one that is being read. */
  #startReading(): Step[] {
    const id = this.target?.document;
    const document = id === undefined ? undefined : this.#model.table('document').get(id);
    if (document?.state !== 'unread') return [];
    return [{ op: 'document.update', input: { id: document.id, state: 'reading' } }];
  }

  #finish(highlight: string | undefined): void {
    const { words, open } = this.#reader;
    this.target = null;
    this.mode = { kind: 'choose' };
    this.query = '';
    if (words.head >= 0) words.set(words.end);
    const mark = highlight === undefined ? undefined : open?.index.get(highlight);
    if (mark) this.#reader.pick(mark);
    this.#reader.flow.scroller?.focus({ preventScroll: true });
  }

  #use(key: string): void {
    this.#recents.use(key);
    this.#recentVersion++;
    this.#view.write(
      'recents',
      [...this.#recents.slots].map((slot) => slot ?? ''),
    );
  }

  /** A new case begins with the tags that have keys on its digits. */
  #firstSlots(): string[] {
    return [...this.#model.table('tag').values()]
      .filter(({ key }) => key !== undefined)
      .slice(0, SLOTS)
      .map(({ id }) => `tag:${id}`);
  }

  #nameOf(entity: string): string {
    return this.#model.table('entity').get(entity)?.name ?? entity;
  }
}
