import type { Highlight } from '#data/model/highlight.ts';
import type { Change } from '#data/model/records.ts';
import type { CaseFile } from '#data/storage/format.ts';

/** Highlights per document and per actor, kept up with every change instead of counted. */
export class Counts {
  readonly #highlights = new Map<string, number>();
  readonly #mentions = new Map<string, number>();

  /** Number of highlights by document id; documents without any are absent. */
  get highlights(): ReadonlyMap<string, number> {
    return this.#highlights;
  }

  /** Number of highlights that name an actor, by actor id; those without any are absent. */
  get mentions(): ReadonlyMap<string, number> {
    return this.#mentions;
  }

  static from({ highlights, mentions }: CaseFile['counts']): Counts {
    const counts = new Counts();
    fill(counts.#highlights, highlights);
    fill(counts.#mentions, mentions);
    return counts;
  }

  /** As they stand in `case.json`. */
  plain(): CaseFile['counts'] {
    return {
      highlights: Object.fromEntries(this.#highlights),
      mentions: Object.fromEntries(this.#mentions),
    };
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

/** By key, not by entry: of the two, the one that makes no ten thousand little arrays on opening. */
function fill(table: Map<string, number>, plain: Record<string, number>): void {
  for (const id of Object.keys(plain)) table.set(id, plain[id] ?? 0);
}
