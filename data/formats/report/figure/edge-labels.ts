import { LETTERS, WIDTH, type Box, type PlacedEdge } from './figure-parts.ts';
import { middleOf } from './draw-edges.ts';
import { overlap } from './place-labels.ts';
import { element, words } from './svg.ts';
import { widthOfText } from './text-width.ts';

const SIZE = LETTERS.edge;
/** With more edges than this they lie so close that a name could be taken for that of another. */
const MOST = 80;
/** Room an edge must have beyond its words, between the rims of its nodes. */
const ROOM = 16;

/**
 * Names of relation types along their edges, wherever there is room for them without covering a name,
 * a node or each other. What has no name here is told by colour in the legend.
 */
export function edgeLabels(
  edges: readonly PlacedEdge[],
  { covered, height }: { covered: readonly Box[]; height: number },
  nameOf: (edge: PlacedEdge) => { name: string; colour: string },
): string {
  if (edges.length > MOST) return '';
  const taken = [...covered];
  let svg = '';
  for (const edge of edges) {
    const { name, colour } = nameOf(edge);
    const label = place(edge, widthOfText(name, SIZE));
    if (!label || !isInside(label.box, height)) continue;
    if (taken.some((box) => overlap(box, label.box) > 0)) continue;
    taken.push(label.box);
    const { x, y, angle } = label;
    svg += element(
      'text',
      {
        transform: `translate(${x} ${y}) rotate(${angle})`,
        y: SIZE * 0.34,
        'text-anchor': 'middle',
        'font-size': SIZE,
        fill: colour,
        stroke: '#ffffff',
        'stroke-width': 2.5,
        'paint-order': 'stroke',
      },
      words(name),
    );
  }
  return svg;
}

const isInside = ({ left, right, top, bottom }: Box, height: number): boolean =>
  left >= 0 && right <= WIDTH && top >= 0 && bottom <= height;

function place(edge: PlacedEdge, wide: number) {
  const { from, to } = edge;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(dx, dy) - from.radius - to.radius < wide + ROOM) return undefined;
  const { x, y } = middleOf(edge);
  const radians = Math.atan2(dy, dx);
  const upright = Math.abs(radians) > Math.PI / 2 ? radians + Math.PI : radians;
  const half = {
    x: (Math.abs(Math.cos(upright)) * wide + Math.abs(Math.sin(upright)) * SIZE) / 2,
    y: (Math.abs(Math.sin(upright)) * wide + Math.abs(Math.cos(upright)) * SIZE) / 2,
  };
  const box: Box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  const tidy = (value: number) => Math.round(value * 10) / 10;
  return { x: tidy(x), y: tidy(y), angle: tidy((upright * 180) / Math.PI), box };
}
