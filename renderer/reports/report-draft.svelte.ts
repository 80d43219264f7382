import type { CallInput } from '#data/api/api.ts';
import { reportSections } from '#data/formats/report/sections/registry.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { newId } from '../ui/new-id.ts';
import { moved, orderOf } from './section-order.ts';

/** What the desktop needs to make a report. */
export type ReportWords = CallInput<'report.preview'>;

const usual = reportSections.map(({ id }) => id);

/** The report that is being written. It becomes part of the case when a field is left, not letter by letter. */
export class ReportDraft {
  /** Id of the stored report; absent until it is first saved. */
  id: string | undefined = $state();
  title = $state('');
  summary = $state('');
  /** Ids of the chosen sections. */
  chosen: ReadonlySet<string> = $state.raw(new Set());
  /** Ids of all sections, in the order in which the report has those that are chosen. */
  order: readonly string[] = $state.raw(usual);
  readonly #model: CaseModel;
  /** The words as the case holds them, or as a new report starts, in JSON. */
  #kept = '';

  constructor(model: CaseModel) {
    this.#model = model;
    this.open([...model.table('report').keys()].at(-1));
  }

  /** Takes up a stored report, or starts a new one. */
  open(id: string | undefined): void {
    const stored = id === undefined ? undefined : this.#model.table('report').get(id);
    this.id = stored?.id;
    this.title = stored?.title ?? this.#model.header.title;
    this.summary = stored?.summary ?? '';
    this.chosen = new Set(stored?.sections ?? usual);
    this.order = orderOf(usual, stored?.sections);
    this.#kept = JSON.stringify(this.words);
  }

  choose(section: string, wanted: boolean): void {
    const next = new Set(this.chosen);
    if (wanted) next.add(section);
    else next.delete(section);
    this.chosen = next;
  }

  /** Puts a section at another place in the order. */
  move(section: string, to: number): void {
    this.order = moved(this.order, section, to);
  }

  /** The words as the desktop takes them; undefined while there is no title. */
  get words(): ReportWords | undefined {
    const title = this.title.trim();
    if (title === '') return undefined;
    const sections = this.order.filter((id) => this.chosen.has(id));
    return {
      title,
      ...(this.summary.trim() === '' ? {} : { summary: this.summary }),
      ...(sections.join() === usual.join() ? {} : { sections }),
    };
  }

  /**
   * Saves the words in the case if they were changed since they were taken up; resolves when they are
   * durable. A refused change counts as unsaved again. Nothing is saved without a title.
   */
  async save(): Promise<void> {
    const { words } = this;
    const kept = this.#kept;
    if (!words || JSON.stringify(words) === kept) return;
    this.#kept = JSON.stringify(words);
    try {
      await this.#store(words);
    } catch (thrown) {
      this.#kept = kept;
      if (this.id !== undefined && !this.#model.table('report').has(this.id)) this.id = undefined;
      throw thrown;
    }
  }

  async #store(words: ReportWords): Promise<void> {
    if (this.id === undefined) {
      const id = newId();
      // Set at once, so that a change made meanwhile becomes an update of the same report.
      this.id = id;
      await this.#model.perform('report.add', { id, ...words });
    } else {
      const { title, summary = null, sections = null } = words;
      await this.#model.perform('report.update', { id: this.id, title, summary, sections });
    }
  }
}
