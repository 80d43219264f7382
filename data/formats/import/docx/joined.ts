import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';

/** Elements whose words are no longer in the text. */
const TAKEN_OUT = /^w:(?:del|moveFrom)$/;

/**
 * Whether the mark that parts a paragraph from the next was taken out while changes were recorded. A paragraph
 * that was taken out as a whole stands by itself: joined, it would run into one that never belonged to it.
 */
export function isJoined(paragraph: XmlElement, properties: XmlElement | undefined): boolean {
  const mark = elementOf(properties, 'w:rPr');
  return elementOf(mark, 'w:del') !== undefined && keepsWords(paragraph);
}

const keepsWords = (element: XmlElement): boolean =>
  elementsOf(element).some((one) =>
    one.name === 'w:t' ? textOf(one).trim() !== '' : !TAKEN_OUT.test(one.name) && keepsWords(one),
  );
