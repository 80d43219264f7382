import type { EntityType, RelationType } from '#data/model/codebook.ts';
import type { Network, NetworkEdge, NetworkNode } from '#data/queries/network.ts';
import { diameter, labelText, nodeBox } from '#data/queries/layout/box.ts';
import type { LayoutNode } from '#data/queries/layout/layout.ts';

/** What the size of a node says. */
export type SizeBy = 'mentions' | 'links' | 'same';

/** A node or an edge as the canvas draws it: flat, so that two versions compare quickly. */
export interface GraphElement {
  id: string;
  group: 'nodes' | 'edges';
  data: Readonly<Record<string, string | number>>;
}

/** What a drawing needs beside the network. */
export interface Drawing {
  entityTypes: ReadonlyMap<string, EntityType>;
  relationTypes: ReadonlyMap<string, RelationType>;
  sizeBy: SizeBy;
  /** The name that stands at a node. */
  shortName(node: NetworkNode): string;
  dark: boolean;
  /** Colour of what the codebook does not know, and of what is denied or ended. */
  grey: string;
}

/** Shapes that look small beside a circle of the same diameter, and by how much they grow. */
const grown: Readonly<Record<string, number>> = {
  star: 1.3,
  diamond: 1.2,
  triangle: 1.22,
  'round-triangle': 1.22,
  vee: 1.25,
};
const flat = new Set(['round-rectangle', 'cut-rectangle', 'rectangle', 'barrel', 'tag']);

/** Nodes and edges as elements of the canvas. */
export function elementsOf(network: Network, drawing: Drawing): GraphElement[] {
  const heaviest = network.nodes.reduce((most, node) => Math.max(most, weight(node, drawing)), 1);
  return [
    ...network.nodes.map((node) => nodeElement(node, heaviest, drawing)),
    ...network.edges.map((edge) => edgeElement(edge, drawing)),
  ];
}

/** The room of each node with its label, for layouts. */
export function boxesOf(
  network: Network,
  drawing: Pick<Drawing, 'sizeBy' | 'shortName'>,
): LayoutNode[] {
  const { shortName } = drawing;
  const heaviest = network.nodes.reduce((most, node) => Math.max(most, weight(node, drawing)), 1);
  return network.nodes.map((node) =>
    nodeBox(node.id, node.type, shortName(node), diameter(weight(node, drawing), heaviest)),
  );
}

function weight(node: NetworkNode, { sizeBy }: Pick<Drawing, 'sizeBy'>): number {
  if (sizeBy === 'same') return 0.3;
  return sizeBy === 'links' ? node.degree : (node.mentions ?? 0);
}

function nodeElement(node: NetworkNode, heaviest: number, drawing: Drawing): GraphElement {
  const type = drawing.entityTypes.get(node.type);
  const shape = type?.shape ?? 'ellipse';
  const size = diameter(weight(node, drawing), heaviest) * (grown[shape] ?? 1);
  return {
    id: node.id,
    group: 'nodes',
    data: {
      id: node.id,
      label: labelText(drawing.shortName(node)),
      shape,
      width: flat.has(shape) ? size * 1.12 : size,
      height: flat.has(shape) ? size * 0.86 : size,
      colour: colourOf(type, drawing),
      // Well-known actors keep a readable name when the picture is small.
      font: size > 38 ? 13 : size > 30 ? 12 : 11,
      degree: node.degree,
      // Names of the well linked lie over other nodes, not under them.
      level: 10 + Math.min(9, Math.floor(node.degree / 2)),
    },
  };
}

function edgeElement(edge: NetworkEdge, drawing: Drawing): GraphElement {
  const type = drawing.relationTypes.get(edge.type);
  const gone = edge.status === 'denied' || edge.status === 'ended';
  const remark = edge.status === 'asserted' ? '' : ` (${edge.status})`;
  return {
    id: edge.id,
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      label: `${edge.typeName}${remark}`,
      colour: gone ? drawing.grey : colourOf(type, drawing),
      width: edgeWidth(edge.origins),
      arrow: edge.directed ? 'triangle' : 'none',
      status: edge.status,
    },
  };
}

/** Width of an edge in CSS pixels by the number of independent origins that carry it. */
export function edgeWidth(origins: number): number {
  return Math.min(6.5, 0.8 + 1.1 * Math.max(1, origins));
}

/** The colour of a codebook entry in the theme at hand. */
export function colourOf(
  type: { colour: string; colourDark?: string } | undefined,
  { dark, grey }: Pick<Drawing, 'dark' | 'grey'>,
): string {
  if (!type) return grey;
  return dark ? (type.colourDark ?? type.colour) : type.colour;
}
