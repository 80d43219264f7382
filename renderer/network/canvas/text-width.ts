import type { Measure } from '#data/scene/measure.ts';

/** Measures with a font of the page, which has to be loaded. Cost: each text once, then from memory. */
export function measureWith(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('a page can draw');
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const font = `${weight} ${size}px ${family}`;
    const key = `${font} ${text}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}
