/** Colours of the theme that the canvas needs; a canvas cannot read CSS variables. */
export interface Palette {
  dark: boolean;
  paper: string;
  ink: string;
  ink2: string;
  /** For what is denied, ended or unknown to the codebook. */
  grey: string;
  accent: string;
  font: string;
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
