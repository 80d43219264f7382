import type { Request } from '#data/operations/engine.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { Plan, Target } from './plans.ts';

/** Carries out what the tag bar plans, one plan at a time. */
export class PlanRunner {
  readonly #model: CaseModel;
  readonly #notices: Notices;
  /** Whether something is being saved: what is pressed twice is done once. */
  #busy = false;

  constructor(model: CaseModel, notices: Notices) {
    this.#model = model;
    this.#notices = notices;
  }

  /**
   * Performs a plan as one step of undo; false when it was refused, which is shown, or another one is on
   * its way: a press too many is not a second wish. A plan without steps is done already.
   */
  async run(plan: Plan, target: Target): Promise<boolean> {
    if (this.#busy) return false;
    if (plan.steps.length === 0) return true;
    this.#busy = true;
    try {
      const steps = [...this.#startReading(target.document), ...plan.steps];
      const done = await this.#notices.attempt(() => this.#model.performAll(plan.label, steps));
      return done !== undefined;
    } finally {
      this.#busy = false;
    }
  }

  /** The first mark in an unread document makes it one that is being read. */
  #startReading(id: string): Request[] {
    if (this.#model.table('document').get(id)?.state !== 'unread') return [];
    return [{ op: 'document.update', input: { id, state: 'reading' } }];
  }
}
