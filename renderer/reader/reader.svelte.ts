import { tick, untrack } from 'svelte';
import type { Highlight } from '#data/model/highlight.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { RegionChange } from '../state/region-change.ts';
import type { Reveal, Selected, SelectedWords, Selection } from '../state/selection.svelte.ts';
import { estimateHeights } from './estimate.ts';
import { Flow } from './flow.svelte.ts';
import type { OpenText } from './open-text.svelte.ts';
import type { Folds } from './folding/folds.svelte.ts';
import { Panes } from './panes.svelte.ts';
import { readRest, readText, type Destination } from './read-text.ts';
import { TextGeometry } from './text-geometry.ts';
import { TextSelection } from './text-selection.svelte.ts';

/** The reading pane: which text is open, what is seen of it, and what is selected in it. */
export class Reader {
  open: OpenText | null = $state.raw(null);
  /** Id of the document that is being fetched. */
  loading: string | null = $state(null);
  /** A range to flash; `at` tells two equal flashes apart. */
  flash: { start: number; end: number; at: number } | null = $state.raw(null);
  /** Rises when words were put on the page anew: places in them have to be looked up again. */
  painted = $state(0);
  /** Rises with every scroll; what floats beside the text follows it. */
  scrolled = $state(0);
  /** The offset at the top of the pane when it was last scrolled. */
  place = 0;
  /** Reading size in CSS pixels, zoom included. */
  size = $state(18);
  readonly flow = new Flow();
  readonly words = new TextSelection();
  readonly geometry = new TextGeometry(this.flow, () => this.open);
  readonly panes = new Panes(this.flow, this.geometry);

  readonly #model: CaseModel;
  readonly #selection: Selection;
  readonly #notices: Notices;
  #layoutFor = '';
  /** The last wish that was followed: a pane that comes back does not follow it again. */
  #wish = -1;

  constructor(model: CaseModel, selection: Selection, notices: Notices) {
    this.#model = model;
    this.#selection = selection;
    this.#notices = notices;
  }

  /** Follows changes of highlights while the reader is there; returns how to stop. */
  follow(): () => void {
    const stops = [
      this.#model.onHighlights(({ put, remove }) => {
        const open = this.open;
        if (!open) return;
        for (const mark of put) {
          if (mark.document === open.id) open.put(mark);
          else open.remove(mark.id); // it may have gone to another version
        }
        for (const { id } of remove) open.remove(id);
      }),
      this.#model.onRegions((change) => this.#takeRegions(change)),
      this.#model.onRenewed(() => void this.fetchAgain()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Folds the open text anew. One that was read again has other words, and is fetched. */
  #takeRegions({ put, gone, documents }: RegionChange): void {
    const { open } = this;
    if (!open || !documents.has(open.id)) return;
    if (this.#model.table('document').get(open.id)?.text.blob !== open.blob) return;
    const own = put.filter(({ document }) => document === open.id);
    this.#relaid(() => open.changeRegions(own, gone));
  }

  /** Changes of the open text were missed: it is fetched again, and stays where it is. */
  async fetchAgain(): Promise<void> {
    const { open } = this;
    if (!open) return;
    if (!this.#model.table('document').has(open.id)) return this.close();
    const offset = this.topOffset();
    if (await this.load({ document: open.id, offset }, open.folds))
      await this.scrollToOffset(offset);
  }

  /** Goes where somebody wished to go: opens the document, scrolls, flashes. */
  async goTo(wish: Reveal): Promise<void> {
    const { document, highlight, offset, top, at } = wish;
    if (at === this.#wish) return;
    this.#wish = at;
    const isNew = this.open?.id !== document;
    if (isNew && !(await this.load(wish))) return;
    const mark = highlight === undefined ? undefined : this.open?.index.get(highlight);
    const start = mark?.start ?? offset;
    if (start === undefined) {
      if (isNew) await this.flow.scrollTo(0);
      if (isNew) this.panes.other?.bring(0, 0);
      return;
    }
    const end = mark?.end ?? wish.end;
    this.panes.other?.bring(start, end ?? start, mark?.area);
    if (top) await this.scrollToOffset(start);
    else await this.show(start, end);
    if (end !== undefined) this.flash = { start, end, at: performance.now() };
  }

  /** Brings an offset into sight, a third from the top, unless it is in sight already. */
  async show(start: number, end = start): Promise<void> {
    const open = this.open;
    if (!open) return;
    if (open.unfold(start)) {
      this.relayout(true);
      await tick();
    }
    this.panes.other?.bring(start, end);
    await this.bring(start, end);
  }

  /** The same, but what hides the offset stays closed: then its line is brought into sight. */
  async bring(start: number, end = start): Promise<void> {
    const { open } = this;
    const pane = this.flow.scroller;
    if (!open || !pane || this.geometry.isInSight(start, end)) return;
    const row = open.rowAt(start);
    const third = pane.clientHeight / 3;
    await this.flow.scrollTo(row, 0, third);
    const box = this.geometry.boxes(start, end)[0];
    if (box) {
      const y = pane.scrollTop + box.top - pane.getBoundingClientRect().top;
      await this.flow.scrollTo(row, (y - this.flow.offset(row)) / this.flow.height(row), third);
    }
    this.panes.put();
  }

  /** Fetches a document and shows it from its start; false when that failed. `folds`: as it was left. */
  async load(to: Destination, folds?: Folds): Promise<boolean> {
    const { document: id } = to;
    this.loading = id;
    const read = await this.#notices.attempt(() => readText(this.#model, to, folds));
    if (this.loading !== id) return false;
    this.loading = null;
    if (!read) return false;
    const { open, length } = read;
    this.words.clear();
    this.flash = null;
    this.open = open;
    this.place = 0;
    this.relayout();
    if (this.flow.scroller) this.flow.scroller.scrollTop = 0;
    this.flow.update();
    this.panes.put();
    await tick();
    if (!open.isWhole) {
      const isOpen = () => this.open === open;
      void this.#notices.attempt(() => readRest(this.#model, { open, length, isOpen }));
    }
    return true;
  }

  /** Closes the text, for instance because its document was removed. */
  close(): void {
    this.open = null;
    this.words.clear();
    this.flow.reset([]);
  }

  /** Estimates all heights anew and keeps what is at the top of the pane there. */
  relayout(keep = false): void {
    const open = this.open;
    if (!open) return;
    const at = keep ? this.place : 0;
    const width = this.#columnWidth();
    this.#layoutFor = `${width}/${this.size}`;
    this.flow.reset(
      estimateHeights(open.rows.list, open.blocks, open.text, { width, size: this.size }),
    );
    if (at > 0) void this.scrollToOffset(at);
  }

  /** Lays out again when width or size changed; call from an effect. */
  fit(): void {
    const width = this.#columnWidth();
    if (this.open && this.flow.width > 0 && this.#layoutFor !== `${width}/${this.size}`) {
      untrack(() => this.relayout(true));
    }
  }

  /** Width of the text as TextColumn.svelte lays it out: 60 to 75 characters, less in a narrow pane. */
  #columnWidth(): number {
    return Math.min(this.flow.width - 56, this.size * 31);
  }

  /** Mounts what the scrolling brings near. Cheap: it runs on every frame of a scroll. */
  onscroll(): void {
    this.flow.update();
    this.place = this.topOffset();
    this.panes.scrolled();
    this.scrolled++;
  }

  /** Opens or closes what is folded away, as `turn` does; the text above stays where it is. */
  fold(turn: (folds: Folds) => unknown): void {
    this.#relaid(() => this.open?.refold(turn));
  }

  #relaid(change: () => void): void {
    const at = this.place;
    change();
    this.relayout();
    void this.scrollToOffset(at);
  }

  /** The offset at the top edge of the pane: what is kept as the place in a document. */
  topOffset(): number {
    const { row, part } = this.flow.top();
    return this.open?.offsetAt(row, part) ?? 0;
  }

  /** Where an offset stands in the column, from its top, in px; between its rows only about. */
  yOf(offset: number): number {
    const row = this.open?.rowAt(offset) ?? 0;
    return this.flow.offset(row) + (this.open?.partAt(offset) ?? 0) * this.flow.height(row);
  }

  async scrollToOffset(offset: number): Promise<void> {
    const open = this.open;
    if (!open) return;
    this.place = offset;
    await this.flow.scrollTo(offset > 0 ? open.rowAt(offset) : 0, open.partAt(offset));
    this.panes.put();
  }

  /**
   * Scrolls to the start (-1) or the end (1) of the text. The pane left alone would stop short of the
   * end: what lies before it grows while its rows are measured.
   */
  async scrollToEnd(way: 1 | -1): Promise<void> {
    await this.flow.scrollTo(way === 1 ? Math.max(0, this.flow.size - 1) : 0);
  }

  /** Selects what was made of words in the whole window. */
  inspect(item: Selected): void {
    this.#selection.select(item);
  }

  /** The words that are selected, without white space around them; null while none are, or a drag goes on. */
  selectedWords(): SelectedWords | null {
    const { open, words } = this;
    if (!open || !words.hasWords || words.dragging) return null;
    const { start, end } = open.trim(words.start, words.end);
    if (start === end) return null;
    return { document: open.id, start, end, quote: open.text.slice(start, end) };
  }

  /** Selects a highlight in the whole window. */
  pick(mark: Highlight): void {
    this.#selection.select({ kind: 'highlight', id: mark.id, document: mark.document });
  }

  /** The highlight of this text that is selected in the window, if any. */
  get picked(): Highlight | undefined {
    const item = this.#selection.item;
    return item?.kind === 'highlight' ? this.open?.index.get(item.id) : undefined;
  }

  /** Highlights at an offset, the shortest (topmost) first. */
  marksAt(offset: number): Highlight[] {
    const found = this.open?.marksOver(offset, offset + 1) ?? [];
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Selects the next of the highlights that share words with the selected one; false if it is alone. */
  cycle(direction: 1 | -1): boolean {
    const picked = this.picked;
    if (!picked) return false;
    const others = this.open?.marksOver(picked.start, picked.end) ?? [];
    if (others.length < 2) return false;
    const at = others.findIndex(({ id }) => id === picked.id);
    const next = others[(at + direction + others.length) % others.length];
    if (next) this.pick(next);
    return true;
  }

  /** Goes to the next highlight after (or before) the selected one or the caret. */
  async step(direction: 1 | -1): Promise<void> {
    const from = this.picked?.start ?? (this.words.head >= 0 ? this.words.head : this.topOffset());
    const next = this.open?.index.next(from, direction);
    if (!next) return;
    this.pick(next);
    this.words.set(next.end);
    await this.show(next.start, next.end);
  }
}
