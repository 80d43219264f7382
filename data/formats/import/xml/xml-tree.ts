import { readXml, type XmlOptions } from './read-xml.ts';

/** An element with what is in it, text included. Names are as they are written, prefixes included. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/**
 * An XML document as a tree: for parts of an office file, which are small enough to be held. Throws as
 * {@link readXml} does.
 */
export function xmlTree(xml: string, options: XmlOptions): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack: XmlElement[] = [root];
  readXml(
    xml,
    {
      start(name, attributes) {
        const element: XmlElement = { name, attributes, children: [] };
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      end: () => void stack.pop(),
      text: (text) => void stack.at(-1)?.children.push(text),
    },
    options,
  );
  return elementsOf(root)[0] ?? root;
}

/** The elements in an element, of one name or of all. */
export function elementsOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(
    (one): one is XmlElement =>
      typeof one !== 'string' && (name === undefined || one.name === name),
  );
}

/** The first element of a name in an element. */
export const elementOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name);

/** All text in an element, at whatever depth. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((one) => (typeof one === 'string' ? one : textOf(one)))
    .join('');
}
