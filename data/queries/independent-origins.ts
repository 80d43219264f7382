import type { CaseDocument } from '../model/document.ts';
import type { CaseReader } from '../state/case-view.ts';
import { groupBy } from './group.ts';
import { Joined } from './joined.ts';
import { originKey } from './origins/outlets.ts';

/** Documents that count once, and why. */
export interface OriginGroup {
  documents: string[];
  /**
   * What makes them one: origins that were confirmed, links between documents, the publisher; `alone`: a
   * document that nothing is known to be joined with.
   */
  by: 'origin' | 'link' | 'publisher' | 'alone';
  /** Names of the origins, or of the publisher. */
  names: string[];
}

/** Whose words a document passes on, as far as is known: what tells them from others, with their names. */
interface Voices {
  by: OriginGroup['by'];
  names: ReadonlyMap<string, string>;
}

/**
 * How many independent origins speak in documents. A document passes on the words of its confirmed origins and
 * of those of all documents that confirmed links join it with (copies, versions, excerpts, translations, over
 * any number of steps); where there are none, those of the publisher of what it goes back to; else its own. So a
 * wire that a paper printed does not speak for the paper, and does not join it with other papers that printed
 * another wire of the agency. Made from links and origins alone, at the cost of one pass over both: to be made
 * anew when they change.
 */
export class IndependentOrigins {
  readonly #reader: Pick<CaseReader, 'get'>;
  readonly #joined = new Joined();
  /** Names of confirmed origins, by group of linked documents and by what tells them apart. */
  readonly #origins = new Map<string, Map<string, string>>();
  /** Of each group of linked documents those that go back to no other. */
  readonly #roots = new Map<string, string[]>();

  constructor(reader: Pick<CaseReader, 'all' | 'get'>) {
    this.#reader = reader;
    const links = [...reader.all('documentLink')].filter(({ state }) => state === 'confirmed');
    for (const { from, to } of links) this.#joined.join(from, to);
    const derived = new Set(links.map(({ from }) => from));
    for (const id of new Set(links.map(({ to }) => to))) {
      const group = this.#joined.groupOf(id);
      const roots = this.#roots.get(group) ?? [];
      this.#roots.set(group, derived.has(id) ? roots : [...roots, id]);
    }
    for (const { name, documents, state } of reader.all('origin')) {
      if (state === 'confirmed') for (const id of documents) this.#add(id, name);
    }
  }

  /** Number of independent origins among documents. */
  count(documents: Iterable<string>): number {
    return this.groups(documents).length;
  }

  /** Documents by what they have in common, in the order of their first; those that are gone count for nothing. */
  groups(documents: Iterable<string>): OriginGroup[] {
    const joined = new Joined();
    const known = [...new Set(documents)].flatMap((id) => {
      const document = this.#reader.get('document', id);
      if (!document) return [];
      const voices = this.#voicesOf(document);
      const [first = '', ...others] = voices.names.keys();
      for (const one of others) joined.join(first, one);
      return { id, first, voices };
    });
    return [...groupBy(known, ({ first }) => joined.groupOf(first)).values()].map((group) => ({
      documents: group.map(({ id }) => id),
      by: group[0]?.voices.by ?? 'alone',
      names: [...new Set(group.flatMap(({ voices }) => [...voices.names.values()]))].filter(
        Boolean,
      ),
    }));
  }

  #add(document: string, name: string): void {
    const group = this.#joined.groupOf(document);
    const names = this.#origins.get(group) ?? new Map<string, string>();
    const key = voiceOf(name);
    this.#origins.set(group, names.set(key, names.get(key) ?? name));
  }

  #voicesOf(document: CaseDocument): Voices {
    const group = this.#joined.groupOf(document.id);
    const origins = this.#origins.get(group);
    if (origins) return { by: 'origin', names: origins };
    const roots = this.#roots.get(group);
    if (!roots) {
      const names = new Map(publisherOf(document));
      if (names.size > 0) return { by: 'publisher', names };
      return { by: 'alone', names: new Map([[`document:${document.id}`, '']]) };
    }
    const sources = roots.flatMap((id) => this.#reader.get('document', id) ?? []);
    return {
      by: 'link',
      names: new Map([[`linked:${group}`, ''], ...sources.flatMap(publisherOf)]),
    };
  }
}

/** An agency that publishes its own words is the same voice as one that others name. */
const voiceOf = (name: string): string => `voice:${originKey(name)}`;

function publisherOf({ publisher = '' }: CaseDocument): [string, string][] {
  return originKey(publisher) === '' ? [] : [[voiceOf(publisher), publisher]];
}
