import type { Highlight } from '#data/model/highlight.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { ViewStore } from '../../state/view-store.ts';
import type { Reader } from '../reader.svelte.ts';
import { BarState } from './bar-state.svelte.ts';
import type { ActionId, Choice } from './choices.ts';
import { Choosing } from './choosing.svelte.ts';
import type { FormDraft } from './form-drafts.svelte.ts';
import { Lookup } from './lookup.ts';
import { PlanRunner } from './plan-runner.ts';
import type { Target } from './plans.ts';
import { RelationDrawing } from './relation-drawing.svelte.ts';
import { TagOccurrences } from './tag-occurrences.ts';
import { TagForms } from './tag-forms.ts';
import type { TagTools } from './tag-tools.ts';

/**
 * The tag bar: what is being made of the selected words. Nothing changes before it is taken. Here it comes
 * and goes; choosing, relations, forms and all other occurrences are a class each.
 */
export class Tagging {
  readonly bar: BarState;
  readonly lookup: Lookup;
  readonly choosing: Choosing;
  readonly relation: RelationDrawing;
  readonly forms: TagForms;
  readonly occurrences: TagOccurrences;

  readonly #reader: Reader;
  readonly #runner: PlanRunner;

  constructor(
    model: CaseModel,
    reader: Reader,
    notices: Notices,
    { view, drafts }: { view: ViewStore; drafts: ViewStore },
  ) {
    this.#reader = reader;
    this.bar = new BarState(reader);
    this.lookup = new Lookup(model, reader);
    const { bar, lookup } = this;
    this.#runner = new PlanRunner(model, notices);
    const runner = this.#runner;
    const tools: TagTools = { model, reader, notices, bar, lookup, runner };
    this.relation = new RelationDrawing(tools);
    this.occurrences = new TagOccurrences(tools);
    this.forms = new TagForms(tools, drafts, (draft) => this.resume(draft));
    this.choosing = new Choosing(tools, view, {
      relation: this.relation,
      occurrences: this.occurrences,
    });
  }

  get isOpen(): boolean {
    return this.bar.isOpen;
  }

  /** Offers the bar for the words that are selected in the reader, or takes it away without any. */
  offer(): void {
    const { open, words } = this.#reader;
    if (!open || !words.hasWords) {
      this.close();
      return;
    }
    const { start, end } = open.trim(words.start, words.end);
    if (start !== end) this.#offer(this.lookup.words({ start, end }));
  }

  /** Offers the bar for a highlight; its actor is the other end of a relation if one is wanted. */
  offerMark(mark: Highlight): void {
    const { document, start, end, quote } = mark;
    const { relation, lookup } = this;
    const [entity] = mark.entities;
    this.#offer({ document, start, end, quote, mark, ...(mark.area && { area: mark.area }) });
    if (relation.wantsEnd && entity !== undefined) {
      relation.endWith(lookup.end(entity, mark.id), []);
    }
  }

  /** Offers the bar for a rectangle on a page. */
  offerArea(target: Target): void {
    this.#reader.words.clear();
    this.#offer(target);
  }

  /** Takes the bar away and leaves everything as it was. */
  close(): void {
    const { bar, forms, relation } = this;
    forms.sayKept(bar.target);
    bar.target = null;
    if (relation.draft?.to) relation.draft = null;
  }

  /** Closes the bar with the selection, or gives up the relation; false when there was neither. */
  escape(): boolean {
    if (this.isOpen) {
      this.close();
      this.#reader.words.clear();
      return true;
    }
    const had = this.relation.draft !== null;
    this.relation.draft = null;
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
    const { choosing } = this;
    if (choice?.kind === 'action') this.act(choice.id);
    else if (choice?.kind === 'new-entity') choosing.newEntity(choice.name);
    else if (choice?.kind === 'new-tag') await choosing.newTag(choice.name);
    else if (choice) {
      const also = how.also ? choice.also : undefined;
      await choosing.give(choice.entry, { stay: how.stay ?? false, also });
    }
  }

  /**
   * Begins one of the things beside tagging, for the bar's words or the selected highlight; words that
   * are being saved are a highlight first.
   */
  act(action: ActionId): void {
    const { bar } = this;
    if (this.#runner.isBusy) {
      void this.#runner.idle.then(() => this.act(action));
      return;
    }
    const { picked } = this.#reader;
    if (!bar.target && picked) this.offerMark(picked);
    if (!bar.target) return;
    bar.query = '';
    bar.active = 0;
    if (action === 'all') this.occurrences.start(bar.target);
    else if (action === 'relation') this.relation.start(bar.target);
    else bar.mode = { kind: action };
  }

  /** Goes back to the words of a draft and opens its form. */
  async resume({ kind, document, start, end }: FormDraft): Promise<void> {
    await this.#reader.goTo({ document, offset: start, at: performance.now() });
    if (this.#reader.open?.id !== document) return;
    this.#reader.words.set(start, end);
    this.offer();
    this.act(kind);
  }

  #offer(target: Target): void {
    const { bar, forms } = this;
    const before = bar.target;
    const same = before?.start === target.start && before.end === target.end;
    if (!same) forms.sayKept(before);
    bar.target = target;
    if (!same) bar.ask({ kind: 'choose' });
  }
}
