import { element } from './svg.ts';

interface Mark {
  x: number;
  y: number;
  radius: number;
  fill: string;
}

/** Corners of the shapes with straight sides, as fractions of the radius. */
const corners = new Map<string, readonly (readonly [number, number])[]>(
  Object.entries({
    diamond: [
      [0, -1.1],
      [1.1, 0],
      [0, 1.1],
      [-1.1, 0],
    ],
    triangle: [
      [0, -1.05],
      [1.05, 0.8],
      [-1.05, 0.8],
    ],
    'cut-rectangle': [
      [-0.65, -0.8],
      [0.65, -0.8],
      [1, -0.45],
      [1, 0.45],
      [0.65, 0.8],
      [-0.65, 0.8],
      [-1, 0.45],
      [-1, -0.45],
    ],
    pentagon: regular(5),
    hexagon: regular(6, 30),
    heptagon: regular(7),
    octagon: regular(8, 22.5),
    star: star(5),
  }),
);

/** One node: the shape that the codebook gives its type, with a light rim that parts it from edges. */
export function nodeShape(shape: string, mark: Mark): string {
  const { x, y, radius, fill } = mark;
  const paint = { fill, stroke: '#ffffff', 'stroke-width': 1.5 };
  const plain = shape.replace(/^(round|bottom-round)-/, '');
  const points = corners.get(plain);
  if (points) {
    const list = points.map(([dx, dy]) => `${at(x + dx * radius)},${at(y + dy * radius)}`);
    return element('polygon', { points: list.join(' '), 'stroke-linejoin': 'round', ...paint });
  }
  if (plain === 'rectangle' || plain === 'square' || plain === 'barrel') {
    return element('rect', {
      x: x - radius,
      y: y - radius * 0.8,
      width: radius * 2,
      height: radius * 1.6,
      rx: plain === shape ? 0 : radius * 0.3,
      ...paint,
    });
  }
  return element('circle', { cx: x, cy: y, r: radius, ...paint });
}

const at = (value: number): string => String(Math.round(value * 100) / 100);

function regular(count: number, turn = 0): [number, number][] {
  return Array.from({ length: count }, (_, index) => corner((360 / count) * index + turn - 90, 1));
}

function star(count: number): [number, number][] {
  return Array.from({ length: count * 2 }, (_, index) =>
    corner((180 / count) * index - 90, index % 2 ? 0.55 : 1.2),
  );
}

function corner(degrees: number, radius: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
