import type { Request } from '#data/operations/engine.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { Plan, Target } from './plans.ts';

/** Carries out what the tag bar plans, one plan after the other. */
export class PlanRunner {
  readonly #model: Pick<CaseModel, 'table' | 'performAll'>;
  readonly #notices: Pick<Notices, 'attempt'>;
  /** Words something is being saved for: what is pressed twice is done once. */
  readonly #saving = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(model: Pick<CaseModel, 'table' | 'performAll'>, notices: Pick<Notices, 'attempt'>) {
    this.#model = model;
    this.#notices = notices;
  }

  /** Whether something is being saved. */
  get isBusy(): boolean {
    return this.#saving.size > 0;
  }

  /** Resolves when all that was planned until now is saved, and what followed it is done. */
  get idle(): Promise<void> {
    return this.#last;
  }

  /**
   * Performs a plan as one step of undo, then does what `follows`; a plan that is refused is shown, and
   * nothing follows. A plan without steps is done already. A second plan for words that are being saved
   * is a press too many; one for other words waits for its turn, so that a slow disk loses no tag.
   */
  run(plan: Plan, target: Target, follows: () => void): Promise<void> {
    const { document, start, end, area } = target;
    const key = JSON.stringify([document, start, end, area]);
    if (this.#saving.has(key)) return this.#last;
    this.#saving.add(key);
    const turn = async (): Promise<void> => {
      const done = await this.#perform(plan, document);
      this.#saving.delete(key);
      if (done) follows();
    };
    this.#last = this.#last.then(turn, turn);
    return this.#last;
  }

  async #perform({ label, steps }: Plan, document: string): Promise<boolean> {
    if (steps.length === 0) return true;
    const all = [...this.#startReading(document), ...steps];
    const done = await this.#notices.attempt(() => this.#model.performAll(label, all));
    return done !== undefined;
  }

  /** The first mark in an unread document makes it one that is being read. */
  #startReading(id: string): Request[] {
    if (this.#model.table('document').get(id)?.state !== 'unread') return [];
    return [{ op: 'document.update', input: { id, state: 'reading' } }];
  }
}
