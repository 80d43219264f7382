import { residentKinds, type RecordOf, type ResidentKind } from '#data/model/records.ts';
import type { CaseFile } from '#data/storage/format.ts';
import type { Upgrade } from '#data/storage/migrations.ts';
import type { TimeSlice } from '../disk/time-slice.ts';

/** The records of one kind that a snapshot holds, in the current form. */
export function* recordsOf<K extends ResidentKind>(
  upgrade: Upgrade,
  { format, records }: CaseFile,
  kind: K,
): Generator<RecordOf<K>> {
  for (const record of records[kind] ?? []) yield upgrade.record(kind, record);
  if (format >= upgrade.plan.current || !upgrade.makes(kind)) return;
  for (const from of residentKinds) {
    for (const record of records[from] ?? []) {
      for (const made of upgrade.beside(from, record)) {
        if (made.kind === kind) yield made.record as RecordOf<K>;
      }
    }
  }
}

/** All of them, beside edits: what records stand for may have to be read from texts. */
export async function allRecords(
  upgrade: Upgrade,
  { records }: CaseFile,
  slice: TimeSlice,
): Promise<CaseFile['records']> {
  const all = new Map<string, RecordOf<ResidentKind>[]>(residentKinds.map((kind) => [kind, []]));
  for (const kind of residentKinds) {
    for (const record of records[kind] ?? []) {
      all.get(kind)?.push(upgrade.record(kind, record));
      for (const made of upgrade.beside(kind, record)) {
        if (made.kind !== 'highlight') all.get(made.kind)?.push(made.record);
      }
      if (slice.over) await slice.pause();
    }
  }
  return Object.fromEntries(all);
}
