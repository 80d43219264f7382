import type { Highlight } from '#data/model/highlight.ts';
import type { Change } from '#data/model/records.ts';
import type { CaseFile } from '#data/storage/format.ts';
import { mapOf } from './plain-table.ts';

/** Highlights per document and per actor, kept up with every change instead of counted. */
export class Counts {
  readonly #highlights: Map<string, number>;
  readonly #mentions: Map<string, number>;

  /** `plain`: as they stand in `case.json`; nothing for a new case. */
  constructor(plain: CaseFile['counts'] = { highlights: {}, mentions: {} }) {
    this.#highlights = mapOf(plain.highlights);
    this.#mentions = mapOf(plain.mentions);
  }

  /** Number of highlights by document id; documents without any are absent. */
  get highlights(): ReadonlyMap<string, number> {
    return this.#highlights;
  }

  /** Number of highlights that name an actor, by actor id; those without any are absent. */
  get mentions(): ReadonlyMap<string, number> {
    return this.#mentions;
  }

  /** As they are now, whatever is counted afterwards; written as `case.json` has them. */
  copy(): Record<keyof CaseFile['counts'], ReadonlyMap<string, number>> {
    return { highlights: new Map(this.#highlights), mentions: new Map(this.#mentions) };
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind !== 'highlight') continue;
      if (change.before) this.#add(change.before, -1);
      if (change.after) this.#add(change.after, 1);
    }
  }

  #add({ document, entity }: Highlight, step: number): void {
    raise(this.#highlights, document, step);
    if (entity !== undefined) raise(this.#mentions, entity, step);
  }
}

function raise(table: Map<string, number>, key: string, step: number): void {
  const next = (table.get(key) ?? 0) + step;
  if (next > 0) table.set(key, next);
  else table.delete(key);
}
