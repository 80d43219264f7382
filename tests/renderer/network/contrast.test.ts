import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, dimmed, mixed } from '../../../renderer/network/canvas/contrast.ts';
import { graphStyle } from '../../../renderer/network/canvas/graph-style.ts';
import { dimColours, type Palette } from '../../../renderer/network/canvas/palette.ts';

const css = readFileSync('renderer/theme.css', 'utf8');

/** The colours of a theme, as the style sheet has them. */
function paletteOf(theme: string): Palette {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`));
  const token = (name: string) => new RegExp(`${name}: (#\\w{6});`).exec(block)?.[1] ?? '';
  const [paper, ink] = [token('--paper'), token('--ink')];
  return {
    dark: theme !== 'light',
    paper,
    ink,
    ink2: token('--ink-2'),
    grey: token('--ink-3'),
    accent: token('--accent'),
    font: 'sans-serif',
    ...dimColours(ink, paper, theme === 'contrast'),
  };
}

/** The style that an element with these classes has in the end. */
function styleOf(palette: Palette, ...selectors: string[]): Record<string, unknown> {
  const rules = graphStyle(palette) as { selector: string; style: Record<string, unknown> }[];
  return Object.assign(
    {},
    ...rules.filter(({ selector }) => selectors.includes(selector)).map(({ style }) => style),
  ) as Record<string, unknown>;
}

describe.each([
  ['light', 3, 1],
  ['dark', 3, 1],
  ['contrast', 4.5, 3],
] as const)('what steps back in the theme %s', (theme, words, lines) => {
  const palette = paletteOf(theme);

  test('keeps its words readable', () => {
    const style = styleOf(palette, 'node', 'node.faded');
    const opacity = Number(style['opacity'] ?? 1) * Number(style['text-opacity'] ?? 1);
    const seen = mixed(String(style['color']), palette.paper, opacity);
    expect(contrast(seen, palette.paper)).toBeGreaterThanOrEqual(words);
    expect(contrast(seen, palette.paper)).toBeLessThan(contrast(palette.ink, palette.paper) / 1.5);
  });

  test('keeps rims and lines visible', () => {
    const node = styleOf(palette, 'node', 'node.faded');
    expect(contrast(String(node['border-color']), palette.paper)).toBeGreaterThanOrEqual(lines);
    const edge = styleOf(palette, 'edge', 'edge.faded');
    const opacity = Number(edge['opacity'] ?? 1) * Number(edge['line-opacity'] ?? 1);
    const line = mixed(String(edge['line-color']), palette.paper, opacity);
    expect(contrast(line, palette.paper)).toBeGreaterThan(lines);
  });

  test('comes back in full under the pointer', () => {
    const style = styleOf(palette, 'node', 'node.faded', 'node.hover');
    expect(style).toMatchObject({ color: palette.ink, 'background-opacity': 1 });
  });
});

test('contrast is reckoned as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#000', '#fff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  expect(dimmed('#888888', '#ffffff', 9)).toBe('#888888');
});
