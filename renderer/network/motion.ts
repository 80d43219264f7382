/** Time of a movement on the canvas, in ms: none where the analyst wants no motion. */
export function glideTime(wanted = 320): number {
  const reduced =
    document.documentElement.dataset['motion'] === 'reduced' ||
    matchMedia('(prefers-reduced-motion: reduce)').matches;
  return reduced ? 0 : wanted;
}
