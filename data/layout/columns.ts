import { say } from '../words/say.ts';
import { adjacency, degreeOf } from './adjacency.ts';
import { centred } from './frame.ts';
import type { Layout, LayoutNode, Point } from './layout.ts';
import { pack } from './pack.ts';

/** A block of rows and columns for each type, the best linked actors first. */
export const columns: Layout = {
  id: 'columns',
  label: say('network.columns'),
  description: say('network.columnsHint'),
  parameters: [
    { id: 'gap', label: say('network.columnsGap'), min: 0, max: 120, step: 5, initial: 25 },
  ],
  *run({ nodes, edges, aspect }, { gap = 25 }) {
    yield 0;
    const graph = adjacency(
      nodes.map(({ id }) => id),
      edges,
    );
    const groups = new Map<string, { node: LayoutNode; degree: number }[]>();
    nodes.forEach((node, index) => {
      const group = groups.get(node.group) ?? [];
      group.push({ node, degree: degreeOf(graph, index) });
      groups.set(node.group, group);
    });
    const parts = [...groups.values()]
      .sort(
        (a, b) =>
          b.length - a.length || (a[0]?.node.group ?? '').localeCompare(b[0]?.node.group ?? ''),
      )
      .map((group) => {
        const sorted = group.sort((a, b) => b.degree - a.degree).map(({ node }) => node);
        return { nodes: sorted, positions: block(sorted, gap) };
      });
    return centred(nodes, pack(parts, aspect));
  },
};

/** Rows of nodes in even cells, about as wide as high. */
function block(nodes: readonly LayoutNode[], gap: number): Map<string, Point> {
  const width = Math.max(...nodes.map((node) => node.width)) + gap;
  const above = Math.max(...nodes.map((node) => node.above));
  const height = above + Math.max(...nodes.map((node) => node.below)) + gap;
  const across = Math.max(1, Math.round(Math.sqrt((nodes.length * height * 1.3) / width)));
  return new Map(
    nodes.map(({ id }, index) => [
      id,
      { x: (index % across) * width, y: Math.floor(index / across) * height },
    ]),
  );
}
