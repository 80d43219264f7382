import { tick } from 'svelte';
import type { Frame } from '#data/queries/layout/frame.ts';
import type { Places, Point } from '#data/queries/layout/layout.ts';
import type { Commands } from '../state/commands.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { CanvasListener, Hovered } from './canvas/canvas-events.ts';
import type { GraphCanvas } from './canvas/graph-canvas.ts';
import { labelScale } from './canvas/labels.ts';
import { sightOf, type Insets, type Look, type Sight, type Viewport } from './canvas/viewport.ts';
import type { Focus } from './graph/filter.ts';
import type { Wanted } from './graph/loosen.ts';
import { glideTime } from './motion.ts';
import type { NetworkState } from './network-state.svelte.ts';
import { directions, nearest, nextInDirection } from './places/direction.ts';

/** What the pointer does on the canvas. */
export type Tool = 'move' | 'lasso';

/** Room beside and under the outermost nodes of a picture that fits: a line of words, in CSS pixels. */
const SIDE = 22;
const UNDER = 34;
/** Height of a line of notes at the upper edge, in CSS pixels. */
const NOTES = 40;

/** What the analyst does in the network, by pointer, key or command. */
export class NetworkControl implements CanvasListener {
  readonly net: NetworkState;
  readonly notices: Notices;
  readonly #commands: Commands;
  /** Whether the view shows everything because nobody chose another. */
  #isFitted: boolean;
  #pane = { width: 0, height: 0 };
  /** Whether the pointer holds the canvas: the view stays under the hand. */
  #held = false;
  /** Who is to be brought into sight when it lets go. */
  readonly #waiting = new Set<string>();
  /** The drawing, while the view is on screen. */
  canvas: GraphCanvas | null = $state.raw(null);
  tool: Tool = $state('move');
  /** Whether keys go to the network. */
  focused = $state(false);
  /** Width that a panel hides at the left, in CSS pixels. */
  covered = 0;
  /** Height of the words at the lower edge, in CSS pixels. */
  statusHeight = $state(0);
  /** The part of the network on screen while everything is made to fit: labels stay within it. */
  sight: Sight | null = $state.raw(null);
  /** How much larger than in the picture labels are drawn now. */
  labelScale = $state(1);
  /** Counts movements of the view, for those who save it. */
  moves = $state(0);

  constructor(net: NetworkState, notices: Notices, commands: Commands, isFitted: boolean) {
    this.#isFitted = isFitted;
    this.net = net;
    this.notices = notices;
    this.#commands = commands;
  }

  /** What the analyst chose to look at; null while everything is made to fit. */
  get chosenLook(): Look | null {
    return this.#isFitted ? null : (this.canvas?.view.look ?? null);
  }

  /** The part of the pane that nothing covers, in CSS pixels. */
  get free(): Frame {
    const { width, height } = this.#pane;
    return { left: this.covered, top: this.net.notes.length > 0 ? NOTES : 0, right: width, bottom: height - this.statusHeight - 8 };
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

  /** Places of the actors on screen. */
  get shown(): Places {
    const { places } = this.net.placement;
    return new Map(
      this.net.visible.nodes.flatMap(({ id }) => {
        const at = places.get(id);
        return at ? [[id, at] as const] : [];
      }),
    );
  }

  /** The selected actors that are on screen. */
  get chosen(): string[] {
    const { entities } = this.net.selection;
    return this.net.visible.nodes.flatMap(({ id }) => (entities.has(id) ? [id] : []));
  }

  /** The selected actors, also those that the filter hides: questions can be asked about them too. */
  get meant(): string[] {
    const { entities } = this.net.selection;
    return this.net.network.nodes.flatMap(({ id }) => (entities.has(id) ? [id] : []));
  }

  selected(ids: string[], last?: string): void {
    const { selection } = this.net;
    const before = selection.item;
    const kept = before?.kind === 'entity' && ids.includes(before.id) ? before.id : ids[0];
    const main = last !== undefined && ids.includes(last) ? last : kept;
    selection.item = main === undefined ? null : { kind: 'entity', id: main };
    selection.entities = new Set(ids);
  }

  relationChosen(id: string): void {
    this.net.selection.select({ kind: 'relation', id });
  }

  backgroundTapped(): void {
    if (this.net.selection.item) this.net.selection.select(null);
  }

  /** Goes to the first quote that carries a relation. */
  relationOpened(id: string): void {
    const edge = this.net.visible.edges.find((one) => one.id === id);
    const quote = edge?.evidence[0];
    if (quote) this.net.selection.goTo(quote.document, quote.highlight);
  }

  /** Shows the places in the documents where an actor is named. */
  actorOpened(id: string): void {
    this.net.selection.select({ kind: 'entity', id });
    this.#commands.run('inspector.mentions');
  }

  moved(places: Places): void {
    void this.notices.attempt(() => this.net.placement.save(places));
  }

  hovered(what: Hovered | null): void {
    this.net.hovered = what;
  }

  viewportChanged(): void {
    this.moves++;
    this.labelScale = labelScale(this.canvas?.view.look.zoom ?? 1);
  }

  viewTaken(): void {
    this.#isFitted = false;
    this.sight = null;
  }

  fit(): void {
    this.#isFitted = true;
    this.show(glideTime());
  }

  /** Brings everybody into sight in `duration` ms, as they stand or at the places they go to. */
  show(duration: number, places?: Places): void {
    this.#look(this.canvas?.view.fit(this.insets, duration, places));
  }

  zoomBy(factor: number): void {
    this.viewTaken();
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

  /** Goes to the next actor in the direction of an arrow key. */
  walk(key: string): void {
    const towards = directions[key];
    const { selection } = this.net;
    const from = selection.item?.kind === 'entity' ? selection.item.id : undefined;
    if (!towards) return;
    const next =
      from && this.shown.has(from)
        ? nextInDirection(this.shown, from, towards, (id) => this.#linked(from, id))
        : nearest(this.shown, this.middle ?? { x: 0, y: 0 });
    if (next === undefined) return;
    selection.select({ kind: 'entity', id: next });
    this.reveal(next, 160);
  }

  /** Brings an actor into sight, if it is not yet. */
  reveal(id: string, duration = 320): void {
    if (this.canvas?.view.reveal(id, this.free, glideTime(duration))) this.viewTaken();
  }

  selectAll(): void {
    this.selected(this.net.visible.nodes.map(({ id }) => id));
  }

  /** Shows a part of the network alone, or with null the whole again, and brings it into sight. */
  focus(focus: Focus | null): void {
    this.net.show({ focus, text: '' });
    void tick().then(() => this.fit());
  }

  /** Shows everybody again; a picture that was made to fit is made to fit again. */
  showAll(): void {
    this.net.showAll();
    this.#refit();
  }

  /** Asks the same question of the whole network. */
  unfiltered(): void {
    this.net.release();
    this.#refit();
  }

  /** Shows an actor or a relation that the filter hides. */
  showOne(wanted: Wanted): void {
    this.net.loosen(wanted);
    const edge = this.net.network.edges.find(({ id }) => id === wanted.id);
    void tick().then(() => this.reveal(edge?.from ?? wanted.id));
  }

  /** Shows only actors within some steps of the selected ones. */
  focusAround(steps: number): void {
    const actors = this.meant;
    if (actors.length === 0) return;
    this.focus({ kind: 'around', actors, steps });
  }

  /** Shows only the shortest ways between the two selected actors. */
  focusBetween(): void {
    const [from, to] = this.meant;
    if (from === undefined || to === undefined) return;
    this.focus({ kind: 'between', from, to });
  }

  /** Starts a relation between the two selected actors; the inspector asks for type and quotes. */
  link(): void {
    this.#commands.run('inspector.link');
  }

  #linked(a: string, b: string): boolean {
    return this.net.visible.edges.some(
      ({ from, to }) => (from === a && to === b) || (from === b && to === a),
    );
  }

  #refit(): void {
    if (this.#isFitted) void tick().then(() => this.fit());
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
    this.sight = sightOf(view, { width: right, height: bottom }, this.covered);
  }
}
