import type { Marks } from './marks.ts';
import { onlyKeys, parseEntries, values, type Entry } from './parse-entries.ts';
import type { SampleOperation, SourceFile } from './sample.ts';
import { sourceError } from './source-error.ts';

/** The declared actors: `id | type | name`, with `alias:` and `note:` lines. */
export class Actors {
  readonly #entries = new Map<string, Entry>();

  /** Takes an entry; refuses an id that is taken and a quotation, which belongs elsewhere. */
  add(entry: Entry): void {
    onlyKeys(entry, ['alias', 'note']);
    const [id = ''] = entry.head;
    if (this.#entries.has(id)) throw sourceError(entry.file, entry.line, `${id} is declared twice`);
    if (entry.evidence.length > 0) {
      throw sourceError(entry.file, entry.line, 'an actor has no evidence here, mark it in a note');
    }
    this.#entries.set(id, entry);
  }

  /** Whether an actor of this id is declared. */
  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** The id, if it is declared; throws otherwise. */
  need(entry: Entry, id: string): string {
    if (this.has(id)) return id;
    throw sourceError(entry.file, entry.line, `no actor is called ${id}`);
  }

  /** `entity.add` for each actor. */
  additions(): SampleOperation[] {
    return [...this.#entries.values()].map((entry) => {
      const [id = '', type, name] = entry.head;
      const aliases = values(entry, 'alias');
      const note = values(entry, 'note').join(' ');
      return {
        op: 'entity.add',
        input: {
          id,
          type,
          name,
          ...(aliases.length > 0 ? { aliases } : {}),
          ...(note === '' ? {} : { note }),
        },
      };
    });
  }

  /** `entity.update` for each actor with an alias that a highlight proves. */
  provenance(marks: Marks): SampleOperation[] {
    return [...this.#entries.values()].flatMap((entry) => {
      const [id = ''] = entry.head;
      const aliases = values(entry, 'alias').map((name) => {
        const evidence = marks.naming(id, name);
        return evidence === undefined ? { name } : { name, evidence };
      });
      const proven = aliases.some((alias) => 'evidence' in alias);
      return proven ? [{ op: 'entity.update', input: { id, aliases } }] : [];
    });
  }
}

/** Reads the list of actors. */
export function compileActors(source: SourceFile): Actors {
  const actors = new Actors();
  for (const entry of parseEntries(source, 3)) actors.add(entry);
  return actors;
}
