import { createHash } from 'node:crypto';
import type { Change, Kind, RecordOf } from '#data/model/records.ts';
import type { Problem } from '#data/queries/verify.ts';
import { say } from '#data/words/say.ts';

/**
 * What the records of a case must be when the journal is believed: a fingerprint of each, taken from
 * the last change that wrote it. Finds files that were altered together with their hashes. Cost: about
 * 100 bytes a record.
 */
export class Expectation {
  /** In many tables: one of a million entries stands still for 100 ms each time it doubles. */
  readonly #tables = Array.from({ length: 256 }, () => new Map<string, number>());
  /** Records that were changed while the check ran: not to be judged. */
  readonly #touched = new Set<string>();

  /** Takes a change of the journal into account. */
  follow({ kind, id, after }: Change): void {
    const key = `${kind}/${id}`;
    if (after) this.#tableOf(key).set(key, printOf(after));
    else this.#tableOf(key).delete(key);
  }

  /** Leaves records out that are changed at this moment. */
  excuse(changes: readonly Change[]): void {
    for (const { kind, id } of changes) this.#touched.add(`${kind}/${id}`);
  }

  /** Compares a record of the case; each is asked for once. */
  check(kind: Kind, record: RecordOf<Kind>): Problem[] {
    const key = `${kind}/${record.id}`;
    const prints = this.#tableOf(key);
    const print = prints.get(key);
    prints.delete(key);
    if (this.#touched.has(key) || print === printOf(record)) return [];
    return [problem(record.id, say('checks.otherThanJournal', { kind, id: record.id }))];
  }

  /** Records of the journal that were not asked for: the case has lost them. */
  *missing(): Generator<Problem> {
    for (const prints of this.#tables) {
      for (const key of prints.keys()) {
        if (this.#touched.has(key)) continue;
        const [kind = '', id = ''] = key.split('/');
        yield problem(id, say('checks.notInCase', { kind, id }));
      }
    }
  }

  /** By the end of the id, which is chance in ours and counts in others. */
  #tableOf(key: string): Map<string, number> {
    const end = key.length - 1;
    const place = (key.charCodeAt(end) * 31 + key.charCodeAt(end - 1)) % this.#tables.length;
    return this.#tables[place] as Map<string, number>;
  }
}

/** 48 bits are enough: a forger who aims at them must still write a journal with a whole chain. */
function printOf(record: object): number {
  return createHash('sha256').update(JSON.stringify(record)).digest().readUIntBE(0, 6);
}

const problem = (where: string, message: string): Problem => ({
  check: 'snapshot',
  where,
  message,
});
