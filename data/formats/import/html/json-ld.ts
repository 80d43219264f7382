/** What a page tells machines about its article. */
export interface ArticleFacts {
  headline?: string;
  authors?: readonly string[];
  publisher?: string;
  published?: string;
  language?: string;
  place?: string;
  url?: string;
}

/** Longest script that is looked at, in code units, and most things in it. */
const LONGEST = 512 * 1024;
const MOST = 2000;
const DEEPEST = 6;
/** Kinds of things that are the text of a page. */
const ARTICLE =
  /^(?:\w{0,24}Article|BlogPosting|Report|LiveBlogPosting|CreativeWork|WebPage|Review|Book|Chapter|Legislation|SocialMediaPosting)$/;

type Thing = Readonly<Record<string, unknown>>;

/** What a script of JSON-LD says of the article of its page; undefined when it says nothing. */
export function factsIn(script: string): ArticleFacts | undefined {
  if (script.length > LONGEST) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return undefined;
  }
  const things = thingsIn(data);
  const found =
    things.find((one) => typesOf(one).some((type) => ARTICLE.test(type) && type !== 'WebPage')) ??
    things.find((one) => typesOf(one).includes('WebPage'));
  return found && factsOf(found, things);
}

/** The things of a graph, in order, those in others included. */
function thingsIn(data: unknown): Thing[] {
  const things: Thing[] = [];
  const open: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
  for (let top = open.shift(); top && things.length < MOST; top = open.shift()) {
    const { value, depth } = top;
    if (typeof value !== 'object' || value === null || depth > DEEPEST) continue;
    if (!Array.isArray(value)) things.push(value as Thing);
    const inside = Array.isArray(value)
      ? value
      : ['@graph', 'mainEntity'].map((key) => (value as Thing)[key]);
    for (const one of inside.slice(0, MOST)) open.push({ value: one, depth: depth + 1 });
  }
  return things;
}

const typesOf = (thing: Thing): string[] => list(thing['@type']).filter(isText);

function factsOf(thing: Thing, all: readonly Thing[]): ArticleFacts {
  const named = (value: unknown): string[] => list(value).flatMap((one) => nameOf(one, all));
  const facts = {
    headline: textOf(thing['headline']),
    authors: named(thing['author'] ?? thing['creator']),
    publisher: named(thing['publisher'])[0],
    published: textOf(thing['datePublished']),
    language: textOf(thing['inLanguage']),
    place:
      named(thing['contentLocation'] ?? thing['locationCreated'])[0] ?? textOf(thing['dateline']),
    url: textOf(thing['url']),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** The name of somebody or something; of one that is told elsewhere in the graph, the name there. */
function nameOf(one: unknown, all: readonly Thing[]): string[] {
  if (isText(one)) return [one.trim()];
  if (typeof one !== 'object' || one === null) return [];
  const thing = one as Thing;
  const own = textOf(thing['name']);
  if (own !== undefined) return [own];
  const id = textOf(thing['@id']);
  const told =
    id === undefined ? undefined : all.find((other) => other['@id'] === id && other['name']);
  const name = told && textOf(told['name']);
  return name === undefined ? [] : [name];
}

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 50) : value === undefined ? [] : [value];

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

function textOf(value: unknown): string | undefined {
  const [first] = list(value);
  return isText(first) ? first.trim().slice(0, 2000) : undefined;
}
