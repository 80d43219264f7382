/** What takes an element out of sight that is there for screen readers or scripts, beside `display`. */
export const CLIPPING = [
  'position',
  'clip',
  'clip-path',
  'width',
  'height',
  'overflow',
  'left',
  'right',
  'top',
] as const;

const NOTHING = /^rect\(\s*(?:[01](?:px)?|auto)(?:[\s,]+[01](?:px)?){3}\s*\)$/;
const NO_PATH =
  /^(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px)? 0(?:px)?,\s*0(?:px)? 0)/;
const FAR = /^-(?:\d{4,6}(?:\.\d{1,6})?(?:px)?|\d{3,6}(?:r?em|vw|vh|%))$/;
const TINY = /^[01](?:px)?$/;

/**
 * Whether nobody sees an element: cut to nothing, or moved out of the window. Only one that is out of the flow is
 * looked at; what is only transparent may be waiting for a script that shows it.
 */
export function isOutOfSight(styles: Readonly<Partial<Record<string, string>>>): boolean {
  if (!/^(?:absolute|fixed)$/.test(styles['position'] ?? '')) return false;
  const { clip = '', width = '', height = '', overflow = '' } = styles;
  if (NOTHING.test(clip) || NO_PATH.test(styles['clip-path'] ?? '')) return true;
  if (TINY.test(width) && TINY.test(height) && /^(?:hidden|clip)/.test(overflow)) return true;
  return [styles['left'], styles['right'], styles['top']].some((value = '') => FAR.test(value));
}
