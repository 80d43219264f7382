/** The window that a page is thought to have been read in, in CSS pixels. */
const WIDTH = 1280;
const HEIGHT = 800;
/** Features of a desktop, as far as pages ask for them. */
const FEATURES: Readonly<Record<string, string>> = {
  hover: 'hover',
  pointer: 'fine',
  'any-hover': 'hover',
  'any-pointer': 'fine',
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  scripting: 'enabled',
};

/** Whether a list of media queries holds for a page on the screen of a desk. An empty one does. */
export function holdsForScreen(queries: string): boolean {
  if (queries.trim() === '') return true;
  return queries.toLowerCase().split(',').some(holds);
}

function holds(query: string): boolean {
  const [first = '', ...others] = query.split(/\band\b/).map((part) => part.trim());
  if (first.startsWith('not ')) {
    const rest = [first.slice(4), ...others];
    return !rest.every(part);
  }
  return [first.replace(/^only /, ''), ...others].every(part);
}

function part(text: string): boolean {
  const condition = text.trim();
  if (condition === 'all' || condition === 'screen') return true;
  if (!condition.startsWith('(')) return false;
  const inside = condition.slice(1).replace(')', '').trim();
  const [name = '', value = ''] = inside.split(':', 2).map((one) => one.trim());
  if (value !== '') return feature(name, value);
  return name in FEATURES || range(inside);
}

function feature(name: string, value: string): boolean {
  const size = pixels(value);
  if (size === undefined) return FEATURES[name] === value;
  if (name === 'min-width') return WIDTH >= size;
  if (name === 'max-width') return WIDTH <= size;
  if (name === 'min-height') return HEIGHT >= size;
  return name === 'max-height' && HEIGHT <= size;
}

/** “width >= 600px”; with two signs both must hold. */
function range(text: string): boolean {
  const [, sign = '', value = ''] = /^width\s*([<>]=?)\s*(\S{1,20})$/.exec(text) ?? [];
  const size = pixels(value);
  if (size === undefined) return false;
  return sign.startsWith('>') ? WIDTH >= size : WIDTH <= size;
}

function pixels(value: string): number | undefined {
  const [, number, unit] = /^(\d{0,6}\.?\d{0,6})(px|r?em)?$/.exec(value) ?? [];
  if (number === undefined || number === '') return undefined;
  return Number(number) * (unit === undefined || unit === 'px' ? 1 : 16);
}
