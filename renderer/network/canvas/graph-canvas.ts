import cytoscape, { type Core } from 'cytoscape';
import { LABEL } from '#data/queries/layout/box.ts';
import type { Places } from '#data/queries/layout/layout.ts';
import { diffElements } from '../graph/diff.ts';
import type { GraphElement } from '../graph/elements.ts';
import { graphStyle } from './graph-style.ts';
import { CanvasView } from './canvas-view.ts';
import type { Side } from './labels.ts';
import type { Palette } from './palette.ts';
import { listen, type CanvasListener } from './canvas-events.ts';
import { bodyScale } from './scale.ts';
import { viewportOf, ZOOM, type Look } from './viewport.ts';

/** Classes by element id; an element without an entry has none. */
export type Marks = ReadonlyMap<string, string>;

/** Data of a node that say where its label stands. */
const anchors: Readonly<Record<Side, Record<string, string | number>>> = {
  bottom: { across: 'center', down: 'bottom', dx: 0, dy: LABEL.gap },
  top: { across: 'center', down: 'top', dx: 0, dy: -LABEL.gap },
  right: { across: 'right', down: 'center', dx: LABEL.gap, dy: 0 },
  left: { across: 'left', down: 'center', dx: -LABEL.gap, dy: 0 },
  'bottom-right': { across: 'right', down: 'bottom', dx: 0, dy: 0 },
  'bottom-left': { across: 'left', down: 'bottom', dx: 0, dy: 0 },
  'top-right': { across: 'right', down: 'top', dx: 0, dy: 0 },
  'top-left': { across: 'left', down: 'top', dx: 0, dy: 0 },
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
  /** Which part is seen. */
  readonly view: CanvasView;
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
      minZoom: ZOOM.least,
      maxZoom: ZOOM.most,
      boxSelectionEnabled: true,
      selectionType: 'single',
      hideEdgesOnViewport: heavy,
      textureOnViewport: heavy,
      ...(look
        ? viewportOf(look, { width: container.clientWidth, height: container.clientHeight })
        : {}),
    });
    this.view = new CanvasView(this.#cy);
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
