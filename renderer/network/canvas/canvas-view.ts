import type { Core, NodeSingular } from 'cytoscape';
import type { Frame } from '#data/layout/frame.ts';
import type { Point, Positions } from '#data/layout/layout.ts';
import { isWithin } from '#data/scene/labels/sides.ts';
import type { Body } from '#data/scene/body.ts';
import {
  filling,
  frameAround,
  showing,
  type Insets,
  type Look,
  type Viewport,
} from './viewport.ts';

/** Below this scale a single actor cannot be told from others, and is brought nearer. */
const TINY = 0.2;
const NEAR = 0.6;
/** Room around what is brought into sight, in CSS pixels: its label has to be seen too. */
const AROUND = { x: 40, top: 14, bottom: 34 };

/** Which part of the network is seen, and how that changes. */
export class CanvasView {
  readonly #cy: Core;

  constructor(cy: Core) {
    this.#cy = cy;
  }

  /** What is seen: the scale, and the point of the network in the middle of the pane. */
  get look(): Look {
    const middle = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    return { zoom: this.#cy.zoom(), centre: this.modelPoint(middle) };
  }

  /** A point of the pane (CSS pixels from its corner) in the coordinates of the network. */
  modelPoint({ x, y }: Point): Point {
    const [zoom, pan] = [this.#cy.zoom(), this.#cy.pan()];
    return { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom };
  }

  /**
   * Fills what is free of the pane with everybody, as they stand or at the positions they go to; answers
   * what the view will be.
   */
  fit(insets: Insets, duration: number, positions?: Positions): Viewport | null {
    const cy = this.#cy.resize();
    if (cy.width() === 0) return null;
    const bodies = cy.nodes().map((node) => bodyOf(node, positions?.get(node.id())));
    return this.#go(filling(bodies, { width: cy.width(), height: cy.height() }, insets), duration);
  }

  /** Ids of the nodes in a part of the pane. */
  seen(free: Frame): Set<string> {
    const seen = new Set<string>();
    this.#cy.nodes().forEach((node) => {
      const { x, y } = node.renderedPosition();
      if (isWithin({ left: x, right: x, top: y, bottom: y }, free)) seen.add(node.id());
    });
    return seen;
  }

  /**
   * Brings nodes into the free part of the pane, with the smallest movement in which nobody who is to
   * be kept leaves it; answers what the view will be, or null when it need not move.
   */
  bring(
    ids: Iterable<string>,
    kept: Iterable<string>,
    free: Frame,
    duration: number,
  ): Viewport | null {
    const cy = this.#cy.stop(true, true);
    const view = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    const wanted = this.#around(ids, view.zoom);
    if (!wanted || cy.width() === 0) return null;
    const { zoom, pan } = showing(view, wanted, this.#around(kept, view.zoom), free);
    const moved = Math.hypot(pan.x - view.pan.x, pan.y - view.pan.y) > 0.5;
    if (!moved && zoom === view.zoom) return null;
    return this.#go({ zoom, pan }, duration);
  }

  /** Brings one node into sight, if it is not yet, and large enough to be told from others. */
  reveal(id: string, free: Frame, duration: number): boolean {
    const node = this.#cy.getElementById(id) as NodeSingular;
    if (node.empty()) return false;
    if (this.#cy.zoom() >= TINY) return this.bring([id], [], free, duration) !== null;
    const [middle, { x, y }] = [centreOf(free), node.position()];
    const pan = { x: middle.x - x * NEAR, y: middle.y - y * NEAR };
    return this.#go({ zoom: NEAR, pan }, duration) !== null;
  }

  /** Keeps the middle of the picture in the middle when the pane grows or shrinks. */
  shift(dx: number, dy: number): void {
    this.#cy.resize();
    this.#cy.panBy({ x: dx / 2, y: dy / 2 });
  }

  zoomBy(factor: number, free: Frame): void {
    const level = this.#cy.stop().zoom() * factor;
    this.#cy.zoom({ level, renderedPosition: centreOf(free) });
  }

  #go(view: Viewport | null, duration: number): Viewport | null {
    if (!view) return null;
    if (duration > 0) this.#cy.stop().animate(view, { duration, easing: 'ease-out-cubic' });
    else this.#cy.stop().viewport(view);
    return view;
  }

  /** The rectangle around nodes with room for their labels; null when none of them is drawn. */
  #around(ids: Iterable<string>, zoom: number): Frame | null {
    const nodes = [...ids].map((id) => this.#cy.getElementById(id) as NodeSingular);
    const drawn = nodes.filter((node) => node.nonempty());
    const frame = frameAround(
      drawn.map((node) => bodyOf(node)),
      1,
    );
    return (
      frame && {
        left: frame.left - AROUND.x / zoom,
        right: frame.right + AROUND.x / zoom,
        top: frame.top - AROUND.top / zoom,
        bottom: frame.bottom + AROUND.bottom / zoom,
      }
    );
  }
}

const centreOf = ({ left, top, right, bottom }: Frame): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

function bodyOf(node: NodeSingular, at: Point = node.position()): Body {
  return {
    x: at.x,
    y: at.y,
    width: Number(node.data('width')),
    height: Number(node.data('height')),
  };
}
