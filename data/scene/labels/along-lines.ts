import type { Frame } from '../../layout/frame.ts';
import type { Point } from '../../layout/layout.ts';
import { middleOf, type Bow } from '../curve.ts';
import type { Measure } from '../measure.ts';
import type { SceneEdge, SceneNode } from '../scene.ts';
import { isWithin, overlap } from './sides.ts';

/** With more lines than this they lie so close that a name could be taken for that of another. */
const MOST = 80;
/** Room a line must have beyond its words, between the rims of its nodes. */
const ROOM = 16;
/** As in CSS. */
const WEIGHT = 400;

/** Words along a line: their middle, and how they are turned, in degrees. */
export interface LineLabel extends Point {
  edge: SceneEdge;
  angle: number;
}

/** The drawing that names along lines keep within, and what they keep off. */
export interface LineRoom {
  width: number;
  height: number;
  covered: readonly Frame[];
  measure: Measure;
}

/**
 * Names of relations along their lines, wherever there is room for them without covering a name, a node
 * or each other. What has no name here is told by colour in the legend.
 */
export function placeLineLabels(
  edges: readonly SceneEdge[],
  nodes: ReadonlyMap<string, SceneNode>,
  room: LineRoom,
): LineLabel[] {
  if (edges.length > MOST) return [];
  const { width, height, measure } = room;
  const taken = [...room.covered];
  return edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return [];
    const { text, size } = edge.label;
    const wide = measure(text, size, WEIGHT);
    if (Math.hypot(to.x - from.x, to.y - from.y) - reach(from) - reach(to) < wide + ROOM) return [];
    const { box, ...label } = along({ from, to, bend: edge.bend }, wide, size);
    if (!isWithin(box, { left: 0, top: 0, right: width, bottom: height })) return [];
    if (taken.some((other) => overlap(other, box) > 0)) return [];
    taken.push(box);
    return [{ edge, ...label }];
  });
}

const reach = ({ width, height }: SceneNode): number => Math.max(width, height) / 2;

/** Where words of that width and size lie on a line, upright, and what they cover. */
function along(bow: Bow, wide: number, size: number) {
  const { x, y } = middleOf(bow);
  const radians = Math.atan2(bow.to.y - bow.from.y, bow.to.x - bow.from.x);
  const upright = Math.abs(radians) > Math.PI / 2 ? radians + Math.PI : radians;
  const [cos, sin] = [Math.abs(Math.cos(upright)), Math.abs(Math.sin(upright))];
  const half = { x: (cos * wide + sin * size) / 2, y: (sin * wide + cos * size) / 2 };
  const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  return { x, y, angle: (upright * 180) / Math.PI, box };
}
