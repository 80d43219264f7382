import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** What an HTML file is made of, as a browser would read it. */
export interface HtmlFacts {
  tags: Set<string>;
  attributes: { tag: string; name: string; value: string }[];
  ids: string[];
  /** Text of the elements that are shown, joined. */
  text: string;
}

/** Parses like a browser, so that whatever breaks out of its place is seen as what it became. */
export function factsOf(html: string): HtmlFacts {
  const facts: HtmlFacts = { tags: new Set(), attributes: [], ids: [], text: '' };
  visit(parse(html, { scriptingEnabled: false }), facts);
  return facts;
}

function visit(node: Tree.Node, facts: HtmlFacts): void {
  if ('value' in node) facts.text += node.value;
  if ('tagName' in node) {
    facts.tags.add(node.tagName);
    for (const { name, value } of node.attrs) {
      facts.attributes.push({ tag: node.tagName, name, value });
      if (name === 'id') facts.ids.push(value);
    }
    if (node.tagName === 'style') return;
  }
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, facts);
}
