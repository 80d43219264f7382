/** The colour of a codebook entry as CSS that follows the theme. */
export function entryColour(entry: { colour: string; colourDark?: string } | undefined): string {
  if (!entry) return 'var(--ink-3)';
  return `light-dark(${entry.colour}, ${entry.colourDark ?? entry.colour})`;
}
