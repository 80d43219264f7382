import { tick } from 'svelte';
import type { Positions } from '#data/layout/layout.ts';
import type { Commands } from '../state/commands.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { CanvasListener, Hovered } from './canvas/canvas-events.ts';
import type { GraphCanvas } from './canvas/graph-canvas.ts';
import type { Focus } from './graph/filter.ts';
import type { Wanted } from './graph/loosen.ts';
import type { NetworkState } from './network-state.svelte.ts';
import { NetworkSight } from './sight.svelte.ts';
import { directions, nearest, nextInDirection } from './placement/direction.ts';

/** What the pointer does on the canvas. */
export type Tool = 'move' | 'lasso';

/** What the analyst does in the network, by pointer, key or command. */
export class NetworkControl implements CanvasListener {
  readonly net: NetworkState;
  readonly notices: Notices;
  /** Which part of it is seen. */
  readonly sight: NetworkSight;
  readonly #commands: Commands;
  tool: Tool = $state('move');
  /** Whether keys go to the network. */
  focused = $state(false);
  constructor(net: NetworkState, notices: Notices, commands: Commands, isFitted: boolean) {
    this.sight = new NetworkSight(isFitted);
    this.net = net;
    this.notices = notices;
    this.#commands = commands;
  }

  /** The drawing, while the view is on screen. */
  get canvas(): GraphCanvas | null {
    return this.sight.canvas;
  }

  /** Positions of the actors on screen. */
  get shown(): Positions {
    const { positions } = this.net.placement;
    return new Map(
      this.net.visible.nodes.flatMap(({ id }) => {
        const at = positions.get(id);
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

  moved(positions: Positions): void {
    void this.notices.attempt(() => this.net.placement.save(positions));
  }

  hovered(what: Hovered | null): void {
    this.net.hovered = what;
  }

  viewportChanged(): void {
    this.sight.changed();
  }

  viewTaken(): void {
    this.sight.taken();
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
        : nearest(this.shown, this.sight.middle ?? { x: 0, y: 0 });
    if (next === undefined) return;
    selection.select({ kind: 'entity', id: next });
    this.sight.reveal(next, 160);
  }

  selectAll(): void {
    this.selected(this.net.visible.nodes.map(({ id }) => id));
  }

  /** Shows a part of the network alone, or with null the whole again, and brings it into sight. */
  focus(focus: Focus | null): void {
    this.net.show({ focus, text: '' });
    void tick().then(() => this.sight.fit());
  }

  /** Shows everybody again; a picture that was made to fit is made to fit again. */
  showAll(): void {
    this.net.showAll();
    void tick().then(() => this.sight.refit());
  }

  /** Asks the same question of the whole network. */
  unfiltered(): void {
    this.net.release();
    void tick().then(() => this.sight.refit());
  }

  /** Shows an actor or a relation that the filter hides. */
  showOne(wanted: Wanted): void {
    this.net.loosen(wanted);
    const edge = this.net.network.edges.find(({ id }) => id === wanted.id);
    void tick().then(() => this.sight.reveal(edge?.from ?? wanted.id));
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
}
