import { say } from '#data/words/say.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { FormDrafts, type FormDraft, type FormKind } from './form-drafts.svelte.ts';
import { excerpt, type Plan, type Target } from './plans.ts';
import type { TagTools } from './tag-tools.ts';

type Fields = Readonly<Record<string, string>>;

/** The forms of the tag bar: what is typed into them is kept until it is taken. */
export class TagForms {
  readonly drafts: FormDrafts;
  readonly #tools: TagTools;
  readonly #resume: (draft: FormDraft) => Promise<void>;

  constructor(tools: TagTools, store: ViewStore, resume: (draft: FormDraft) => Promise<void>) {
    this.drafts = new FormDrafts(store);
    this.#tools = tools;
    this.#resume = resume;
  }

  /** What was typed about these words before, by field. */
  draftOf(kind: FormKind): Fields | undefined {
    const { target } = this.#tools.bar;
    return target ? this.drafts.of(kind, target)?.fields : undefined;
  }

  /** Keeps what is typed; fields as the form began with them are no draft. */
  keep(kind: FormKind, fields: Fields, first: Fields): void {
    const { target } = this.#tools.bar;
    if (!target) return;
    const isNew = Object.entries(fields).some(([name, text]) => text !== first[name]);
    if (isNew) this.drafts.keep(kind, target, fields);
    else if (this.drafts.of(kind, target)) this.drafts.drop(kind, target);
  }

  /** Carries out what a form made of the words. */
  async take(plan: Plan): Promise<void> {
    const { bar, reader, runner } = this.#tools;
    const { target, form } = bar;
    if (!target) return;
    await runner.run(plan, target, () => {
      if (form) this.drafts.drop(form, target);
      bar.finish(target, plan.highlight);
      if (plan.shows) reader.inspect(plan.shows);
    });
  }

  /** Says that what was typed about these words is kept, as its form goes. */
  sayKept(target: Target | null): void {
    const { bar, notices } = this.#tools;
    const draft = bar.form && target ? this.drafts.of(bar.form, target) : undefined;
    if (!draft) return;
    notices.say(say('reader.kept', { kind: draft.kind, quote: excerpt(draft.quote) }), {
      label: say('reader.go-on'),
      run: () => notices.attempt(() => this.#resume(draft)),
    });
  }
}
