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
import { fitted, type Insets, type Viewport } from './viewport.ts';

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
  viewport: Viewport | null;
}

/** The drawing. Knows Cytoscape, and nothing of the case: what it shows is told to it. */
export class GraphCanvas {
  readonly #cy: Core;
  readonly #listener: CanvasListener;
  #drawn: ReadonlyMap<string, GraphElement> = new Map();
  #marks: Marks = new Map();
  /** Set while the program selects, so that its own doing is not taken for the analyst's. */
  #telling = false;

  constructor({ container, palette, listener, heavy, viewport }: CanvasOptions) {
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
      ...(viewport ?? {}),
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
            ...(element.group === 'nodes'
              ? nodeLook(element, undefined, 1)
              : { thick: Number(element.data['width']) }),
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
            : { thick: Number(element.data['width']) * bodyScale(scale) };
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

  /** Brings everything into sight, or the given frame. */
  fit(insets: Insets, duration: number, frame?: Frame): void {
    const cy = this.#cy;
    if (cy.width() === 0 || (!frame && cy.elements().empty())) return;
    const box = frame ? boxOf(frame) : cy.elements().boundingBox({ includeLabels: false });
    const view = fitted(box, { width: cy.width(), height: cy.height() }, insets);
    if (duration > 0) cy.stop().animate(view, { duration, easing: 'ease-out-cubic' });
    else cy.viewport(view);
  }

  /** Brings one node into sight, if it is not yet. */
  reveal(id: string, duration: number): void {
    const node = this.#cy.getElementById(id) as NodeSingular;
    if (node.empty()) return;
    const { x, y } = node.renderedPosition();
    const margin = 60;
    const seen =
      x > margin && y > margin && x < this.#cy.width() - margin && y < this.#cy.height() - margin;
    if (seen && this.#cy.zoom() > 0.45) return;
    const zoom = Math.max(this.#cy.zoom(), 0.8);
    this.#cy
      .stop()
      .animate({ center: { eles: node }, zoom }, { duration, easing: 'ease-out-cubic' });
  }

  zoomBy(factor: number): void {
    const renderedPosition = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition });
  }

  get viewport(): Viewport {
    return { zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }

  /** The middle of what is seen, in the coordinates of the network. */
  get centre(): Point {
    return this.modelPoint({ x: this.#cy.width() / 2, y: this.#cy.height() / 2 });
  }

  /** A point of the pane (CSS pixels from its corner) in the coordinates of the network. */
  modelPoint({ x, y }: Point): Point {
    const { zoom, pan } = this.viewport;
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
