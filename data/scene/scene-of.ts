import type { Point, Positions } from '../layout/layout.ts';
import type { Network, NetworkEdge, NetworkNode } from '../queries/network.ts';
import { bends } from './curve.ts';
import { hullsOf } from './hulls.ts';
import { labelOf, LETTERS } from './label.ts';
import { legendOf, type Switched } from './legend.ts';
import type { Measure } from './measure.ts';
import {
  arrowOf,
  bodySize,
  diameter,
  lineWidth,
  relationColour,
  typeColour,
  weightOf,
  type CodebookLook,
  type SizeBy,
} from './meaning.ts';
import { knownShape } from './outlines.ts';
import type { Scene, SceneEdge, SceneHull, SceneNode } from './scene.ts';

/** What a drawing needs beside the network. */
export interface SceneOptions {
  codebook: CodebookLook;
  sizeBy: SizeBy;
  /** The name that stands at a node. */
  shortName: (node: Pick<NetworkNode, 'id' | 'name'>) => string;
  measure: Measure;
  /** What the person switched off, for the legend. */
  switched?: Switched;
  /** Most that parallel lines are bent, in CSS pixels; absent: as far as they need. */
  mostBend?: number;
  /** The network whose groups get areas around their members, drawn or not; absent: no areas. */
  memberships?: Network;
}

/**
 * A network as it is drawn: actors that have a place, and relations between them. Cost: one pass over
 * nodes and edges; every name is measured.
 */
export function sceneOf(network: Network, positions: Positions, options: SceneOptions): Scene {
  const sizes = sizesOf(network, options.sizeBy);
  const nodes = network.nodes.flatMap((node) => {
    const at = positions.get(node.id);
    return at ? [sceneNode(node, at, sizes.get(node.id) ?? 0, options)] : [];
  });
  const drawn = new Set(nodes.map(({ id }) => id));
  const edges = network.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const bent = bends(edges, options.mostBend);
  const hulls = areasIn(nodes, options);
  return {
    nodes,
    edges: edges.map((edge) => sceneEdge(edge, bent.get(edge.id) ?? 0, options)),
    hulls,
    legend: legendOf(network, options.codebook, { ...options, areas: hulls.length > 0 }),
  };
}

/** Also where lines of membership are switched off, so that areas can stand in their place. */
function areasIn(nodes: readonly SceneNode[], options: SceneOptions): SceneHull[] {
  const { memberships, switched } = options;
  if (!memberships || switched?.off.statuses.has('asserted')) return [];
  return hullsOf(memberships, nodes, options);
}

/** Diameters of all nodes, in CSS pixels. */
export function sizesOf({ nodes }: Network, sizeBy: SizeBy): Map<string, number> {
  const heaviest = nodes.reduce((most, node) => Math.max(most, weightOf(node, sizeBy)), 1);
  return new Map(nodes.map((node) => [node.id, diameter(weightOf(node, sizeBy), heaviest)]));
}

function sceneNode(node: NetworkNode, at: Point, across: number, options: SceneOptions): SceneNode {
  const { id, name, degree } = node;
  const type = options.codebook.entityTypes.get(node.type);
  const shape = knownShape(type?.shape ?? 'ellipse');
  const size = bodySize(shape, across);
  return {
    id,
    name,
    type: type?.name ?? node.type,
    degree,
    x: at.x,
    y: at.y,
    shape,
    ...size,
    colour: typeColour(type),
    label: labelOf(options.shortName(node), across, options.measure),
    // The well linked lie over other nodes, not under them.
    level: 10 + Math.min(9, Math.floor(degree / 2)),
  };
}

function sceneEdge(edge: NetworkEdge, bend: number, { codebook }: SceneOptions): SceneEdge {
  const { id, from, to, status, directed, typeName } = edge;
  const remark = status === 'asserted' ? '' : ` (${status})`;
  return {
    id,
    from,
    to,
    bend,
    width: lineWidth(edge.origins),
    status,
    colour: relationColour(codebook.relationTypes.get(edge.type), status),
    arrow: arrowOf(directed, status),
    label: { text: `${typeName}${remark}`, size: LETTERS.size },
  };
}
