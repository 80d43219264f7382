import { columns } from './columns.ts';
import { force } from './force.ts';
import type { Layout, LayoutGraph, Positions } from './layout.ts';
import { layoutValues } from './layout.ts';
import { circle, concentric } from './rings.ts';
import { settleNew } from './settle.ts';
import { stress } from './stress.ts';

/** Every layout, in the order in which they are offered. A new one is one line here. */
export const layouts: readonly Layout[] = [stress, force, concentric, circle, columns];

/** Above this many nodes the quadratic {@link stress} gives way to {@link force}. */
const MANY = 600;

/** The layout of a network that nobody has laid out yet. */
export const defaultLayout = (nodes: number): Layout => (nodes > MANY ? force : stress);

/** The layout of that id, or the default one. */
export const layoutById = (id: string, nodes: number): Layout =>
  layouts.find((one) => one.id === id) ?? defaultLayout(nodes);

/** Runs a layout to its end at once. For small networks, reports and tests; windows use a worker. */
export function layOut(
  layout: Layout,
  graph: LayoutGraph,
  values = layoutValues(layout),
): Positions {
  const steps = layout.run(graph, values);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * Positions for every node of a network: the saved ones as they are, the others near their neighbours,
 * or by the default layout when nothing is saved.
 */
export function arrange(graph: LayoutGraph, saved: Positions): Positions {
  const known = new Map(graph.nodes.flatMap(({ id }) => [...entry(saved, id)]));
  if (known.size === 0) return layOut(defaultLayout(graph.nodes.length), graph);
  return new Map([...known, ...settleNew(graph.nodes, graph.edges, known)]);
}

function entry(saved: Positions, id: string) {
  const at = saved.get(id);
  return at ? ([[id, { x: at.x, y: at.y }]] as const) : [];
}
