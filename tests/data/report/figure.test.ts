import { describe, expect, it } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { wakhanSample } from '#data/samples/wakhan/index.ts';
import { labelOf, LETTERS } from '#data/scene/label.ts';
import { placeLabels } from '#data/scene/labels/complete.ts';
import { overlap } from '#data/scene/labels/sides.ts';
import { broadest } from '#data/scene/measure.ts';
import type { SceneNode } from '#data/scene/scene.ts';
import { buildCase } from '../samples/build-sample.ts';
import { seeded } from '../operations/seed.ts';

/** Width of an A4 page without its margins, in points. */
const PAGE = ((210 - 2 * 17) / 25.4) * 72;

function figureOf(view: Parameters<typeof buildReport>[0]) {
  const { parts } = buildReport(view, {
    title: 'Figure',
    now: '2026-03-04T10:42:07.000Z',
    generator: 'test',
    sections: ['network'],
  });
  const figure = parts[0]?.blocks[0];
  if (figure?.kind !== 'figure') throw new Error('the network is a figure');
  const caption = figure.caption.map((one) => ('text' in one ? one.text : '')).join('');
  return { svg: figure.svg, caption };
}

const node = (id: string, x: number, y: number): SceneNode => ({
  ...{ id, x, y, name: id, type: 'state', degree: 1, level: 10 },
  ...{ shape: 'ellipse', width: 16, height: 16, colour: 'ink' },
  label: labelOf(id, 16, broadest),
});

const linesOf = (name: string): readonly string[] => labelOf(name, 16, broadest).lines;

describe('the figure of the network', () => {
  const { svg, caption } = figureOf(buildCase(wakhanSample()));

  it('has no letters that are too small on an A4 page', () => {
    const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(88);
    expect((Math.min(...sizes) / width) * PAGE).toBeGreaterThanOrEqual(7);
  });

  it('cuts no name, and says what abbreviations stand for', () => {
    expect(svg).not.toContain('…');
    expect(svg).toContain('>QCCM</tspan>');
    expect(caption).toContain('QCCM Quadrilateral Cooperation and Coordination Mechanism;');
  });

  it('counts one thing as one', () => {
    const one = seeded();
    expect(figureOf(one.state).caption).toContain('2 actors, 1 relation.');
    expect(figureOf(one.state).svg).toContain('aria-label="Network of 2 actors and 1 relation"');
  });

  it('finds names places where they do not cover each other', () => {
    const nodes = Array.from({ length: 12 }, (_, n) =>
      node(`Name ${n}`, 200 + (n % 4) * 45, 200 + Math.floor(n / 4) * 40),
    );
    const labels = placeLabels(nodes, { width: 720, height: 500 });
    expect(labels).toHaveLength(nodes.length);
    const covered = labels.flatMap((a, i) => labels.slice(i + 1).map((b) => overlap(a.box, b.box)));
    expect(Math.max(...covered)).toBe(0);
    expect(labels.every(({ node: { label } }) => label.size >= LETTERS.size)).toBe(true);
  });
});

describe('a name in lines', () => {
  it('is whole in up to five lines', () => {
    const name = 'Leader of the Islamic Movements of Central Asia and Uzbekistan (not named)';
    expect(linesOf(name).join(' ')).toBe(name);
    expect(linesOf('word '.repeat(60).trim()).at(-1)).toMatch(/…$/);
  });
});
