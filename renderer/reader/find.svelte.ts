import { occurrences, tooLong } from '#data/queries/occurrences.ts';
import { withoutRegions } from '#data/queries/without-regions.ts';
import type { Span } from '#data/text/finder.ts';
import { say } from '#data/words/say.ts';
import type { Reader } from './reader.svelte.ts';

const MOST = 20_000;

/** Finding in the whole text, mounted or not: the browser's own find sees only what is on the page. */
export class Find {
  isOpen = $state(false);
  query = $state('');
  matchCase = $state(false);
  wholeWords = $state(false);
  exactLetters = $state(false);
  /** Whether what is folded away is looked at too. */
  inFolded = $state(false);
  /** Index of the hit that is shown, -1 before any. */
  at = $state(-1);
  readonly hits: readonly Span[] = $derived.by(() => {
    const regions = this.#reader.open?.folds.regions ?? [];
    return this.inFolded ? this.#all : withoutRegions(this.#all, regions);
  });
  readonly #all: readonly Span[] = $derived.by(() => this.#find());

  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** “3 of 41”, “no match”, or nothing while nothing is looked for. */
  get words(): string {
    if (this.query.trim() === '') return '';
    const why = tooLong([this.query]);
    if (why !== undefined) return why;
    const { length } = this.hits;
    const folded = this.#all.length - length;
    const found = length === 0 ? say('reader.no-match') : this.#place(length);
    return folded > 0 ? say('reader.hits-folded', { found, folded }) : found;
  }

  /** Whether anything of the text is folded away. */
  get canFold(): boolean {
    return (this.#reader.open?.folds.regions.length ?? 0) > 0;
  }

  /** Goes to the first hit at or after what is on top of the pane. */
  async first(): Promise<void> {
    const from = this.#reader.topOffset();
    const at = this.hits.findIndex(({ start }) => start >= from);
    await this.#goTo(at < 0 ? 0 : at);
  }

  async next(direction: 1 | -1): Promise<void> {
    const { length } = this.hits;
    if (length > 0) await this.#goTo((this.at + direction + length) % length);
  }

  close(): void {
    const hit = this.hits[this.at];
    this.isOpen = false;
    this.at = -1;
    if (hit) this.#reader.words.set(hit.end);
    this.#reader.flow.scroller?.focus({ preventScroll: true });
  }

  /** Selects the words of the hit, so that they can be tagged. */
  select(): void {
    const hit = this.hits[this.at];
    this.close();
    if (hit) this.#reader.words.set(hit.start, hit.end);
  }

  #place(length: number): string {
    const all = length >= MOST ? `${MOST}+` : String(length);
    return this.at >= 0 ? say('reader.hit', { n: this.at + 1, all }) : all;
  }

  async #goTo(at: number): Promise<void> {
    this.at = at;
    const hit = this.hits[at];
    if (hit) await this.#reader.show(hit.start, hit.end);
  }

  #find(): Span[] {
    const { open } = this.#reader;
    if (!this.isOpen || !open || this.query.trim() === '') return [];
    if (tooLong([this.query]) !== undefined) return [];
    const { wholeWords, matchCase, exactLetters } = this;
    const rules = { wholeWords, matchCase, exactLetters };
    return occurrences(open.text, [this.query], { ...rules, limit: MOST });
  }
}
