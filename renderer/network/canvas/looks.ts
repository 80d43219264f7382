import { GAP } from '#data/scene/label.ts';
import type { Side } from '#data/scene/labels/sides.ts';
import { dashOf, lineStyles } from '#data/scene/meaning.ts';
import { enlargedEdge, enlargedNode } from '#data/scene/scale.ts';
import type { SceneEdge, SceneNode } from '#data/scene/scene.ts';

/** Data of an element that change with the scale and with where labels have room. */
export type Look = Readonly<Record<string, string | number>>;

/** Size of the words of lines that nobody points at, in parts of their size: there are many of them. */
const QUIET = 0.82;

/** Data of a node that say where its label stands. */
const anchors: Readonly<Record<Side, Look>> = {
  bottom: { across: 'center', down: 'bottom', dx: 0, dy: GAP },
  top: { across: 'center', down: 'top', dx: 0, dy: -GAP },
  right: { across: 'right', down: 'center', dx: GAP, dy: 0 },
  left: { across: 'left', down: 'center', dx: -GAP, dy: 0 },
  'bottom-right': { across: 'right', down: 'bottom', dx: 0, dy: 0 },
  'bottom-left': { across: 'left', down: 'bottom', dx: 0, dy: 0 },
  'top-right': { across: 'right', down: 'top', dx: 0, dy: 0 },
  'top-left': { across: 'left', down: 'top', dx: 0, dy: 0 },
};

/** How a node looks with letters so many times as large: its label, on which side, and its size. */
export function nodeLook(node: SceneNode, side: Side | undefined, letters: number): Look {
  const { width, height, label } = enlargedNode(node, letters);
  return {
    shown: side ? label.lines.join('\n') : '',
    fontSize: label.size,
    wide: width,
    high: height,
    ...anchors[side ?? 'bottom'],
  };
}

/** How an edge looks with letters so many times as large: its width, pattern and bend, and its words. */
export function edgeLook(edge: SceneEdge, letters: number): Look {
  const { bend, width, label, status } = enlargedEdge(edge, letters);
  return {
    // The control point of a bow lies twice as far out as its middle.
    bend: bend * 2,
    thick: width,
    dash: dashOf(lineStyles[status], width).join(' ') || '1 0',
    fontSize: label.size,
    quiet: label.size * QUIET,
  };
}
