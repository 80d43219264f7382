/** A colour as three numbers from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Contrast of two colours as WCAG reckons it, 1 to 21. Colours are written `#rrggbb` or `#rgb`. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgb(one)), luminance(rgb(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The faintest mixture of an ink with the paper that still has this contrast; the ink if none has. */
export function dimmed(ink: string, paper: string, least: number): string {
  let faintest = ink;
  for (let share = 0.98; share > 0; share -= 0.02) {
    const mixture = mixed(ink, paper, share);
    if (contrast(mixture, paper) < least) break;
    faintest = mixture;
  }
  return faintest;
}

/** What is seen where a colour with an opacity of `share` lies on the paper. */
export function mixed(ink: string, paper: string, share: number): string {
  const [over, under] = [rgb(ink), rgb(paper)];
  const parts = over.map((part, i) => Math.round(part * share + (under[i] ?? 0) * (1 - share)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function rgb(colour: string): Rgb {
  // What bundles a style sheet shortens its colours.
  const digits = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, '$&$&') : colour;
  const number = Number.parseInt(digits.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
