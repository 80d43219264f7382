import { createHash } from 'node:crypto';
import type { Change, Kind, RecordOf } from '#data/model/records.ts';
import type { Problem } from '#data/queries/verify.ts';

/**
 * What the records of a case must be when the journal is believed: a fingerprint of each, taken from
 * the last change that wrote it. Finds files that were altered together with their hashes. Cost: about
 * 100 bytes a record.
 */
export class Expectation {
  readonly #prints = new Map<string, number>();
  /** Records that were changed while the check ran: not to be judged. */
  readonly #touched = new Set<string>();

  /** Takes a record of the journal into account. */
  follow(changes: readonly Change[]): void {
    for (const { kind, id, after } of changes) {
      if (after) this.#prints.set(`${kind}/${id}`, printOf(after));
      else this.#prints.delete(`${kind}/${id}`);
    }
  }

  /** Leaves records out that are changed at this moment. */
  excuse(changes: readonly Change[]): void {
    for (const { kind, id } of changes) this.#touched.add(`${kind}/${id}`);
  }

  /** Compares a record of the case; each is asked for once. */
  check(kind: Kind, record: RecordOf<Kind>): Problem[] {
    const key = `${kind}/${record.id}`;
    const print = this.#prints.get(key);
    this.#prints.delete(key);
    if (this.#touched.has(key) || print === printOf(record)) return [];
    return [problem(record.id, `The ${kind} ${record.id} is not as the journal tells.`)];
  }

  /** Records of the journal that were not asked for: the case has lost them. */
  *missing(): Generator<Problem> {
    for (const key of this.#prints.keys()) {
      if (this.#touched.has(key)) continue;
      const [kind = '', id = ''] = key.split('/');
      yield problem(id, `The ${kind} ${id} of the journal is not in the case.`);
    }
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
