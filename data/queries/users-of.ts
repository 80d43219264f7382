import type { Kind, RecordOf, ResidentKind } from '../model/records.ts';
import type { CaseReader } from '../state/case-view.ts';

/** Records of the kind `from` that refer to a record, the oldest first. */
export function usersOf<K extends ResidentKind>(
  reader: CaseReader,
  from: K,
  kind: Kind,
  id: string,
): RecordOf<K>[] {
  const found: RecordOf<K>[] = [];
  for (const user of reader.referring(kind, id)) {
    const record = user.kind === from ? reader.get(from, user.id) : undefined;
    if (record) found.push(record);
  }
  return found.sort((one, other) => compare(one.createdAt, other.createdAt));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
