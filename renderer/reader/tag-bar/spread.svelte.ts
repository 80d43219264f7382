import { occurrences, surroundings, tooLong } from '#data/queries/occurrences.ts';
import type { Highlight } from '#data/model/highlight.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Gift, Target } from './plans.ts';

/** One place that would get the same, with its surroundings. */
export interface Place {
  target: Target;
  title: string;
  before: string;
  after: string;
}

/** A text in which occurrences are looked for. */
export interface Searched {
  document: string;
  title: string;
  text: string;
  marks: readonly Highlight[];
}

const MOST = 5000;

/** “All other occurrences”: where else the words stand, which of them to leave out, and where to look. */
export class Spread {
  readonly gift: Gift;
  readonly name: string;
  readonly phrases: readonly string[];
  wholeWords = $state(true);
  matchCase = $state(false);
  exactLetters = $state(false);
  /** Whether all documents of the case are looked at, not only the open one. */
  everywhere = $state(false);
  /** Documents read so far while looking everywhere. */
  read = $state(0);
  /** Places left out, by {@link placeKey}. */
  except: ReadonlySet<string> = $state.raw(new Set());
  readonly places: readonly Place[] = $derived.by(() => this.#find());
  /** Why these words cannot be looked for, if they cannot. */
  readonly refusal: string | undefined;

  readonly #model: CaseModel;
  readonly #here: () => Searched;
  #others: readonly Searched[] = $state.raw([]);

  constructor(
    model: CaseModel,
    { gift, name, phrases }: Pick<Spread, 'gift' | 'name' | 'phrases'>,
    here: () => Searched,
  ) {
    this.#model = model;
    this.gift = gift;
    this.name = name;
    this.phrases = phrases;
    this.#here = here;
    this.refusal = tooLong(phrases);
  }

  /** The places that are going to be marked. */
  get wanted(): Place[] {
    return this.places.filter((place) => !this.except.has(placeKey(place)));
  }

  toggle(place: Place): void {
    const except = new Set(this.except);
    const key = placeKey(place);
    if (!except.delete(key)) except.add(key);
    this.except = except;
  }

  toggleAll(): void {
    this.except = this.except.size > 0 ? new Set() : new Set(this.places.map(placeKey));
  }

  /** Reads the other documents one by one; stops when looking everywhere is taken back. */
  async lookEverywhere(documents: Iterable<{ id: string; title: string }>): Promise<void> {
    this.everywhere = true;
    const known = new Set(this.#others.map(({ document }) => document));
    for (const { id, title } of documents) {
      if (!this.everywhere) return;
      if (id === this.#here().document || known.has(id)) continue;
      const { text, highlights } = await this.#model.ask('document.read', { id });
      this.#others = [...this.#others, { document: id, title, text: text.text, marks: highlights }];
      this.read++;
    }
  }

  #find(): Place[] {
    if (this.refusal !== undefined) return [];
    const where = this.everywhere ? [this.#here(), ...this.#others] : [this.#here()];
    const { wholeWords, matchCase, exactLetters } = this;
    const options = { wholeWords, matchCase, exactLetters, limit: MOST };
    return where
      .flatMap((searched) =>
        occurrences(searched.text, this.phrases, options)
          .filter(({ start, end }) => !hasIt(searched.marks, start, end, this.gift))
          .map(({ start, end }) => placeOf(searched, start, end)),
      )
      .slice(0, MOST);
  }
}

/** A name for a place that does not change when options do. */
export function placeKey({ target }: Place): string {
  return `${target.document}/${target.start}/${target.end}`;
}

function placeOf(searched: Searched, start: number, end: number): Place {
  const { document, title, text, marks } = searched;
  const { before, after } = surroundings(text, { start, end }, 44);
  const mark = marks.find((one) => one.start === start && one.end === end);
  const target = { document, start, end, quote: text.slice(start, end) };
  return { target: mark ? { ...target, mark } : target, title, before, after };
}

/** Whether these words have it already, be it within a longer highlight. */
function hasIt(marks: readonly Highlight[], start: number, end: number, gift: Gift): boolean {
  return marks.some(
    (mark) =>
      mark.start < end &&
      mark.end > start &&
      (gift.entity !== undefined
        ? mark.entity === gift.entity
        : gift.tag !== undefined && mark.tags.includes(gift.tag)),
  );
}
