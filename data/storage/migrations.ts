import { isKind, type Change, type Kind, type KindedRecord } from '../model/records.ts';
import { FORMAT } from './format.ts';
import type { CaseFacts, Migration, PlainRecord } from './migration.ts';
import { toFormat2 } from './to-format-2.ts';
import { toFormat3 } from './to-format-3.ts';
import { toFormat4 } from './to-format-4.ts';

/** The format that is written, and the steps that lead to it from older ones. */
export interface FormatPlan {
  current: number;
  migrations: readonly Migration[];
}

/** The plan of this program. */
export const thisFormat: FormatPlan = {
  current: FORMAT,
  migrations: [toFormat2, toFormat3, toFormat4],
};

/** Brings what is read of a case into the current form. Cost for a record in that form: one look at it. */
export class Upgrade {
  readonly plan: FormatPlan;
  readonly #facts: CaseFacts;

  constructor(plan: FormatPlan, facts: CaseFacts) {
    this.plan = plan;
    this.#facts = facts;
  }

  /** A record in the current form. */
  record<R>(kind: Kind, record: R): R {
    let next: unknown = record;
    for (const step of this.plan.migrations) {
      next = step.upgrade(kind, next as PlainRecord, this.#facts);
    }
    return next as R;
  }

  /** Records that a record of an older form stands for beside itself. */
  beside(kind: Kind, record: unknown): KindedRecord[] {
    const found: KindedRecord[] = [];
    let next = record as PlainRecord;
    for (const step of this.plan.migrations) {
      found.push(...(step.beside?.(kind, next, this.#facts) ?? []));
      next = step.upgrade(kind, next, this.#facts);
    }
    return found;
  }

  /** Whether records of that kind may come from older ones of another. */
  makes(kind: Kind): boolean {
    return this.plan.migrations.some(({ makes }) => makes?.includes(kind));
  }

  /** A change set in the current form. Kinds that only a newer program knows are left out. */
  changes(changes: readonly Change[]): readonly Change[] {
    const known = changes.every(({ kind }) => isKind(kind))
      ? changes
      : changes.filter(hasKnownKind);
    return this.plan.migrations.length === 0
      ? known
      : known.flatMap((change) => [this.#change(change), ...this.#changesBeside(change)]);
  }

  #change({ kind, id, before, after }: Change): Change {
    const side = <R>(record: R | null) => record && this.record(kind, record);
    return { kind, id, before: side(before), after: side(after) } as Change;
  }

  /** What comes with a record comes and goes with it, and else goes its own way. */
  #changesBeside({ kind, before, after }: Change): Change[] {
    if (before && after) return [];
    const isMade = after !== null;
    return this.beside(kind, after ?? before).map(({ kind: other, record }) => {
      const { id } = record;
      return {
        kind: other,
        id,
        before: isMade ? null : record,
        after: isMade ? record : null,
      } as Change;
    });
  }
}

const hasKnownKind = ({ kind }: Change): boolean => isKind(kind);
