import { Tokenizer } from 'parse5';
import { broken, readXml } from '../xml/read-xml.ts';
import { declaredEntities } from './internal-subset.ts';
import { append, element, type Attribute, type PageElement } from './tree.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
/** Namespaces whose elements mean to a reader what their names without a prefix mean. */
const KNOWN: ReadonlySet<string> = new Set([
  XHTML,
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
]);
/** Most elements of a page. */
const MOST = 700_000;
/** Most different entities of a page. */
const MOST_ENTITIES = 3000;

/**
 * The tree of a page by the rules of XML: every element ends where it says so. Named characters of HTML are
 * known, and those that the page declares. Throws `import-failed` where it is not well-formed.
 */
export function xhtmlTree(
  xml: string,
  { file, passed }: { file: string; passed: (units: number) => void },
): PageElement {
  const root = element('', []);
  const prefixes = new Map<string, boolean>();
  let top = root;
  let count = 0;
  const start = (name: string, given: Readonly<Record<string, string>>): void => {
    if (++count > MOST) throw broken(file, name.slice(0, 40));
    const attributes = Object.entries(given).map(([key, value]): Attribute => ({
      name: key.toLowerCase(),
      value,
    }));
    for (const one of attributes) {
      if (one.name.startsWith('xmlns:')) prefixes.set(one.name.slice(6), KNOWN.has(one.value));
    }
    const made = element(localName(name, prefixes), attributes);
    append(top, made);
    top = made;
  };
  const end = (): void => {
    top = top.parent ?? root;
  };
  const text = (words: string): void => {
    const { last } = top;
    if (last && 'text' in last) last.text += words;
    else if (words !== '') append(top, { text: words });
  };
  const entities = { ...entitiesIn(xml), ...declaredEntities(xml) };
  readXml(xml, { start, end, text }, { file, doctype: true, entities, passed });
  return root;
}

/** Whether a page says that it is XHTML; `start`: how it begins. */
export function saysXhtml(start: string): boolean {
  const text = start
    .slice(0, 4096)
    .replace(/^\ufeff/, '')
    .trimStart();
  return text.startsWith('<?xml') && text.includes(XHTML);
}

function localName(name: string, prefixes: ReadonlyMap<string, boolean>): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name.toLowerCase();
  const isKnown = prefixes.get(name.slice(0, colon).toLowerCase()) ?? false;
  return (isKnown ? name.slice(colon + 1) : name).toLowerCase();
}

/** The named characters of HTML that a page uses, beside those of XML. */
function entitiesIn(xml: string): Record<string, string> {
  const found: Record<string, string> = {};
  const names = new Set<string>();
  for (const [, name = ''] of xml.matchAll(/&([A-Za-z][A-Za-z0-9]{0,31});/g)) {
    if (names.size >= MOST_ENTITIES) break;
    if (!/^(?:lt|gt|amp|quot|apos)$/.test(name)) names.add(name);
  }
  for (const name of names) {
    const text = decoded(`&${name};`);
    if (text !== `&${name};`) found[name] = text;
  }
  return found;
}

/** A piece of HTML without tags as text. */
function decoded(html: string): string {
  let text = '';
  const add = ({ chars }: { chars: string }): void => {
    text += chars;
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onCharacter: add,
      onWhitespaceCharacter: add,
      onNullCharacter: nothing,
      onStartTag: nothing,
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return text;
}
