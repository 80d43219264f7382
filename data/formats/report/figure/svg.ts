import { round } from '../../../scene/path.ts';
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

function attribute(value: Value): string {
  return typeof value === 'number' ? String(round(value)) : (value ?? '');
}
