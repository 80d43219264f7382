import type { LayoutNode } from '../layout/layout.ts';
import type { Network } from '../queries/network.ts';
import { GAP, labelOf } from './label.ts';
import { usual } from './measure.ts';
import { sizesOf, type SceneOptions } from './scene-of.ts';

/** The room of each node with its label, for layouts. */
export function roomsOf(
  network: Network,
  { sizeBy, shortName }: Pick<SceneOptions, 'sizeBy' | 'shortName'>,
): LayoutNode[] {
  const sizes = sizesOf(network, sizeBy);
  return network.nodes.map((node) =>
    nodeBox(node.id, node.type, shortName(node), sizes.get(node.id) ?? 0),
  );
}

/**
 * The room that a node and its label take, in CSS pixels at zoom 1. Estimated, not measured: the same
 * network gets the same positions wherever it is laid out.
 */
export function nodeBox(id: string, group: string, name: string, size: number): LayoutNode {
  const label = labelOf(name, size, usual);
  return {
    id,
    group,
    width: Math.max(size, label.width) + 8,
    above: size / 2 + 3,
    below: size / 2 + GAP + label.height,
  };
}
