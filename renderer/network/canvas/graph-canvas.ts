import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import { LABEL } from '#data/queries/layout/box.ts';
import type { Frame } from '#data/queries/layout/frame.ts';
import type { Places, Point } from '#data/queries/layout/layout.ts';
import { diffElements } from '../graph/diff.ts';
import type { GraphElement } from '../graph/elements.ts';
import { graphStyle } from './graph-style.ts';
import { bodyScale, type Side } from './labels.ts';
import type { Palette } from './palette.ts';
import { listen, type CanvasListener } from './canvas-events.ts';
import { fitted, viewportOf, type Insets, type Look, type Viewport } from './viewport.ts';

/** Classes by element id; an element without an entry has none. */
export type Marks = ReadonlyMap<string, string>;

/** Data of a node that say where its label stands. */
const anchors: Readonly<Record<Side, Record<string, string | number>>> = {
  bottom: { across: 'center', down: 'bottom', dx: 0, dy: LABEL.gap },
  top: { across: 'center', down: 'top', dx: 0, dy: -LABEL.gap },
  right: { across: 'right', down: 'center', dx: LABEL.gap, dy: 0 },
  left: { across: 'left', down: 'center', dx: -LABEL.gap, dy: 0 },
};

/** How a node looks at a scale: its label, the side the label stands on, and its size. */
function nodeLook({ data }: GraphElement, side: Side | undefined, scale: number) {
  const fontSize = Number(data['font']) * scale;
  return {
    shown: side ? String(data['label']) : '',
    fontSize,
    wrap: (LABEL.widest * fontSize) / LABEL.size,
    wide: Number(data['width']) * bodyScale(scale),
    high: Number(data['height']) * bodyScale(scale),
    ...anchors[side ?? 'bottom'],
  };
}

export interface CanvasOptions {
  container: HTMLElement;
  palette: Palette;
  listener: CanvasListener;
  /** Draws without edges and from a picture while the view moves: needed for some hundred nodes. */
  heavy: boolean;
  /** Where to look at first; null when the picture will be made to fit. */
  look: Look | null;
}

/** How an edge looks at a scale: its width, and its words when they are asked for. */
const edgeLook = ({ data }: GraphElement, scale: number) => ({
  thick: Number(data['width']) * bodyScale(scale),
  fontSize: 10 * scale,
});

/** The drawing. Knows Cytoscape, and nothing of the case: what it shows is told to it. */
export class GraphCanvas {
  readonly #cy: Core;
  readonly #listener: CanvasListener;
  #drawn: ReadonlyMap<string, GraphElement> = new Map();
  #marks: Marks = new Map();
  /** Set while the program selects, so that its own doing is not taken for the analyst's. */
  #telling = false;

  constructor({ container, palette, listener, heavy, look }: CanvasOptions) {
    this.#listener = listener;
    this.#cy = cytoscape({
      container,
      style: graphStyle(palette),
      layout: { name: 'preset' },
      minZoom: 0.08,
      maxZoom: 3,
      boxSelectionEnabled: true,
      selectionType: 'single',
      hideEdgesOnViewport: heavy,
      textureOnViewport: heavy,
      ...(look
        ? viewportOf(look, { width: container.clientWidth, height: container.clientHeight })
        : {}),
    });
    listen(this.#cy, listener, () => this.#telling);
  }

  /** Shows other elements: only what differs from before touches the canvas. */
  show(elements: readonly GraphElement[], places: Places): void {
    const { add, update, remove } = diffElements(this.#drawn, elements);
    const cy = this.#cy;
    cy.batch(() => {
      for (const id of remove) cy.getElementById(id).remove();
      for (const { id, data } of update) cy.getElementById(id).data(data);
      cy.add(
        add.map((element) => ({
          group: element.group,
          data: {
            ...element.data,
            ...(element.group === 'nodes' ? nodeLook(element, undefined, 1) : edgeLook(element, 1)),
          },
          selectable: element.group === 'nodes',
          ...(element.group === 'nodes'
            ? { position: { ...(places.get(element.id) ?? { x: 0, y: 0 }) } }
            : {}),
        })),
      );
      this.#drawn = new Map(elements.map((element) => [element.id, element]));
      this.#move(places);
    });
  }

  /** Draws these labels, `scale` times as large as the picture has them, and no others. */
  label(drawn: ReadonlyMap<string, Side>, scale: number): void {
    this.#cy.batch(() => {
      for (const element of this.#drawn.values()) {
        const target = this.#cy.getElementById(element.id);
        const look =
          element.group === 'nodes'
            ? nodeLook(element, drawn.get(element.id), scale)
            : edgeLook(element, scale);
        if (Object.entries(look).some(([key, value]) => target.data(key) !== value)) {
          target.data(look);
        }
      }
    });
  }

  restyle(palette: Palette): void {
    this.#cy.style(graphStyle(palette));
  }

  /** Lights, fades and marks elements; only changed classes are touched. */
  mark(marks: Marks): void {
    const cy = this.#cy;
    cy.batch(() => {
      for (const id of this.#marks.keys()) if (!marks.has(id)) cy.getElementById(id).classes('');
      for (const [id, classes] of marks) {
        const element = cy.getElementById(id);
        if (this.#marks.get(id) !== classes || !element.hasClass(classes.split(' ')[0] ?? ''))
          element.classes(classes);
      }
    });
    this.#marks = marks;
  }

  /** Selects exactly these nodes, without telling anybody. */
  select(ids: ReadonlySet<string>): void {
    this.#telling = true;
    this.#cy.batch(() => {
      this.#cy.nodes().forEach((node) => {
        if (node.selected() !== ids.has(node.id()))
          node[ids.has(node.id()) ? 'select' : 'unselect']();
      });
    });
    this.#telling = false;
  }

  /** Moves nodes to places, in `duration` ms; 0 is at once. Resolves when all stand. */
  async glide(places: Places, duration: number): Promise<void> {
    if (duration === 0) return this.#move(places);
    const easing = 'ease-out-cubic';
    const moves = [...places].map(([id, at]) => {
      const node = this.#cy.getElementById(id);
      if (node.empty()) return Promise.resolve();
      return new Promise<void>((complete) => {
        node.stop().animate({ position: { ...at } }, { duration, easing, complete });
      });
    });
    await Promise.all(moves);
  }

  /** Brings everything into sight, or the given frame; answers what the view will be. */
  fit(insets: Insets, duration: number, frame?: Frame): Viewport | null {
    const cy = this.#cy.resize();
    if (cy.width() === 0 || (!frame && cy.elements().empty())) return null;
    const box = frame ? boxOf(frame) : cy.elements().boundingBox({ includeLabels: false });
    const view = fitted(box, { width: cy.width(), height: cy.height() }, insets);
    if (duration > 0) cy.stop().animate(view, { duration, easing: 'ease-out-cubic' });
    else cy.viewport(view);
    return view;
  }

  /** Brings one node into sight, if it is not yet; tells whether the view had to move. */
  reveal(id: string, duration: number): boolean {
    const node = this.#cy.getElementById(id) as NodeSingular;
    if (node.empty()) return false;
    const { x, y } = node.renderedPosition();
    const margin = 60;
    const seen =
      x > margin && y > margin && x < this.#cy.width() - margin && y < this.#cy.height() - margin;
    if (seen && this.#cy.zoom() > 0.2) return false;
    const zoom = Math.max(this.#cy.zoom(), 0.6);
    this.#cy
      .stop()
      .animate({ center: { eles: node }, zoom }, { duration, easing: 'ease-out-cubic' });
    return true;
  }

  /** Keeps the middle of the picture in the middle when the pane grows or shrinks. */
  shift(dx: number, dy: number): void {
    this.#cy.resize();
    this.#cy.panBy({ x: dx / 2, y: dy / 2 });
  }

  zoomBy(factor: number): void {
    const renderedPosition = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition });
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

  destroy(): void {
    this.#listener.hovered(null);
    this.#cy.destroy();
  }

  #move(places: Places): void {
    this.#cy.nodes().forEach((node) => {
      const at = places.get(node.id());
      if (!at || node.grabbed()) return;
      const { x, y } = node.position();
      if (x !== at.x || y !== at.y) node.position({ ...at });
    });
  }
}

const boxOf = ({ left, top, right, bottom }: Frame) => ({
  x1: left,
  y1: top,
  w: right - left,
  h: bottom - top,
});
