import { baselineOf } from '../../../scene/label.ts';
import { areaFill, areaPaint, inTheme } from '../../../scene/meaning.ts';
import type { SceneHull } from '../../../scene/scene.ts';
import { cleanLine } from '../clean.ts';
import { halo } from './draw-node.ts';
import { paper } from './paper.ts';
import { element, words } from './svg.ts';

/** All areas: translucent fields with quiet lines, and whole names of groups for who points at them. */
export function drawHulls(hulls: readonly SceneHull[]): string {
  const fill = areaFill(hulls.length);
  return hulls
    .map(({ name, path, colour }) =>
      drawArea(path, inTheme(colour, paper), fill, element('title', {}, words(cleanLine(name)))),
    )
    .join('');
}

/** A field with its line. `colour` in CSS, `fill` its share of opacity. */
export function drawArea(d: string, colour: string, fill: number, ...children: string[]): string {
  const { line, width } = areaPaint;
  return element(
    'path',
    {
      d,
      fill: colour,
      'fill-opacity': fill,
      stroke: colour,
      'stroke-opacity': line,
      'stroke-width': width,
    },
    ...children,
  );
}

/** The name of a group that is not drawn itself, on the edge of its area. */
export function drawHullLabel({ label, colour }: SceneHull): string {
  if (!label) return '';
  const { x, size, weight } = label;
  const spans = label.lines.map((line, index) =>
    element('tspan', { x, y: baselineOf(label, index) }, words(line)),
  );
  const fill = inTheme(colour, paper);
  const look = { 'text-anchor': 'middle', 'font-size': size, 'font-weight': weight, fill };
  return element('text', { ...look, ...halo(3) }, ...spans);
}
