import cytoscape, { type Core } from 'cytoscape';
import type { Positions } from '#data/layout/layout.ts';
import type { Side } from '#data/scene/labels/sides.ts';
import type { Theme } from '#data/scene/meaning.ts';
import type { Scene } from '#data/scene/scene.ts';
import { diffElements } from '../graph/diff.ts';
import { elementsOf, type GraphElement } from '../graph/elements.ts';
import { AreaLayer } from './area-layer.ts';
import { graphStyle } from './graph-style.ts';
import { CanvasView } from './canvas-view.ts';
import { edgeLook, nodeLook, type Look } from './looks.ts';
import type { Palette } from './palette.ts';
import { listen, type CanvasListener } from './canvas-events.ts';
import { viewportOf, ZOOM, type Look as View } from './viewport.ts';

/** Classes by element id; an element without an entry has none. */
export type Marks = ReadonlyMap<string, string>;

export interface CanvasOptions {
  container: HTMLElement;
  palette: Palette;
  listener: CanvasListener;
  /** Draws without edges and from a picture while the view moves: needed for some hundred nodes. */
  heavy: boolean;
  /** Where to look at first; null when the picture will be made to fit. */
  look: View | null;
}

/** The drawing. Knows Cytoscape, and nothing of the case: what it shows is told to it. */
export class GraphCanvas {
  /** Which part is seen. */
  readonly view: CanvasView;
  /** What lies under nodes and edges. */
  readonly areas: AreaLayer;
  readonly #cy: Core;
  readonly #listener: CanvasListener;
  #scene: Pick<Scene, 'nodes' | 'edges'> = { nodes: [], edges: [] };
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
    this.areas = new AreaLayer(this.#cy, container);
    listen(this.#cy, listener, () => this.#telling);
  }

  /** Shows another scene: only what differs from before touches the canvas. */
  show(scene: Scene, theme: Theme): void {
    const elements = elementsOf(scene, theme);
    const { add, update, remove } = diffElements(this.#drawn, elements);
    this.#scene = scene;
    this.#drawn = new Map(elements.map((element) => [element.id, element]));
    const looks = add.length > 0 ? this.#looks(new Map(), 1) : new Map<string, Look>();
    const cy = this.#cy;
    cy.batch(() => {
      for (const id of remove) cy.getElementById(id).remove();
      for (const { id, data } of update) cy.getElementById(id).data(data);
      cy.add(
        add.map(({ id, group, data }) => ({
          group,
          data: { ...data, ...looks.get(id) },
          selectable: group === 'nodes',
        })),
      );
      this.#move(new Map(scene.nodes.map((node) => [node.id, node])));
    });
  }

  /** Draws these labels, `scale` times as large as the picture has them, and no others. */
  label(drawn: ReadonlyMap<string, Side>, scale: number): void {
    this.#cy.batch(() => {
      for (const [id, look] of this.#looks(drawn, scale)) {
        const target = this.#cy.getElementById(id);
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

  /** Moves nodes to positions, in `duration` ms; 0 is at once. Resolves when all stand. */
  async glide(positions: Positions, duration: number): Promise<void> {
    if (duration === 0) return this.#move(positions);
    const easing = 'ease-out-cubic';
    const moves = [...positions].map(([id, at]) => {
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
    this.areas.remove();
  }

  #looks(drawn: ReadonlyMap<string, Side>, scale: number): Map<string, Look> {
    const { nodes, edges } = this.#scene;
    return new Map([
      ...nodes.map((node) => [node.id, nodeLook(node, drawn.get(node.id), scale)] as const),
      ...edges.map((edge) => [edge.id, edgeLook(edge, scale)] as const),
    ]);
  }

  #move(positions: Positions): void {
    this.#cy.nodes().forEach((node) => {
      const at = positions.get(node.id());
      if (!at || node.grabbed()) return;
      const { x, y } = node.position();
      if (x !== at.x || y !== at.y) node.position({ x: at.x, y: at.y });
    });
  }
}
