import { setImmediate as breathe } from 'node:timers/promises';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';

/** Records whose text is made at a time: a few milliseconds, so that others get their turn. */
const SLICE = 1_000;

/** An answer to the window whose JSON text was made ahead, while nobody waited for it. */
export class SerializedSnapshot {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/**
 * Makes the text of a snapshot in slices: that of a large case has some 10 MB. The records are those
 * of the moment of the call.
 */
export async function serializeSnapshot({
  records,
  ...rest
}: CaseSnapshot): Promise<SerializedSnapshot> {
  const tables: string[] = [];
  for (const [kind, table] of Object.entries(records)) {
    const slices: string[] = [];
    for (let at = 0; at < table.length; at += SLICE) {
      slices.push(JSON.stringify(table.slice(at, at + SLICE)).slice(1, -1));
      await breathe();
    }
    tables.push(`${JSON.stringify(kind)}:[${slices.join(',')}]`);
  }
  const others = JSON.stringify(rest).slice(1);
  return new SerializedSnapshot(`{"records":{${tables.join(',')}},${others}`);
}
