import { inTheme, lineStyles, type Theme } from '#data/scene/meaning.ts';
import type { Scene, SceneEdge, SceneNode } from '#data/scene/scene.ts';

/** A node or an edge as the canvas holds it: flat, so that two versions compare quickly. */
export interface GraphElement {
  id: string;
  group: 'nodes' | 'edges';
  data: Readonly<Record<string, string | number>>;
}

/** Nodes and edges of a scene as elements of the canvas, in the colours of a theme. */
export function elementsOf({ nodes, edges }: Scene, theme: Theme): GraphElement[] {
  return [
    ...nodes.map((node) => nodeElement(node, theme)),
    ...edges.map((edge) => edgeElement(edge, theme)),
  ];
}

function nodeElement(node: SceneNode, theme: Theme): GraphElement {
  const { id, shape, width, height, level, label } = node;
  return {
    id,
    group: 'nodes',
    data: {
      id,
      label: label.lines.join('\n'),
      shape,
      width,
      height,
      colour: inTheme(node.colour, theme),
      weight: label.weight,
      level,
    },
  };
}

function edgeElement(edge: SceneEdge, theme: Theme): GraphElement {
  const { id, from, to, status, arrow, label } = edge;
  const style = lineStyles[status];
  return {
    id,
    group: 'edges',
    data: {
      id,
      source: from,
      target: to,
      label: label.text,
      colour: inTheme(edge.colour, theme),
      width: edge.width,
      arrow: arrow === 'none' ? 'none' : 'triangle',
      fill: arrow === 'hollow' ? 'hollow' : 'filled',
      middle: style.crossed ? 'tee' : 'none',
      line: style.dash ? 'dashed' : 'solid',
      cap: style.round ? 'round' : 'butt',
      status,
    },
  };
}
