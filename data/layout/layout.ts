/** Where a node's centre stands, in CSS pixels at zoom 1; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

/** Positions by node id. */
export type Positions = ReadonlyMap<string, Point>;

/** A node with the room that it and its label take, in CSS pixels. */
export interface LayoutNode {
  id: string;
  /** What belongs together, as the type of an actor. */
  group: string;
  width: number;
  /** Room over the centre. */
  above: number;
  /** Room under the centre, where the label stands. */
  below: number;
}

export interface LayoutEdge {
  from: string;
  to: string;
}

/** What a layout is asked to place. */
export interface LayoutGraph {
  nodes: readonly LayoutNode[];
  /** Edges to nodes that are not in the list are passed over; parallel ones count once. */
  edges: readonly LayoutEdge[];
  /** Width through height of the pane, which the picture should fill. */
  aspect: number;
}

/** A number that the person may choose; a form is made from it. */
export interface LayoutParameter {
  id: string;
  label: string;
  min: number;
  max: number;
  step: number;
  initial: number;
}

/** A way to place a network. */
export interface Layout {
  id: string;
  label: string;
  /** One line that helps to choose. */
  description: string;
  parameters: readonly LayoutParameter[];
  /** Places all nodes; yields how far it is (0-1). The same graph and values give the same positions. */
  run(graph: LayoutGraph, values: Readonly<Record<string, number>>): Generator<number, Positions>;
}

/** Parameters with the person's choices laid over the initial values, each kept in its range. */
export function layoutValues(
  layout: Layout,
  chosen: Readonly<Record<string, number>> = {},
): Record<string, number> {
  return Object.fromEntries(
    layout.parameters.map(({ id, min, max, initial }) => [
      id,
      Math.min(max, Math.max(min, chosen[id] ?? initial)),
    ]),
  );
}
