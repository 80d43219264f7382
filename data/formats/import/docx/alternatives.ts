import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

/**
 * The one of several ways to say the same that is read: the newest, unless only the one for older programs has
 * words.
 */
export function chosen(alternate: XmlElement): XmlElement {
  const choice = elementOf(alternate, 'mc:Choice');
  const fallback = elementOf(alternate, 'mc:Fallback');
  if (choice && (!fallback || hasWords(choice) || !hasWords(fallback))) return choice;
  return fallback ?? NOTHING;
}

/** Whether an element holds words of the document, at whatever depth. */
function hasWords(element: XmlElement): boolean {
  return elementsOf(element).some(
    (one) => one.name === 'w:t' || one.name === 'm:t' || hasWords(one),
  );
}

/** Whether an element is a picture. */
export const isPicture = (name: string): boolean =>
  name === 'pic:pic' || name === 'v:imagedata' || name === 'a:blip';

/** Whether a drawing holds a diagram or a chart, which lie in parts of their own. */
export function isBox(element: XmlElement): boolean {
  return elementsOf(element).some((one) => /^(?:c:chart|dgm:relIds)$/.test(one.name) || isBox(one));
}
