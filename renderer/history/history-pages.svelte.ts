import type { HistoryEntry } from '#data/api/case.ts';
import { readStepLabel } from '#data/operations/step-label.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';

/** Entries that are asked for at a time. */
const PAGE = 100;

/** The history as far as it is shown, newest first; undo and redo name the step they are about. */
export class HistoryPages {
  entries: readonly HistoryEntry[] = $state.raw([]);
  isAll = $state(false);
  /** Labels of operations by number: all that are shown, and those that shown steps are about. */
  #labels: ReadonlyMap<number, string> = $state.raw(new Map());
  /** Counts beginnings: an answer that comes after a newer one began is dropped. */
  #began = 0;

  readonly #model: CaseModel;

  constructor(model: CaseModel) {
    this.#model = model;
  }

  /** Begins anew with the newest entries. */
  async begin(): Promise<void> {
    const turn = ++this.#began;
    const page = await this.#model.ask('case.history', { limit: PAGE });
    const labels = await this.#withTargets(page, new Map());
    if (turn !== this.#began) return;
    this.#show(page, labels, page.length);
  }

  /** Adds the next older entries. */
  async older(): Promise<void> {
    const turn = this.#began;
    const before = this.entries.at(-1)?.n;
    if (before === undefined) return;
    const page = await this.#model.ask('case.history', { limit: PAGE, before });
    const labels = await this.#withTargets(page, this.#labels);
    if (turn !== this.#began) return;
    this.#show([...this.entries, ...page], labels, page.length);
  }

  /** What an entry did, in words. */
  wordsOf({ op, label }: HistoryEntry): string {
    const step = op === 'undo' || op === 'redo' ? readStepLabel(label) : undefined;
    const about = step && this.#labels.get(step.n);
    return step && about !== undefined
      ? say(`historyPanel.told-${step.kind}`, { step: about })
      : label;
  }

  #show(entries: readonly HistoryEntry[], labels: Map<number, string>, added: number): void {
    this.#labels = labels;
    this.entries = entries;
    this.isAll = added < PAGE;
  }

  /** The known labels, those of a page, and those of the older operations that its steps are about. */
  async #withTargets(
    page: readonly HistoryEntry[],
    known: ReadonlyMap<number, string>,
  ): Promise<Map<number, string>> {
    const labels = new Map(known);
    for (const { n, label } of page) labels.set(n, label);
    const wanted = page
      .filter(({ op }) => op === 'undo' || op === 'redo')
      .map(({ label }) => readStepLabel(label)?.n)
      .filter((n) => n !== undefined);
    const missing = [...new Set(wanted)].filter((n) => !labels.has(n));
    const answers = await Promise.all(
      missing.map((n) => this.#model.ask('case.history', { limit: 1, before: n + 1 })),
    );
    for (const { n, label } of answers.flat()) labels.set(n, label);
    return labels;
  }
}
