/** Where the declarations within a DOCTYPE stand, brackets included. */
interface Subset {
  start: number;
  end: number;
}

/** A DOCTYPE begins in the first code units of a page, and its declarations are no longer than this. */
const SEEN = 64 * 1024;
/** Most entities, longest value of one, and how deep they may stand in each other. */
const MOST = 500;
const LONGEST = 4000;
const DEEPEST = 8;
/** What they may add to a page, beside as much as it is long. */
const SPARE = 1024 * 1024;
const NAMED = /&([A-Za-z_][\w.-]{0,60});/g;
const ENTITY = /^\s{1,50}([A-Za-z_][\w.-]{0,60})\s{1,50}(["'])/;

/**
 * The entities that a page declares for itself, as plain text: those within them are replaced, tags in them are
 * left out. What lies in other files, or grows too long, is none.
 */
export function declaredEntities(xml: string): Record<string, string> {
  const place = subsetOf(xml);
  const raw = new Map<string, string>();
  const declared = place ? xml.slice(place.start, place.end) : '';
  for (const one of declared.split('<!ENTITY').slice(1)) {
    const [head = '', name = '', quote = ''] = ENTITY.exec(one) ?? [];
    const end = head === '' ? -1 : one.indexOf(quote, head.length);
    if (end >= 0 && raw.size < MOST && !raw.has(name)) {
      raw.set(name, one.slice(head.length, Math.min(end, head.length + LONGEST)));
    }
  }
  const found: Record<string, string> = {};
  for (const [name, value] of raw) {
    const text = replaced(value, raw);
    if (text !== undefined) found[name] = text;
  }
  return growthBy(found, xml) <= xml.length + SPARE ? found : {};
}

/** How many code units a page grows by where the entities stand in it. */
function growthBy(entities: Readonly<Record<string, string>>, xml: string): number {
  let growth = 0;
  if (Object.keys(entities).length === 0) return growth;
  for (const [, name = ''] of xml.matchAll(NAMED)) {
    if (Object.hasOwn(entities, name)) growth += entities[name]?.length ?? 0;
  }
  return growth;
}

/** A page without the declarations in its DOCTYPE, which the rules of HTML take for text. */
export function withoutSubset(xml: string): string {
  const place = subsetOf(xml);
  return place ? xml.slice(0, place.start) + xml.slice(place.end) : xml;
}

function subsetOf(xml: string): Subset | undefined {
  const head = xml.slice(0, SEEN);
  const doctype = head.search(/<!DOCTYPE\s/i);
  if (doctype < 0) return undefined;
  const start = head.indexOf('[', doctype);
  if (start < 0 || head.slice(doctype, start).includes('>')) return undefined;
  const length = head.slice(start).search(/\]\s{0,100}>/);
  return length < 0 ? undefined : { start, end: start + length + 1 };
}

/** A value with the entities in it replaced, level by level; undefined when that does not end in time. */
function replaced(value: string, raw: ReadonlyMap<string, string>): string | undefined {
  let text = value;
  for (let level = 0; level < DEEPEST; level++) {
    const next = text.replace(
      /&([A-Za-z_][\w.-]{0,60});/g,
      (whole, name: string) => raw.get(name) ?? whole,
    );
    if (next.length > LONGEST) return undefined;
    if (next === text) return withoutTags(text);
    text = next;
  }
  return undefined;
}

/** Characters by number stand for themselves, tags for nothing. */
const withoutTags = (text: string): string =>
  text
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => SIGNS[name] ?? '');

const SIGNS: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
