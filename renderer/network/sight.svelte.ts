import type { Frame } from '#data/layout/frame.ts';
import type { Point, Positions } from '#data/layout/layout.ts';
import { labelScale } from '#data/scene/zoom-scale.ts';
import type { GraphCanvas } from './canvas/graph-canvas.ts';
import { sightOf, type Insets, type Look, type Sight, type Viewport } from './canvas/viewport.ts';
import { glideTime } from './motion.ts';

/** Room beside and under the outermost nodes of a picture that fits: a line of words, in CSS pixels. */
const SIDE = 22;
const UNDER = 34;

/** Which part of the network is seen. It moves when the analyst asks, and to show who has come. */
export class NetworkSight {
  /** Whether the view shows everything because nobody chose another. */
  #isFitted: boolean;
  #pane = { width: 0, height: 0 };
  /** Whether the pointer holds the canvas: the view stays under the hand. */
  #held = false;
  /** Who is to be brought into sight when it lets go. */
  readonly #waiting = new Set<string>();
  /** The drawing, while the view is on screen. */
  canvas: GraphCanvas | null = $state.raw(null);
  /** Width that a panel hides at the left, in CSS pixels. */
  covered = 0;
  /** The notes at the upper edge, while there are any: measured when it matters, before they are seen. */
  notes: HTMLElement | null = null;
  /** Height of the words at the lower edge, in CSS pixels. */
  statusHeight = $state(0);
  /** The part of the network on screen while everything is made to fit: labels stay within it. */
  within: Sight | null = $state.raw(null);
  /** How much larger than in the picture labels are drawn now. */
  labelScale = $state(1);
  /** Counts movements of the view, for those who save it. */
  moves = $state(0);

  constructor(isFitted: boolean) {
    this.#isFitted = isFitted;
  }

  /** What the analyst chose to look at; null while everything is made to fit. */
  get chosenLook(): Look | null {
    return this.#isFitted ? null : (this.canvas?.view.look ?? null);
  }

  /** The part of the pane that nothing covers, in CSS pixels. */
  get free(): Frame {
    const { width, height } = this.#pane;
    const top = this.notes ? this.notes.offsetTop + this.notes.offsetHeight : 0;
    return { left: this.covered, top, right: width, bottom: height - this.statusHeight - 8 };
  }

  /** Room at the edges that a picture that fits leaves free: for what covers it, and for labels. */
  get insets(): Insets {
    const { left, top, bottom } = this.free;
    const under = this.#pane.height - bottom + UNDER;
    return { left: left + SIDE, top: top + SIDE, right: SIDE, bottom: under };
  }

  /** The middle of what is seen of the network; undefined while nothing is drawn. */
  get middle(): Point | undefined {
    const { left, top, right, bottom } = this.free;
    return this.canvas?.view.modelPoint({ x: (left + right) / 2, y: (top + bottom) / 2 });
  }

  /** The view moved, by whomever. */
  changed(): void {
    this.moves++;
    this.labelScale = labelScale(this.canvas?.view.look.zoom ?? 1);
  }

  /** The analyst chose what to look at. */
  taken(): void {
    this.#isFitted = false;
    this.within = null;
  }

  /** Fills the pane with everybody, until the analyst chooses something else. */
  fit(): void {
    this.#isFitted = true;
    this.show(glideTime());
  }

  /** Brings everybody into sight in `duration` ms, as they stand or at the positions they go to. */
  show(duration: number, positions?: Positions): void {
    this.#look(this.canvas?.view.fit(this.insets, duration, positions));
  }

  /** Zooms around the middle of what is free of the pane. */
  zoomBy(factor: number): void {
    this.taken();
    this.canvas?.view.zoomBy(factor, this.free);
  }

  /**
   * Something was drawn anew: who has come is brought into sight, and who stood in sight before and
   * does not any more. Nobody who is in sight leaves it by that.
   */
  redrawn(before: ReadonlySet<string>, came: readonly string[]): void {
    const now = this.canvas?.view.seen(this.free);
    if (!now) return;
    for (const id of [...came, ...before]) if (!now.has(id)) this.#waiting.add(id);
    for (const id of came) this.#waiting.add(id);
    this.#bring();
  }

  /** The pointer takes hold of the canvas, or lets go of it. */
  hold(held: boolean): void {
    this.#held = held;
    this.#bring();
  }

  /** The pane has another size: what was made to fit is made to fit again, else the middle stays. */
  resized(width: number, height: number): void {
    const [before, after] = [this.#pane, { width, height }];
    this.#pane = after;
    if (before.width === 0) return;
    if (this.#isFitted) this.show(0);
    else this.canvas?.view.shift(width - before.width, height - before.height);
  }

  /** Brings an actor into sight, if it is not yet. */
  reveal(id: string, duration = 320): void {
    if (this.canvas?.view.reveal(id, this.free, glideTime(duration))) this.taken();
  }

  /** Fits again, if everything was made to fit. */
  refit(): void {
    if (this.#isFitted) this.fit();
  }

  #bring(): void {
    const { canvas } = this;
    if (this.#held || !canvas || this.#waiting.size === 0) return;
    const ids = [...this.#waiting];
    this.#waiting.clear();
    const view = canvas.view.bring(ids, canvas.view.seen(this.free), this.free, glideTime());
    if (this.#isFitted) this.#look(view);
  }

  /** While the program chooses the view, labels stay within it. */
  #look(view: Viewport | null | undefined): void {
    if (!view) return;
    const { right, bottom } = this.free;
    this.within = sightOf(view, { width: right, height: bottom }, this.covered);
  }
}
