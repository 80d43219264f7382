import { raisedWords } from '../raised.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';

/** A formula as one line of text: fractions by a slash, roots by their sign, raised and lowered figures. */
export function mathText(element: XmlElement): string {
  return elementsOf(element).map(pieceText).join('');
}

function pieceText(element: XmlElement): string {
  const part = (name: string): string => {
    const found = elementOf(element, name);
    return found ? mathText(found) : '';
  };
  switch (element.name) {
    case 'm:r':
      return elementsOf(element)
        .filter(({ name }) => name === 'm:t' || name === 'w:t')
        .map(textOf)
        .join('');
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:rad':
      return `${raised(part('m:deg'), '')}√${grouped(part('m:e'))}`;
    case 'm:sSup':
      return raised(part('m:sup'), part('m:e'));
    case 'm:sSub':
      return lowered(part('m:sub'), part('m:e'));
    case 'm:sSubSup':
      return raised(part('m:sup'), lowered(part('m:sub'), part('m:e')));
    case 'm:nary': {
      const sign = characterOf(element, 'm:naryPr', 'm:chr') ?? '∫';
      return `${raised(part('m:sup'), lowered(part('m:sub'), sign))} ${part('m:e')}`;
    }
    case 'm:d':
      return delimited(element);
    case 'm:m':
    case 'm:eqArr':
      return elementsOf(element)
        .filter(({ name }) => name === 'm:mr' || name === 'm:e')
        .map((row) =>
          row.name === 'm:mr' ? elementsOf(row).map(mathText).join(' ') : mathText(row),
        )
        .join('; ');
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    default:
      return element.name.endsWith('Pr') ? '' : mathText(element);
  }
}

function delimited(element: XmlElement): string {
  const begin = characterOf(element, 'm:dPr', 'm:begChr') ?? '(';
  const end = characterOf(element, 'm:dPr', 'm:endChr') ?? ')';
  const sep = characterOf(element, 'm:dPr', 'm:sepChr') ?? '|';
  return `${begin}${elementsOf(element, 'm:e').map(mathText).join(sep)}${end}`;
}

const characterOf = (element: XmlElement, properties: string, name: string): string | undefined =>
  elementOf(elementOf(element, properties), name)?.attributes['m:val'];

/** What is more than one sign or number in brackets. */
const grouped = (text: string): string =>
  /^(?:[\p{L}\p{N}]+|.?)$/u.test(text) ? text : `(${text})`;

function raised(text: string, base: string): string {
  if (text === '') return base;
  const signs = raisedWords(text, 'raised', '');
  return signs === text ? `${base}^${grouped(text)}` : `${base}${signs}`;
}

function lowered(text: string, base: string): string {
  if (text === '') return base;
  const signs = raisedWords(text, 'lowered', '');
  return signs === text ? `${base}_${grouped(text)}` : `${base}${signs}`;
}
