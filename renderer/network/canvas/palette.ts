import { dimmed } from './contrast.ts';

/** Colours of the theme that the canvas needs; a canvas cannot read CSS variables. */
export interface Palette {
  dark: boolean;
  paper: string;
  ink: string;
  ink2: string;
  /** For what is denied, ended or unknown to the codebook. */
  grey: string;
  accent: string;
  /** Words and rims of nodes that step back, and lines that do. */
  dimInk: string;
  dimLine: string;
  /** How much of its colour a node keeps that steps back. */
  dimFill: number;
  font: string;
}

/** What may step back how far: in high contrast, no words below 7:1 and no line below 3:1. */
const dims = {
  plain: { ink: 3.6, line: 1.25, fill: 0.32 },
  contrast: { ink: 7, line: 3, fill: 0.55 },
} as const;

/** What steps back while somebody else is meant: fainter, and readable still. */
export function dimColours(
  ink: string,
  paper: string,
  isContrast: boolean,
): Pick<Palette, 'dimInk' | 'dimLine' | 'dimFill'> {
  const { ink: words, line, fill } = dims[isContrast ? 'contrast' : 'plain'];
  return {
    dimInk: dimmed(ink, paper, words),
    dimLine: dimmed(ink, paper, line),
    dimFill: fill,
  };
}

/** Reads the colours of the theme at hand from the page. */
export function readPalette(element: Element = document.documentElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    dark: style.colorScheme === 'dark',
    paper: token('--paper'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    grey: token('--ink-3'),
    accent: token('--accent'),
    ...dimColours(
      token('--ink'),
      token('--paper'),
      document.documentElement.dataset['theme'] === 'contrast',
    ),
    // Cytoscape takes names in double quotes only.
    font: token('--font-sans').replaceAll("'", '"'),
  };
}

/** Calls back when the theme changes; returns how to stop. */
export function onTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => observer.disconnect();
}
