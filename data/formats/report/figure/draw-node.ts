import { inTheme } from '../../../scene/meaning.ts';
import { outline } from '../../../scene/outlines.ts';
import type { LineLabel } from '../../../scene/labels/along-lines.ts';
import type { PlacedLabel } from '../../../scene/labels/complete.ts';
import { LINE } from '../../../scene/label.ts';
import type { SceneNode } from '../../../scene/scene.ts';
import type { Body } from '../../../scene/body.ts';
import { cleanLine } from '../clean.ts';
import { paper } from './paper.ts';
import { element, words } from './svg.ts';

/** Words have a white halo, drawn first and under the letters, so that lines do not cross them. */
export const halo = (width: number) => ({
  stroke: paper.white,
  'stroke-width': width,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
});

/** One shape, with a light rim that parts it from lines. `colour` in CSS. */
export function drawShape(shape: string, body: Body, colour: string): string {
  return element('path', {
    d: outline(shape, body),
    fill: colour,
    stroke: paper.white,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  });
}

/** One actor, with its whole name and type for who points at it. */
export function drawNode(node: SceneNode): string {
  const title = element('title', {}, words(`${cleanLine(node.name)} (${cleanLine(node.type)})`));
  return element('g', {}, title, drawShape(node.shape, node, inTheme(node.colour, paper)));
}

/** The name of an actor. */
export function drawLabel({ node, x, y, anchor }: PlacedLabel): string {
  const { lines, size, weight } = node.label;
  const spans = lines.map((line, index) =>
    element('tspan', { x, y: y + index * size * LINE }, words(line)),
  );
  return element(
    'text',
    {
      'text-anchor': anchor,
      'font-size': size,
      'font-weight': weight,
      fill: paper.ink,
      ...halo(3),
    },
    ...spans,
  );
}

/** The name of a relation along its line. */
export function drawLineLabel({ edge, x, y, angle }: LineLabel): string {
  const { text, size } = edge.label;
  const tidy = (value: number) => Math.round(value * 10) / 10;
  return element(
    'text',
    {
      transform: `translate(${tidy(x)} ${tidy(y)}) rotate(${tidy(angle)})`,
      y: size * 0.34,
      'text-anchor': 'middle',
      'font-size': size,
      fill: inTheme(edge.colour, paper),
      ...halo(2.5),
    },
    words(text),
  );
}
