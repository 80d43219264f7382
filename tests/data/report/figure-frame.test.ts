import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import type { FigureStyle } from '#data/formats/report/figure/network-figure.ts';
import { networkFigure } from '#data/formats/report/figure/network-figure.ts';
import type { Frame } from '#data/layout/frame.ts';
import type { NetworkEdge } from '#data/queries/network.ts';
import { overlap } from '#data/scene/labels/sides.ts';

/** Widths of DejaVu Sans, the broadest of the usual fonts, rounded up; in parts of the size. */
function widthOf(words: string): number {
  let wide = 0;
  for (const letter of words) {
    if (/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u.test(letter)) wide += 1.02;
    else if (/[mwMWШЩЮЖшщюжм@%…—]/u.test(letter)) wide += 0.99;
    else if (/\p{Lu}/u.test(letter)) wide += 0.78;
    else if (/[ijltfrI .,:;'’()|[\]-]/u.test(letter)) wide += 0.4;
    else if (!/\p{M}/u.test(letter)) wide += 0.64;
  }
  return wide;
}

const number = (node: Tree.Element, name: string): number =>
  Number(node.attrs.find((one) => one.name === name)?.value ?? Number.NaN);
const attribute = (node: Tree.Element, name: string): string | undefined =>
  node.attrs.find((one) => one.name === name)?.value;

/** A bow with the point that it passes halfway in place of the one that draws it there. */
function curved(path: string): string {
  return path.replace(/^M(\S+),(\S+)Q(\S+),(\S+) (\S+),(\S+)$/, (_all, ...found) => {
    const [x0 = 0, y0 = 0, cx = 0, cy = 0, x1 = 0, y1 = 0] = found.slice(0, 6).map(Number);
    return `${x0},${y0} ${(x0 + 2 * cx + x1) / 4},${(y0 + 2 * cy + y1) / 4} ${x1},${y1}`;
  });
}

interface Extent extends Frame {
  what: string;
  isLegend: boolean;
  isWords: boolean;
}

/** What an element hands on to those in it. */
interface Around {
  size: number;
  anchor: string;
  /** How far its own zero lies below that of the drawing. */
  down: number;
}

/** What every shape and every line of words covers. */
function extents(node: Tree.Element, around: Around, found: Extent[] = []): Extent[] {
  const transform = attribute(node, 'transform') ?? '';
  const own = {
    size: Number(attribute(node, 'font-size') ?? around.size),
    anchor: attribute(node, 'text-anchor') ?? around.anchor,
    down: around.down + Number(/^translate\(0 ([\d.]+)\)$/.exec(transform)?.[1] ?? 0),
  };
  const words = node.childNodes.map((one) => ('value' in one ? one.value : '')).join('');
  if (node.tagName === 'text' && transform !== '')
    found.push(alongEdge(words, transform, own.size));
  else if (['text', 'tspan'].includes(node.tagName) && words !== '')
    found.push(line(node, words, own));
  for (const name of ['d', 'points']) {
    const value = attribute(node, name);
    if (value !== undefined) found.push(pathExtent(node.tagName, value, own.down));
  }
  for (const child of node.childNodes) {
    if ('tagName' in child && child.tagName !== 'title') extents(child, own, found);
  }
  return found;
}

function line(node: Tree.Element, words: string, { size, anchor, down }: Around): Extent {
  const [x, y] = [number(node, 'x'), number(node, 'y') + down];
  const wide = widthOf(words) * size;
  const left = anchor === 'middle' ? x - wide / 2 : anchor === 'end' ? x - wide : x;
  const box = { left, right: left + wide, top: y - size * 0.8, bottom: y + size * 0.2 };
  return { what: words, isLegend: down > 0, isWords: true, ...box };
}

function alongEdge(words: string, transform: string, size: number): Extent {
  const [x = 0, y = 0, angle = 0] = [...transform.matchAll(/-?[\d.]+/g)].map(Number);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const wide = widthOf(words) * size;
  const half = {
    x: (Math.abs(cos) * wide + Math.abs(sin) * size) / 2,
    y: (Math.abs(sin) * wide + Math.abs(cos) * size) / 2,
  };
  const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
  return { what: words, isLegend: false, isWords: true, ...box };
}

function pathExtent(what: string, path: string, down: number): Extent {
  const points = [...curved(path).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  const xs = points.map(([, x]) => Number(x));
  const ys = points.map(([, , y]) => Number(y) + down);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const box = { left, right, top: Math.min(...ys), bottom: Math.max(...ys) };
  return { what, isLegend: down > 0, isWords: false, ...box };
}

function drawingOf(svg: string) {
  const [root] = parseFragment(svg).childNodes as Tree.Element[];
  if (!root) throw new Error('the figure is one element');
  const box = (attribute(root, 'viewBox') ?? attribute(root, 'viewbox') ?? '')
    .split(' ')
    .map(Number);
  return {
    width: box[2] ?? 0,
    height: box[3] ?? 0,
    extents: extents(root, { size: 0, anchor: 'start', down: 0 }),
  };
}

function outside(svg: string): string[] {
  const { width, height, extents: all } = drawingOf(svg);
  return all
    .filter(
      ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
    )
    .map(
      ({ what, left, right, top, bottom }) =>
        `${what}: ${[left, top, right, bottom].join(' ')} in ${width} ${height}`,
    );
}

/** A ring of actors with as many types of actors and relations; all relations between two of them, too. */
function figure(count: number, nameOf: (n: number) => string, colourOf = (n: number) => hue(n)) {
  const nodes = Array.from({ length: count }, (_, n) => ({
    id: `n${n}`,
    name: nameOf(n),
    type: `t${n}`,
    degree: 2,
    mentions: 1,
  }));
  const edge = (from: number, to: number, n: number): NetworkEdge =>
    ({
      id: `e${from}-${to}-${n}`,
      from: `n${from}`,
      to: `n${to}`,
      type: `r${n}`,
      directed: true,
      status: 'asserted',
      origins: 1,
      evidence: [],
    }) as unknown as NetworkEdge;
  const ring = nodes.map((_, n) => edge(n, (n + 1) % count, n));
  const parallel = Array.from({ length: 12 }, (_, n) => edge(0, 1, n % count));
  const numbers = Array.from({ length: count }, (_, n) => n);
  const style: FigureStyle = {
    codebook: {
      entityTypes: new Map(
        numbers.map((n) => [`t${n}`, { name: nameOf(n), colour: hue(1), shape: 'star' }]),
      ),
      relationTypes: new Map(
        numbers.map((n) => [`r${n}`, { name: nameOf(n), colour: colourOf(n), directed: true }]),
      ),
    },
    // Along the very edge of the drawing.
    position: (id) => ({ x: Number(id.slice(1)) % 2 ? 900 : 0, y: Number(id.slice(1)) * 4 }),
    label: (id) => nameOf(Number(id.slice(1))),
  };
  return networkFigure({ nodes, edges: [...ring, ...parallel] }, style).svg;
}

const hue = (n: number): string => `#${(n * 4099 + 0x101010).toString(16).padStart(6, '0')}`;

const long = 'observes the joint exercises of the armed forces of';
const names: Record<string, (n: number) => string> = {
  short: (n) => `type ${n}`,
  long: (n) => `${long} ${long} ${long} ${n}`,
  'without spaces': (n) => `${'Wirtschaftsmilitär'.repeat(14)}${n}`,
  'in capitals': (n) => `MEMORANDUM OF MUTUAL WITHDRAWAL ${'WMW'.repeat(20)} ${n}`,
  Chinese: (n) => `${'阿富汗巴基斯坦塔吉克斯坦四国军队反恐合作协调机制成员'.repeat(4)}${n}`,
  Arabic: (n) => `${'عضو في آلية التنسيق والتعاون الرباعية لمكافحة الإرهاب '.repeat(5)}${n}`,
  Russian: (n) =>
    `${'участвует в совместных антитеррористических учениях вооружённых сил '.repeat(4)}${n}`,
};

describe('nothing of the figure is cut off', () => {
  test.each(
    Object.keys(names).flatMap((kind) => [1, 3, 12, 60].map((count) => [kind, count] as const)),
  )('%s names, %i types', (kind, count) => {
    expect(outside(figure(Math.max(2, count), names[kind] ?? String))).toEqual([]);
  });

  it('also when many types share one colour and so one entry', () => {
    const svg = figure(40, names['long'] ?? String, () => '#123456');
    expect(outside(svg)).toEqual([]);
  });

  it('tells a name whole that is too long for the legend', () => {
    const svg = figure(3, (n) => `${long} `.repeat(9) + String(n));
    expect(svg).toContain(`<title>${`${long} `.repeat(9)}2</title>`);
    expect(outside(svg)).toEqual([]);
  });

  it('has no line of the legend upon another', () => {
    const { extents: all } = drawingOf(figure(12, names['long'] ?? String));
    const lines = all.filter(({ isLegend, isWords }) => isLegend && isWords);
    expect(lines.length).toBeGreaterThan(24);
    const covered = lines.flatMap((a, n) => lines.slice(n + 1).map((b) => overlap(a, b)));
    expect(Math.max(...covered)).toBe(0);
  });

  it('stays on one page with its legend, so that no letter gets too small', () => {
    const { width, height } = drawingOf(figure(60, names['short'] ?? String));
    expect(height / width).toBeLessThanOrEqual(214 / 176);
  });
});
