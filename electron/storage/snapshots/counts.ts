import type { Highlight } from '#data/model/highlight.ts';
import type { Change } from '#data/model/records.ts';
import type { CountsFile } from '#data/storage/format.ts';
import { mapOf } from './plain-table.ts';

/** Highlights per document, actor and tag, kept up with every change instead of counted. */
export class Counts {
  readonly #highlights: Map<string, number>;
  readonly #mentions: Map<string, number>;
  /** Undefined while nobody has counted them. */
  #tags: Map<string, number> | undefined;

  /** `plain`: as they stand in `case.json`; nothing for a new case. */
  constructor(plain: CountsFile = { highlights: {}, mentions: {}, tags: {} }) {
    this.#highlights = mapOf(plain.highlights);
    this.#mentions = mapOf(plain.mentions);
    this.#tags = plain.tags && mapOf(plain.tags);
  }

  /** Number of highlights by document id; documents without any are absent. */
  get highlights(): ReadonlyMap<string, number> {
    return this.#highlights;
  }

  /** Number of highlights that name an actor, by actor id; those without any are absent. */
  get mentions(): ReadonlyMap<string, number> {
    return this.#mentions;
  }

  /** Number of highlights that carry a tag, by tag id; undefined while they have to be counted. */
  get tags(): ReadonlyMap<string, number> | undefined {
    return this.#tags;
  }

  /** Takes the tags of all highlights as counted; changes are followed from then on. */
  setTags(counted: Map<string, number>): void {
    this.#tags = counted;
  }

  /** As they are now, whatever is counted afterwards; written as `case.json` has them. */
  copy(): { [K in keyof CountsFile]: ReadonlyMap<string, number> } {
    return {
      highlights: new Map(this.#highlights),
      mentions: new Map(this.#mentions),
      ...(this.#tags && { tags: new Map(this.#tags) }),
    };
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind !== 'highlight') continue;
      if (change.before) this.#add(change.before, -1);
      if (change.after) this.#add(change.after, 1);
    }
  }

  #add({ document, entities, tags }: Highlight, step: number): void {
    raise(this.#highlights, document, step);
    for (const entity of entities) raise(this.#mentions, entity, step);
    if (this.#tags) for (const tag of tags) raise(this.#tags, tag, step);
  }
}

/** Adds to a count; what comes to nothing is left out. */
export function raise(table: Map<string, number>, key: string, step: number): void {
  const next = (table.get(key) ?? 0) + step;
  if (next > 0) table.set(key, next);
  else table.delete(key);
}
