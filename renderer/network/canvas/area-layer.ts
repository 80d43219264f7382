import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { Point } from '#data/layout/layout.ts';
import { hullAround } from '#data/scene/hulls.ts';
import { baselineOf } from '#data/scene/label.ts';
import { areaFill, areaPaint, inTheme } from '#data/scene/meaning.ts';
import type { SceneHull } from '#data/scene/scene.ts';
import type { Body } from '#data/scene/body.ts';
import type { Palette } from './palette.ts';

/** Rim of paper around a name, in parts of the size of its letters. */
const HALO = 0.4;

/** What draws an area. */
interface Drawn {
  path: SVGElement;
  name: SVGElement;
}

/**
 * Areas around the members of groups, on a sheet of their own under the canvas, and their names on one
 * over it: Cytoscape has no such thing. They follow the view and every node that moves, in the frame in
 * which the canvas draws it. Without areas it listens to nothing. A name without room is not drawn.
 */
export class AreaLayer {
  readonly #cy: Core;
  readonly #fields = new Sheet();
  readonly #names = new Sheet();
  readonly #drawn = new Map<string, Drawn>();
  #hulls: readonly SceneHull[] = [];
  /** Nodes that moved since the last frame. */
  readonly #moved = new Set<string>();

  constructor(cy: Core, container: HTMLElement) {
    this.#cy = cy;
    container.prepend(this.#fields.element);
    container.append(this.#names.element);
  }

  /** Draws these areas, and no others. */
  show(hulls: readonly SceneHull[], palette: Palette): void {
    if (hulls.length === 0 && this.#hulls.length === 0) return;
    this.#hulls = hulls;
    this.#moved.clear();
    const shown = new Set(hulls.map(({ id }) => id));
    for (const id of this.#drawn.keys()) if (!shown.has(id)) this.#drawn.delete(id);
    const all = hulls.map((hull) => this.#draw(hull, palette));
    this.#fields.show(all.map(({ path }) => path));
    this.#names.show(all.map(({ name }) => name));
    this.#cy.off('position', this.#note).off('render', this.#follow);
    if (hulls.length === 0) return;
    this.#cy.on('position', this.#note).on('render', this.#follow);
    this.#follow();
  }

  remove(): void {
    this.#fields.element.remove();
    this.#names.element.remove();
  }

  #draw(hull: SceneHull, { font, paper, ...theme }: Palette): Drawn {
    const drawn = this.#drawn.get(hull.id) ?? elements(hull.id);
    this.#drawn.set(hull.id, drawn);
    const colour = inTheme(hull.colour, theme);
    set(drawn.path, { fill: colour, stroke: colour, 'fill-opacity': areaFill(this.#hulls.length) });
    set(drawn.name, { fill: colour, stroke: paper, 'font-family': font });
    place(drawn, hull);
    return drawn;
  }

  readonly #note = ({ target }: EventObject): void => {
    this.#moved.add((target as NodeSingular).id());
  };

  readonly #follow = (): void => {
    for (const sheet of [this.#fields, this.#names]) sheet.look(this.#cy.zoom(), this.#cy.pan());
    if (this.#moved.size === 0) return;
    const moved = ({ members }: SceneHull) => members.some((id) => this.#moved.has(id));
    this.#hulls = this.#hulls.map((hull) => (moved(hull) ? this.#laid(hull) : hull));
    this.#moved.clear();
  };

  /** Lays an area around its members where those stand now. */
  #laid(hull: SceneHull): SceneHull {
    const bodies = new Map(hull.members.map((id) => [id, this.#bodyOf(id)]));
    const now = hullAround(hull, bodies);
    const drawn = this.#drawn.get(hull.id);
    if (drawn) place(drawn, now);
    return now;
  }

  #bodyOf(id: string): Body {
    const node = this.#cy.getElementById(id) as NodeSingular;
    const [width, height] = [Number(node.data('wide')), Number(node.data('high'))];
    return { ...node.position(), width, height };
  }
}

/** A sheet as large as the pane, which the pointer goes through. */
class Sheet {
  readonly element = svg('svg', { 'aria-hidden': 'true', width: '100%', height: '100%' });
  readonly #picture = svg('g', {});

  constructor() {
    const { style } = this.element;
    style.position = 'absolute';
    style.inset = '0';
    style.pointerEvents = 'none';
    this.element.append(this.#picture);
  }

  show(elements: readonly SVGElement[]): void {
    this.#picture.replaceChildren(...elements);
  }

  /** Shows what a view shows that is so large, and whose origin is there in the pane. */
  look(zoom: number, { x, y }: Point): void {
    set(this.#picture, { transform: `translate(${x},${y})scale(${zoom})` });
  }
}

function elements(id: string): Drawn {
  const path = svg('path', {
    'data-area': id,
    'stroke-opacity': areaPaint.line,
    'stroke-width': areaPaint.width,
    'vector-effect': 'non-scaling-stroke',
  });
  const look = { 'text-anchor': 'middle', 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return { path, name: svg('text', look) };
}

function place({ path, name }: Drawn, { path: d, label }: SceneHull): void {
  set(path, { d });
  if (!label?.free) return name.replaceChildren();
  const spans = label.lines.map((line, index) => {
    const span = svg('tspan', { x: label.x, y: baselineOf(label, index) });
    span.textContent = line;
    return span;
  });
  name.replaceChildren(...spans);
  const { size, weight } = label;
  set(name, { 'font-size': size, 'font-weight': weight, 'stroke-width': size * HALO });
}

function svg(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(element, attributes);
  return element;
}

type Attributes = Readonly<Record<string, string | number>>;

function set(element: SVGElement, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
}
