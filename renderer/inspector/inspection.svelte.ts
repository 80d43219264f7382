import type { Said } from '#data/api/highlight.ts';
import { asAppError, type AppError } from '#data/errors.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { Passage } from '#data/queries/passage.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { passageCache, quoteCache, type MarkCache } from '../state/mark-cache.svelte.ts';
import type { NoticeAction, Notices } from '../state/notices.svelte.ts';
import type { Selected, SelectedWords, Selection } from '../state/selection.svelte.ts';
import type { Plan, Target } from '../reader/tag-bar/plans.ts';
import type { IconName } from '../ui/icons.ts';
import type { EvidenceUser } from './evidence-plans.ts';
import { PageNumbers } from './page-numbers.svelte.ts';

/** The most mentions that the inspector lists. */
export const MOST_MENTIONS = 300;
/** How many earlier things “back” remembers. */
const TRAIL = 50;

/** One thing to do with what is inspected, beside removing it. */
export interface Tool {
  icon: IconName;
  label: string;
  run: () => unknown;
}

/** What is shown of a document. */
export type DocumentTab = 'about' | 'regions';

/** What the inspector shows and does; its panels share it. */
export class Inspection {
  readonly model: CaseModel;
  readonly selection: Selection;
  readonly notices: Notices;
  readonly quotes: MarkCache<Highlight>;
  /** The sentences around quotes. */
  readonly passages: MarkCache<Passage>;
  readonly pages: PageNumbers;
  documentTab: DocumentTab = $state('about');
  /** Things looked at before, the last one last. */
  trail: readonly Selected[] = $state.raw([]);
  /** Whether the form for a new relation is open, and with whom. */
  linking: { from: string; to?: string } | null = $state.raw(null);
  /** Whether it is being asked which actor the selected one is merged into. */
  merging = $state(false);
  /** A wish to see the mentions of an actor, until it is fulfilled. */
  mentionsAsked = $state(false);
  /** How what is inspected is removed, while it can be. */
  removal: { label: string; run: () => unknown } | undefined = $state.raw();
  /** Rises whenever highlights change, for lists that are asked from the desktop. */
  marksChanged = $state(0);
  #last: Selected | null = null;

  constructor(model: CaseModel, selection: Selection, notices: Notices) {
    this.model = model;
    this.selection = selection;
    this.notices = notices;
    this.quotes = quoteCache(model);
    this.passages = passageCache(model);
    this.pages = new PageNumbers(model, notices);
  }

  /** Follows the case; returns how to stop. */
  start(): () => void {
    const stop = this.model.onHighlights(() => this.marksChanged++);
    return () => {
      stop();
      this.quotes.close();
      this.passages.close();
      this.pages.close();
    };
  }

  /** Remembers what was looked at before; call when the selection changes. */
  follow(item: Selected | null): void {
    const before = this.#last;
    if (before?.id === item?.id && before?.kind === item?.kind) return;
    this.#last = item;
    this.linking = null;
    this.merging = false;
    if (before && item) this.trail = [...this.trail, before].slice(-TRAIL);
  }

  /** Goes back to what was looked at before. */
  back(): void {
    const before = this.trail.at(-1);
    if (!before) return;
    this.trail = this.trail.slice(0, -1);
    this.#last = null;
    this.selection.select(before);
  }

  /** Runs an operation; a refusal is shown, and resolves to false. */
  async perform(op: string, input: unknown): Promise<boolean> {
    try {
      await this.model.perform(op, input);
      return true;
    } catch (thrown) {
      this.notices.fail(thrown, this.#instead(asAppError(thrown)));
      return false;
    }
  }

  /** What a refusal points to: the entry that has the name or the key already. */
  #instead({ code, details }: AppError): NoticeAction | undefined {
    const { id, kind, name } = details;
    if (code !== 'duplicate-name' || kind !== 'tag' || typeof id !== 'string') return undefined;
    return {
      label: say('inspector.show-named', { name: String(name) }),
      run: () => this.selection.select({ kind: 'tag', id }),
    };
  }

  /** Performs a plan as one step of undo; a refusal is shown. */
  async carryOut({ label, steps }: Pick<Plan, 'label' | 'steps'>): Promise<void> {
    await this.notices.attempt(() => this.model.performAll(label, steps));
  }

  /** Selected words with the highlight that covers exactly them, if there is one. */
  async targetOf(words: SelectedWords): Promise<Target | undefined> {
    const { document: id, start, end } = words;
    const part = await this.notices.attempt(() =>
      this.model.ask('document.part', { id, start, end }),
    );
    if (!part) return undefined;
    const mark = part.highlights.find((one) => one.start === start && one.end === end);
    return mark ? { ...words, mark } : words;
  }

  /** A relation, event or claim by its id. */
  carrier(id: string): (EvidenceUser & { evidence: readonly string[] }) | undefined {
    for (const kind of ['relation', 'event', 'claim'] as const) {
      const record = this.model.table(kind).get(id);
      if (record) return { kind, id, evidence: record.evidence };
    }
    return undefined;
  }

  /** Changes fields of a record; null empties one. */
  update(kind: Selected['kind'], id: string, fields: Record<string, unknown>): Promise<boolean> {
    return this.perform(`${kind}.update`, { id, ...fields });
  }

  /** Removes a record, says so, and offers to bring it back. */
  async remove(op: string, input: Record<string, unknown>, said: string): Promise<void> {
    if (!(await this.perform(op, input))) return;
    this.selection.select(this.trail.findLast((one) => this.isThere(one)) ?? null);
    this.notices.say(said, { label: say('inspector.undo'), run: () => this.perform('undo', {}) });
  }

  /** Shows a quote in the reader; what is inspected stays. */
  reveal({ document, id }: Pick<Highlight, 'document' | 'id'>): void {
    this.selection.reveal = { document, highlight: id, at: performance.now() };
  }

  /**
   * Quotes that name an actor or carry a tag, at most {@link MOST_MENTIONS}. `unfolded`: only those in the
   * text proper, for what the program offers by itself.
   */
  async mentions(of: { entity: string } | { tag: string }, unfolded?: true): Promise<Highlight[]> {
    const limit = MOST_MENTIONS;
    const quotes = await this.notices.attempt(() =>
      this.model.ask('highlight.with', { ...of, ...(unfolded && { unfolded }), limit }),
    );
    return (quotes ?? []).map(({ highlight }) => highlight);
  }

  /** The words that link the two highlights of each pair. */
  async said(pairs: [string, string][]): Promise<Said[]> {
    if (pairs.length === 0) return [];
    return (await this.notices.attempt(() => this.model.ask('highlight.said', { pairs }))) ?? [];
  }

  /** Name of an actor. */
  nameOf(id: string): string {
    return this.model.table('entity').get(id)?.name ?? id;
  }

  /** Whether a selected record is (still) in the case. Highlights are taken at their word. */
  isThere(item: Selected): boolean {
    return item.kind === 'highlight' || this.model.table(item.kind).has(item.id);
  }
}
