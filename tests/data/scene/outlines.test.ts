import { describe, expect, test } from 'vitest';
import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { knownShape, outline } from '#data/scene/outlines.ts';

const body = { x: 50, y: 40, width: 20, height: 10 };
const shapes = [
  ...['ellipse', 'rectangle', 'round-rectangle', 'cut-rectangle', 'triangle', 'round-triangle'],
  ...['diamond', 'pentagon', 'hexagon', 'heptagon', 'octagon', 'star', 'vee', 'tag', 'rhomboid'],
  ...['round-hexagon', 'barrel', 'bottom-round-rectangle', 'right-rhomboid', 'concave-hexagon'],
];

describe('outlines', () => {
  test.each(shapes)('%s is a closed line that fills its field', (shape) => {
    expect(knownShape(shape)).toBe(shape);
    const path = outline(shape, body);
    expect(path).toMatch(/^M[\d., LQA]+Z$/);
    // The radii of an ellipse are no points of it.
    const points = [...path.replaceAll(/A\S+/g, 'L').matchAll(/([\d.]+),([\d.]+)/g)];
    const xs = points.map(([, x]) => Number(x));
    const ys = points.map(([, , y]) => Number(y));
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([40, 60]);
    if (shape !== 'ellipse') expect([Math.min(...ys), Math.max(...ys)]).toEqual([35, 45]);
  });

  test('are there for every type of the codebook that comes along', () => {
    for (const { shape } of codebook.entityTypes) expect(knownShape(shape)).toBe(shape);
  });

  test('of a shape that nobody knows are round', () => {
    expect(knownShape('"><script>')).toBe('ellipse');
    expect(knownShape('constructor')).toBe('ellipse');
    expect(outline('constructor', body)).toBe(outline('ellipse', body));
  });
});
