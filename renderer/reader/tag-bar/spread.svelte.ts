import { groupBy } from '#data/queries/group.ts';
import type { Aside, Occurrence } from '#data/queries/occurrence-places.ts';
import { tooLong } from '#data/queries/occurrences.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Assignment } from './plans.ts';

/** Most occurrences that are found: more nobody looks at one by one, and tags in one step. */
export const MOST_OCCURRENCES = 5000;

/** Why an occurrence comes unticked, in words. */
export const asideWords: Readonly<Record<Aside, string>> = {
  debris: say('reader.in-a-folded-part'),
  address: say('reader.in-an-address'),
  name: say('reader.in-a-longer-name'),
};

/** A line of the preview: a document, or an occurrence in it. */
export type SpreadRow =
  | { kind: 'document'; id: string; title: string; count: number }
  | { kind: 'occurrence'; id: string; occurrence: Occurrence };

/** What the words are and where they stand. */
export interface SpreadWish {
  assignment: Assignment;
  name: string;
  phrases: readonly string[];
  /** The open document. */
  document: string;
}

/** “All other occurrences”: where else the words stand, which of them to leave out, and where to look. */
export class Spread {
  readonly assignment: Assignment;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly document: string;
  wholeWords = $state(true);
  matchCase = $state(false);
  exactLetters = $state(false);
  /** Whether what is folded away is looked at too. */
  inFolded = $state(false);
  /** Whether all documents of the case are looked at, not only the open one. */
  everywhere = $state(false);
  /** Documents looked at so far, and whether there are more. */
  read = $state(0);
  searching = $state(false);
  occurrences: readonly Occurrence[] = $state.raw([]);
  readonly rows: readonly SpreadRow[] = $derived.by(() => this.#rows());
  /** The occurrences that are going to be marked. */
  readonly wanted: readonly Occurrence[] = $derived(
    this.occurrences.filter((occurrence) => this.isTicked(occurrence)),
  );
  /** Why these words cannot be looked for, if they cannot. */
  readonly refusal: string | undefined;

  /** Occurrences whose tick was turned, by {@link occurrenceKey}. */
  #turned: ReadonlySet<string> = $state.raw(new Set());
  readonly #model: CaseModel;
  /** Counts searches: one that began earlier stops. */
  #turn = 0;

  constructor(model: CaseModel, { assignment, name, phrases, document }: SpreadWish) {
    this.#model = model;
    this.assignment = assignment;
    this.name = name;
    this.phrases = phrases;
    this.document = document;
    this.refusal = tooLong(phrases);
  }

  isTicked(occurrence: Occurrence): boolean {
    return (occurrence.aside === undefined) !== this.#turned.has(occurrenceKey(occurrence));
  }

  toggle(occurrence: Occurrence): void {
    const turned = new Set(this.#turned);
    const key = occurrenceKey(occurrence);
    if (!turned.delete(key)) turned.add(key);
    this.#turned = turned;
  }

  /** Ticks all occurrences, or none. */
  tickAll(ticked: boolean): void {
    const turned = this.occurrences.filter(({ aside }) => (aside === undefined) !== ticked);
    this.#turned = new Set(turned.map(occurrenceKey));
  }

  /** Looks anew, batch by batch; an earlier look stops. Throws what the desktop refuses. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    this.occurrences = [];
    this.read = 0;
    if (this.refusal !== undefined) return;
    this.searching = true;
    try {
      await this.#lookThrough(() => turn !== this.#turn);
    } finally {
      if (turn === this.#turn) this.searching = false;
    }
  }

  /** Stops looking. */
  stop(): void {
    this.#turn++;
    this.searching = false;
  }

  async #lookThrough(isOver: () => boolean): Promise<void> {
    const { wholeWords, matchCase, exactLetters, everywhere, inFolded, document } = this;
    const { entity, tag } = this.assignment;
    const wish = {
      phrases: [...this.phrases],
      rules: { wholeWords, matchCase, exactLetters },
      ...(inFolded && { folded: true as const }),
      assignment: { ...(entity !== undefined && { entity }), ...(tag !== undefined && { tag }) },
    };
    let occurrences: readonly Occurrence[] = [];
    let after: string | undefined;
    for (;;) {
      const found = await this.#model.ask('document.occurrences', {
        ...wish,
        ...(everywhere ? (after === undefined ? {} : { after }) : { document }),
        limit: MOST_OCCURRENCES - occurrences.length,
      });
      if (isOver()) return;
      occurrences = [...occurrences, ...found.places];
      this.occurrences = occurrences;
      this.read += found.read;
      after = found.last;
      if (!found.more || !everywhere || occurrences.length >= MOST_OCCURRENCES) return;
    }
  }

  #rows(): SpreadRow[] {
    const titles = this.#model.table('document');
    return [...groupBy(this.occurrences, ({ document }) => document)].flatMap(
      ([id, occurrences]): SpreadRow[] => {
        const title = titles.get(id)?.title ?? id;
        const head: SpreadRow = {
          kind: 'document',
          id: `document ${id}`,
          title,
          count: occurrences.length,
        };
        const rows = occurrences.map((occurrence) => ({
          kind: 'occurrence' as const,
          id: occurrenceKey(occurrence),
          occurrence,
        }));
        return this.everywhere ? [head, ...rows] : rows;
      },
    );
  }
}

/** A name for an occurrence that does not change when options do. */
function occurrenceKey({ document, start, end }: Occurrence): string {
  return `${document}/${start}/${end}`;
}
