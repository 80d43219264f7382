import type { RelationStatus } from '../../../model/relation.ts';
import type { Point } from '../../../layout/layout.ts';
import { controlOf, middleOf, towards } from '../../../scene/curve.ts';
import { dashOf, lineStyles } from '../../../scene/meaning.ts';
import { pair } from '../../../scene/path.ts';
import type { SceneEdge } from '../../../scene/scene.ts';
import type { Body } from '../../../scene/body.ts';
import { paper } from './paper.ts';
import { element } from './svg.ts';

/** Length of the head of an arrow, in units. */
const ARROW = 6.5;
/** Room between a line and the nodes at its ends. */
const [START, TIP] = [1, 2];
const OPACITY = 0.8;

/** A line to draw: all that matters of an edge, and its colour in CSS. */
export interface Line extends Pick<SceneEdge, 'bend' | 'width' | 'status' | 'arrow'> {
  from: Body;
  to: Body;
  colour: string;
}

/** One relation: a line with the pattern of its status, and an arrow. */
export function drawEdge(line: Line): string {
  const { from, to, arrow, status } = line;
  const control = controlOf(line);
  const start = rim(from, control, START);
  const tip = rim(to, control, TIP);
  const end = arrow === 'none' ? tip : rim(to, control, TIP + ARROW * 0.8);
  return (
    stroke(`M${pair(start)}Q${pair(control)} ${pair(end)}`, line) +
    (lineStyles[status].crossed ? cross(line) : '') +
    (arrow === 'none' ? '' : head(tip, control, line))
  );
}

function stroke(d: string, { status, width, colour }: StrokeLook): string {
  const style = lineStyles[status];
  const dash = dashOf(style, width);
  return element('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-opacity': OPACITY,
    'stroke-linecap': style.round ? 'round' : undefined,
    'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
  });
}

interface StrokeLook {
  status: RelationStatus;
  width: number;
  colour: string;
}

/** A short bar across the middle of a line. */
function cross(line: Line): string {
  const middle = middleOf(line);
  const [x, y] = [line.to.x - line.from.x, line.to.y - line.from.y];
  const half = 3 + line.width;
  const [one, other] = [half, -half].map((side) =>
    towards(middle, { x: middle.x - y, y: middle.y + x }, side),
  );
  if (!one || !other) return '';
  const d = `M${pair(one)}L${pair(other)}`;
  return element('path', { d, fill: 'none', stroke: line.colour, 'stroke-width': 1.4 });
}

/** Point on the rim of a node, some units outside, towards another point: as if it were an ellipse. */
function rim(node: Body, to: Point, outside: number): Point {
  const [x, y] = [to.x - node.x, to.y - node.y];
  const length = Math.hypot(x, y) || 1;
  const [across, down] = [node.width / 2 || 1e-6, node.height / 2 || 1e-6];
  const radius = 1 / Math.hypot(x / length / across, y / length / down);
  return towards(node, to, radius + outside);
}

function head(tip: Point, from: Point, { colour, arrow }: Line): string {
  const back = towards(tip, from, ARROW);
  const [x, y] = [(tip.x - back.x) * 0.42, (tip.y - back.y) * 0.42];
  const [left, right] = [
    { x: back.x - y, y: back.y + x },
    { x: back.x + y, y: back.y - x },
  ];
  const paint =
    arrow === 'hollow'
      ? { fill: paper.white, stroke: colour, 'stroke-width': 1 }
      : { fill: colour };
  return element('path', { d: `M${pair(tip)}L${pair(left)}L${pair(right)}Z`, ...paint });
}
