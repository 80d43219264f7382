import { say, words } from '#data/words/say.ts';
import { newId } from '../../ui/new-id.ts';
import { assignAll, excerpt, type Assignment, type Target } from './plans.ts';
import { Spread } from './spread.svelte.ts';
import type { TagTools } from './tag-tools.ts';

/** “All other occurrences”: gives what the words have to the same words elsewhere. */
export class TagOccurrences {
  readonly #tools: TagTools;

  constructor(tools: TagTools) {
    this.#tools = tools;
  }

  /** Opens the preview for what the words have; asks for something first if they have nothing. */
  start(target: Target): void {
    const { bar, lookup } = this.#tools;
    const [entity] = target.mark?.entities ?? [];
    const [tag] = target.mark?.tags ?? [];
    if (entity !== undefined) this.preview(target, { entity }, lookup.nameOf(entity));
    else if (tag !== undefined) this.preview(target, { tag }, lookup.tagName(tag));
    else bar.mode = { kind: 'choose', then: 'all' };
  }

  /** Shows where else the words stand. */
  preview(target: Target, assignment: Assignment, name: string): void {
    const { bar, lookup, model, reader } = this.#tools;
    const { open } = reader;
    if (!open || open.id !== target.document) return;
    const phrases = lookup.phrases(assignment.entity, target.quote);
    const spread = new Spread(model, { assignment, name, phrases, document: open.id });
    bar.mode = { kind: 'spread', spread };
  }

  /** Marks every occurrence of the preview that was not left out, as one step of undo. */
  async take({ wanted, assignment, name, phrases }: Spread): Promise<void> {
    const { bar, model, notices, runner } = this.#tools;
    const { target } = bar;
    if (!target) return;
    const steps = assignAll(wanted, assignment, newId);
    const quote = excerpt(phrases[0] ?? '');
    const count = wanted.length;
    const label = words('history.highlight.tagAll', { count, quote, name });
    await runner.run({ label, steps, highlight: '' }, target, () => {
      notices.say(say('reader.spread.tagged', { n: count, name }), {
        label: say('reader.undo'),
        run: () => notices.attempt(() => model.perform('undo', {})),
      });
      bar.finish(target, undefined);
    });
  }
}
