import { clean, escapeMarkup } from '../clean.ts';

type Value = string | number | undefined;

/** An SVG element; attributes that are undefined are left out, everything is escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeMarkup(attribute(value))}"`)
    .join('');
  return children.length
    ? `<${name}${written}>${children.join('')}</${name}>`
    : `<${name}${written}/>`;
}

/** Words as the text of an element. */
export const words = (text: string): string => escapeMarkup(clean(text));

/** A coordinate with at most two decimals, so that the same figure is the same text everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

function attribute(value: Value): string {
  return typeof value === 'number' ? String(round(value)) : (value ?? '');
}
