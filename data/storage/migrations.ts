import type { Change, Kind } from '../model/records.ts';
import { FORMAT } from './format.ts';

/** A record as it stands in a file: of whatever format, so nothing is known of its members. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/**
 * One step from a format to the next. It is applied to every record that is read, from snapshots and
 * from the journal (whose lines are never rewritten, because their hashes form the audit trail). So
 * it must leave records alone that are in the new form already.
 */
export interface Migration {
  /** The format that it leads to; steps are numbered without gaps. */
  to: number;
  upgrade: (kind: Kind, record: PlainRecord) => PlainRecord;
}

/** The format that is written, and the steps that lead to it from older ones. */
export interface FormatPlan {
  current: number;
  migrations: readonly Migration[];
}

/** The plan of this program. Format 1 is the first, so there is no step yet. */
export const thisFormat: FormatPlan = { current: FORMAT, migrations: [] };

/** A record in the current format. Cost: nothing while there are no migrations. */
export function upgraded<R>(plan: FormatPlan, kind: Kind, record: R): R {
  let next: unknown = record;
  for (const { upgrade } of plan.migrations) next = upgrade(kind, next as PlainRecord);
  return next as R;
}

/** The changes of a journal record in the current format. */
export function upgradedChanges(plan: FormatPlan, changes: readonly Change[]): readonly Change[] {
  if (plan.migrations.length === 0) return changes;
  const side = <R>(kind: Kind, record: R | null): R | null =>
    record && upgraded(plan, kind, record);
  return changes.map(
    ({ kind, id, before, after }) =>
      ({ kind, id, before: side(kind, before), after: side(kind, after) }) as Change,
  );
}
