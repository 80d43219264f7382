import { readXml, type XmlOptions } from '../xml/read-xml.ts';
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts';

/** Names by which a vocabulary is known here, with the namespaces that mean it. */
export type Vocabularies = readonly (readonly [prefix: string, namespace: RegExp | string])[];

/** What hears of a document, piece by piece; names carry the prefixes of the {@link Vocabularies}. */
export interface PieceHandler {
  /** An element begins whose content is told element by element. */
  enter(name: string, attributes: Readonly<Record<string, string>>): void;
  leave(name: string): void;
  /** An element that is small enough to be given whole. */
  piece(element: XmlElement): void;
}

/**
 * Reads an XML document in pieces: elements named in `whole` are given as trees once they end, all others are
 * told as they come, so that a document of any length takes the memory of its longest paragraph. Throws as
 * {@link readXml} does.
 */
export function readPieces(
  xml: string,
  whole: ReadonlySet<string>,
  handler: PieceHandler,
  options: XmlOptions & { vocabularies: Vocabularies },
): void {
  const names = new Names(options.vocabularies);
  const stack: XmlElement[] = [];
  readXml(
    xml,
    {
      start(written, given) {
        const { name, attributes } = names.of(written, given);
        if (stack.length === 0 && !whole.has(name)) return handler.enter(name, attributes);
        const element: XmlElement = { name, attributes, children: [] };
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      end(written) {
        const element = stack.pop();
        if (!element) handler.leave(names.name(written));
        else if (stack.length === 0) handler.piece(element);
      },
      text: (text) => void stack.at(-1)?.children.push(text),
    },
    options,
  );
}

/** A part that is small enough to be held, as a tree with the prefixes of the {@link Vocabularies}. */
export function qualifiedTree(
  xml: string,
  options: XmlOptions & { vocabularies: Vocabularies },
): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const names = new Names(options.vocabularies);
  readXml(
    xml,
    {
      start(written, given) {
        const element: XmlElement = { ...names.of(written, given), children: [] };
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      end: () => void stack.pop(),
      text: (text) => void stack.at(-1)?.children.push(text),
    },
    options,
  );
  // A line end may stand before it, behind the declaration.
  return elementsOf(root)[0] ?? root;
}

/** Most prefixes that a document may declare anew: programs declare a few dozen. */
const MOST = 1000;

/** Names as they are written, told by the namespaces that the document declares for their prefixes. */
class Names {
  readonly #vocabularies: Vocabularies;
  /** Prefixes that are not what they are called here. */
  readonly #other = new Map<string, string>();

  constructor(vocabularies: Vocabularies) {
    this.#vocabularies = vocabularies;
  }

  of(
    written: string,
    given: Readonly<Record<string, string>>,
  ): Pick<XmlElement, 'name' | 'attributes'> {
    for (const key in given) {
      if (key.startsWith('xmlns')) this.#declare(key.slice(6), given[key] ?? '');
    }
    if (this.#other.size === 0) return { name: written, attributes: given };
    const attributes: Record<string, string> = {};
    for (const key in given) {
      attributes[key.includes(':') ? this.name(key) : key] = given[key] ?? '';
    }
    return { name: this.name(written), attributes };
  }

  name(written: string): string {
    if (this.#other.size === 0) return written;
    const colon = written.indexOf(':');
    const other = this.#other.get(colon < 0 ? '' : written.slice(0, colon));
    if (other === undefined) return written;
    const local = written.slice(colon + 1);
    return other === '' ? local : `${other}:${local}`;
  }

  #declare(prefix: string, namespace: string): void {
    const known = this.#vocabularies.find(([, meant]) =>
      typeof meant === 'string' ? meant === namespace : meant.test(namespace),
    )?.[0];
    if (known === undefined || known === prefix) this.#other.delete(prefix);
    else if (this.#other.size < MOST) this.#other.set(prefix, known);
  }
}
