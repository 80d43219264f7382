import type { Region, RegionKind } from '#data/model/region.ts';
import type { Request } from '#data/operations/engine.ts';
import { blockAt } from '#data/text/block-at.ts';
import type { Span } from '#data/text/finder.ts';
import { say, words } from '#data/words/say.ts';
import type { CaseModel } from '../../state/case-model.svelte.ts';
import type { Notices } from '../../state/notices.svelte.ts';
import type { OpenText } from '../open-text.svelte.ts';
import type { Reader } from '../reader.svelte.ts';
import { kindWords } from '../folding/kind-words.ts';
import {
  bringBack,
  foldAway,
  moveEdge,
  wholeBlocks,
  type EdgeMove,
  type Folded,
} from '../folding/region-plans.ts';

/** Folding away and bringing back by keys: at the caret, or over the selected words. One step of undo each. */
export class RegionWork {
  /** The stretch whose kind is being chosen. */
  choosing: Span | null = $state.raw(null);
  readonly #reader: Reader;
  readonly #model: CaseModel;
  readonly #notices: Notices;
  /** The last step on its way: the next begins where it leads. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(reader: Reader, model: CaseModel, notices: Notices) {
    this.#reader = reader;
    this.#model = model;
    this.#notices = notices;
  }

  /** The region at the caret, or where the selected words begin. */
  get region(): Region | undefined {
    const { open, words: chosen } = this.#reader;
    return chosen.head < 0 ? undefined : open?.folds.at(chosen.start);
  }

  /** What would be folded away: the blocks of the selected words, the region at the caret or its block. */
  get stretch(): Span | undefined {
    const { open, words: chosen } = this.#reader;
    if (!open || chosen.head < 0) return undefined;
    if (chosen.hasWords) return wholeBlocks(open.plain, open.trim(chosen.start, chosen.end));
    return this.region ?? open.plain[blockAt(open.plain, chosen.head)];
  }

  /** Whether any of that is folded away now. */
  get holdsRegion(): boolean {
    const { stretch } = this;
    const regions = this.#reader.open?.folds.regions ?? [];
    return stretch !== undefined && regions.some((one) => overlaps(one, stretch));
  }

  /** Opens or closes the region at the caret; false when there is none. */
  toggle(): boolean {
    const { region } = this;
    if (!region) return false;
    this.#reader.fold((folds) => folds.set(region.id, !folds.isOpen(region.id)));
    this.#reader.words.set(region.start);
    return true;
  }

  /** Asks which kind it is. */
  choose(): void {
    this.choosing = this.stretch ?? null;
  }

  /** Ends the asking, and gives the keys back to the text. */
  leave(): void {
    this.choosing = null;
    this.#reader.flow.scroller?.focus({ preventScroll: true });
  }

  /** Folds the chosen stretch away as this. */
  async take(kind: RegionKind): Promise<void> {
    const { choosing } = this;
    const { open } = this.#reader;
    this.leave();
    if (!choosing || !open) return;
    const done = await this.#perform(
      foldAway(this.#folded(open), choosing, kind),
      words('history.region.add', { kind: kind.replaceAll('-', '_'), title: this.#title(open) }),
    );
    if (!done) return;
    this.#reader.words.set(choosing.start);
    this.#say(say('regions.folded', { kind: kindWords(kind) }));
  }

  /** Brings the region at the caret, or what is selected of regions, back into the text. */
  async bringBack(): Promise<void> {
    const { stretch } = this;
    const { open } = this.#reader;
    if (!stretch || !open) return;
    const done = await this.#perform(
      bringBack(this.#folded(open), stretch),
      words('history.region.bringBack', { title: this.#title(open) }),
    );
    if (done) this.#say(say('regions.restored'));
  }

  /** Moves an end of the region at the caret by a block; the caret stays with it. */
  move(move: EdgeMove): Promise<void> {
    const next = this.#running.then(() => this.#move(move));
    this.#running = next;
    return next;
  }

  async #move(move: EdgeMove): Promise<void> {
    const { region } = this;
    const { open, words: chosen } = this.#reader;
    const step = open && region && moveEdge(this.#folded(open), region, move);
    if (!step) return;
    await this.#notices.attempt(() => this.#model.perform(step.op, step.input));
    const moved = open.folds.regions.find(({ id }) => id === region.id);
    if (moved) chosen.set(moved.start);
  }

  async #perform(steps: readonly Request[], label: ReturnType<typeof words>): Promise<boolean> {
    const done = await this.#notices.attempt(() => this.#model.performAll(label, steps));
    return done !== undefined;
  }

  #say(what: string): void {
    const run = () => this.#notices.attempt(() => this.#model.perform('undo', {}));
    this.#notices.say(what, { label: say('regions.undo'), run });
  }

  #folded({ id, plain, folds }: OpenText): Folded {
    return { document: id, blocks: plain, regions: folds.regions };
  }

  #title({ id }: OpenText): string {
    return this.#model.table('document').get(id)?.title ?? id;
  }
}

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && one.end > other.start;
