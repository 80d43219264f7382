import type { Network } from '../../../queries/network.ts';
import { cleanLine } from '../clean.ts';
import { chooseNodes, type Choice } from './choose-nodes.ts';
import { drawEdge, placeEdges } from './draw-edges.ts';
import { edgeLabels } from './edge-labels.ts';
import {
  LEAST_HEIGHT,
  LETTERS,
  MAX_HEIGHT,
  PAGE_HEIGHT,
  WIDTH,
  type PlacedNode,
  type Point,
  type TypeStyle,
} from './figure-parts.ts';
import { legend, type LegendParts } from './legend.ts';
import { nodeShape } from './node-shapes.ts';
import { boxOf, lineHeight, placeLabels, type PlacedLabel } from './place-labels.ts';
import { placeNodes } from './place-nodes.ts';
import { element, round, words } from './svg.ts';
import { bundledFamilies } from '../html/fonts.ts';
import { counted } from '../sections/words.ts';

/** How the codebook draws, and where the analyst put the actors. */
export interface FigureStyle {
  entityType: (id: string) => TypeStyle;
  relationType: (id: string) => TypeStyle;
  /** Saved place of an actor, in any units. */
  position: (entity: string) => Point | undefined;
  /** The name that stands at an actor: a common abbreviation instead of a long name. */
  label: (entity: string) => string;
}

/** A drawn network and what it leaves out. */
export interface NetworkFigure extends Pick<Choice, 'unconnected' | 'beyond' | 'edgesLeft'> {
  /** One `<svg>` element: no script, no style, no address, text as text. */
  svg: string;
  nodes: number;
  edges: number;
  /** Actors that carry an abbreviation in the drawing, in the order of the letters. */
  abbreviated: readonly { label: string; name: string }[];
}

const FONT = `Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', ${bundledFamilies}, sans-serif`;

/** Between the drawing and its legend. */
const KEY_GAP = 10;

/** Draws a network for print: the same network gives the same figure to the letter. */
export function networkFigure(network: Network, style: FigureStyle): NetworkFigure {
  const choice = chooseNodes(network);
  const key = legend(legendParts(choice, style));
  const room = Math.max(LEAST_HEIGHT, Math.min(MAX_HEIGHT, PAGE_HEIGHT - KEY_GAP - key.height));
  const { nodes, height } = placeNodes(choice.nodes, choice.edges, style.position, room);
  const edges = placeEdges(choice.edges, nodes);
  const labels = placeLabels(nodes, { width: WIDTH, height, nameOf: style.label });
  const covered = [...nodes.map(boxOf), ...labels.map(({ box }) => box)];
  const total = height + KEY_GAP + key.height;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(total)}`,
      width: WIDTH,
      height: Math.ceil(total),
      role: 'img',
      'aria-label': `Network of ${counted(nodes.length, 'actor')} and ${counted(edges.length, 'relation')}`,
      'font-family': FONT,
    },
    ...edges.map((one) => drawEdge(one, style.relationType(one.edge.type).colour)),
    edgeLabels(edges, { covered, height }, ({ edge }) => style.relationType(edge.type)),
    ...nodes.map((node) => drawNode(node, style.entityType(node.type))),
    ...labels.map(drawLabel),
    element('g', { transform: `translate(0 ${round(height + KEY_GAP)})` }, key.svg),
  );
  const { unconnected, beyond, edgesLeft } = choice;
  const abbreviated = abbreviatedIn(nodes, style);
  return {
    svg,
    nodes: nodes.length,
    edges: edges.length,
    abbreviated,
    unconnected,
    beyond,
    edgesLeft,
  };
}

function abbreviatedIn(nodes: readonly PlacedNode[], { label }: FigureStyle) {
  return nodes
    .map(({ id, name }) => ({ label: label(id), name }))
    .filter((one) => one.label !== one.name)
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function drawNode({ name, x, y, radius }: PlacedNode, { name: type, colour, shape }: TypeStyle) {
  const title = element('title', {}, words(`${cleanLine(name)} (${cleanLine(type)})`));
  return element('g', {}, title, nodeShape(shape ?? 'ellipse', { x, y, radius, fill: colour }));
}

/** A name with a white halo, drawn first and under the letters, so that lines do not cross them. */
function drawLabel({ lines, x, y, size, anchor }: PlacedLabel): string {
  const spans = lines.map((line, index) =>
    element('tspan', { x, y: y + index * lineHeight(size) }, words(line)),
  );
  return element(
    'text',
    {
      'text-anchor': anchor,
      'font-size': size,
      'font-weight': size === LETTERS.hub ? 600 : 400,
      fill: '#15181d',
      stroke: '#ffffff',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    ...spans,
  );
}

function legendParts({ nodes, edges }: Choice, style: FigureStyle): LegendParts {
  const distinct = <T>(items: T[]): T[] => [...new Set(items)];
  const order = ['asserted', 'planned', 'disputed', 'denied', 'ended'] as const;
  const used = new Set(edges.map(({ status }) => status));
  return {
    nodes: distinct(nodes.map(({ type }) => type)).map((type) => style.entityType(type)),
    relations: distinct(edges.map(({ type }) => type)).map((type) => style.relationType(type)),
    statuses: order.filter((status) => used.has(status)),
    widths: edges.some(({ origins }) => origins > 1),
  };
}
