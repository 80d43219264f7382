import type { PageElement } from '../tree.ts';
import { attributeOf, hasAttribute } from '../tree.ts';
import { placesOf, type PlaceTest, type Siblings } from './siblings.ts';

/** What one element must be. */
export interface Compound {
  type: string;
  id: string;
  classes: readonly string[];
  attributes: readonly AttributeTest[];
  not: readonly Compound[];
  /** Where it must stand among the elements beside it. */
  places: readonly PlaceTest[];
  /** `:host`: the element around a shadow tree. */
  isHost: boolean;
}

interface AttributeTest {
  name: string;
  sign: string;
  value: string;
}

/** How an element stands to the one that is asked about next: in it, its child, behind it, or right behind it. */
type Relation = ' ' | '>' | '~' | '+';

/** Compounds from the element outwards; `relations[i]`: how the i-th element stands to the next one. */
export interface Selector {
  compounds: readonly Compound[];
  relations: readonly Relation[];
  weight: number;
}

/** Most compounds of a selector. */
const LONGEST = 8;
const NAME = /^-?(?:[\w\u0080-\uffff-]|\\[^\n])+/;
const ATTRIBUTE = /^([\w:-]+)\s*([~|^$*]?=)?/;

/** The selectors of a list that can be told from the elements alone; others find nothing. */
export function parseSelectors(list: string): Selector[] {
  return splitList(list).flatMap((one) => parseSelector(one.trim()) ?? []);
}

/** Parts at commas that stand in no brackets. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    const sign = list[at];
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, list.slice(from)];
}

function parseSelector(text: string): Selector | undefined {
  const compounds: Compound[] = [];
  const relations: Relation[] = [];
  let rest = text;
  while (rest !== '' && compounds.length < LONGEST) {
    const read = parseCompound(rest);
    if (!read) return undefined;
    compounds.unshift(read.compound);
    const behind = read.rest.trimStart();
    const hasSpace = behind.length < read.rest.length;
    if (behind === '') {
      rest = '';
      break;
    }
    const [sign = ''] = behind;
    if (isSign(sign)) {
      relations.unshift(sign);
      rest = behind.slice(1).trimStart();
      if (rest === '') return undefined;
    } else if (hasSpace && sign !== '|') {
      relations.unshift(' ');
      rest = behind;
    } else return undefined;
  }
  if (rest !== '' || compounds.length === 0) return undefined;
  return { compounds, relations, weight: compounds.reduce((sum, one) => sum + weightOf(one), 0) };
}

const isSign = (sign: string): sign is '>' | '~' | '+' => /^[>~+]$/.test(sign);

function weightOf({ type, id, classes, attributes, not, places, isHost }: Compound): number {
  const own =
    (id === '' ? 0 : 1e6) +
    (classes.length + attributes.length + places.length + (isHost ? 1 : 0)) * 1e3 +
    (type === '' ? 0 : 1);
  return own + Math.max(0, ...not.map(weightOf));
}

function parseCompound(text: string): { compound: Compound; rest: string } | undefined {
  const compound = {
    type: '',
    id: '',
    classes: [] as string[],
    attributes: [] as AttributeTest[],
    not: [] as Compound[],
    places: [] as PlaceTest[],
    isHost: false,
  };
  let rest = text;
  if (rest.startsWith('*')) rest = rest.slice(1);
  else {
    const name = NAME.exec(rest)?.[0] ?? '';
    compound.type = name.toLowerCase();
    rest = rest.slice(name.length);
  }
  while (/^[.#[:]/.test(rest)) {
    const behind = parsePart(rest, compound);
    if (behind === undefined) return undefined;
    rest = behind;
  }
  return rest === text ? undefined : { compound, rest };
}

type Building = {
  -readonly [Key in keyof Compound]: Compound[Key] extends readonly (infer One)[]
    ? One[]
    : Compound[Key];
};

/** Reads one condition into a compound and gives what stands behind it; undefined when it cannot be told. */
function parsePart(text: string, compound: Building): string | undefined {
  if (text.startsWith('[')) return parseAttribute(text, compound);
  if (text.startsWith(':')) return parsePseudo(text, compound);
  const name = NAME.exec(text.slice(1))?.[0] ?? '';
  if (name === '') return undefined;
  const plain = name.replace(/\\([^])/g, '$1');
  if (text.startsWith('#')) compound.id = plain;
  else compound.classes.push(plain);
  return text.slice(1 + name.length);
}

/** “[name]”, “[name=value]”, “[name^="a value" i]”. */
function parseAttribute(text: string, compound: Building): string | undefined {
  const end = endOfBrackets(text);
  const inside = text.slice(1, end).trim();
  const [whole, name = '', sign = ''] = ATTRIBUTE.exec(inside) ?? [];
  if (whole === undefined || end < 0) return undefined;
  const said = inside.slice(whole.length).trim();
  if (sign === '' && said !== '') return undefined;
  const quote = /^["']/.exec(said)?.[0];
  const value = quote ? said.slice(1).split(quote, 1)[0] : said.split(' ', 1)[0];
  compound.attributes.push({ name: name.toLowerCase(), sign, value: value ?? '' });
  return text.slice(end + 1);
}

/** Where the bracket that a text begins with is closed. */
function endOfBrackets(text: string): number {
  let quote = '';
  for (let at = 1; at < text.length; at++) {
    const one = text.charAt(at);
    if (quote !== '') quote = one === quote ? '' : quote;
    else if (one === ']') return at;
    else if (one === '"' || one === "'") quote = one;
  }
  return -1;
}

function parsePseudo(text: string, compound: Building): string | undefined {
  const [, name = '', inside] = /^:([\w-]+)(?:\(([^()]*)\))?/.exec(text) ?? [];
  const rest = text.slice(1 + name.length + (inside === undefined ? 0 : inside.length + 2));
  if (name === 'root' && inside === undefined) compound.type = 'html';
  else if (name === 'host') {
    compound.isHost = true;
    const condition = inside === undefined ? undefined : parseCompound(inside.trim());
    if (inside !== undefined && condition?.rest !== '') return undefined;
    if (condition) compound.attributes.push(...condition.compound.attributes);
    if (condition) compound.classes.push(...condition.compound.classes);
  } else if (name === 'not' && inside !== undefined) {
    for (const one of inside.split(',')) {
      const read = parseCompound(one.trim());
      if (!read || read.rest !== '') return undefined;
      compound.not.push(read.compound);
    }
  } else {
    const places = placesOf(name, inside);
    if (!places) return undefined;
    compound.places.push(...places);
  }
  return rest;
}

/** What finding elements works with. */
export interface Search {
  /** Steps that it may still take: a page whose style takes more is shown without the rest. */
  steps: number;
  readonly siblings: Siblings;
}

/** Whether a selector finds an element. */
export function matches(selector: Selector, found: PageElement, search: Search): boolean {
  const { compounds, relations } = selector;
  const { siblings } = search;
  const next = (one: PageElement, relation: Relation | undefined): PageElement | undefined =>
    relation === '~' || relation === '+' ? siblings.before(one) : outwards(one);
  const from = (index: number, at: PageElement | undefined): boolean => {
    const compound = compounds[index];
    if (!compound) return true;
    const how = index === 0 ? undefined : relations[index - 1];
    for (let one = at; one; one = next(one, how)) {
      if (--search.steps < 0) return false;
      if (fits(compound, one, siblings) && from(index + 1, next(one, relations[index])))
        return true;
      if (how !== ' ' && how !== '~') return false;
    }
    return false;
  };
  return from(0, found);
}

/** The element around one, in the same shadow tree. */
function outwards({ parent, scope }: PageElement): PageElement | undefined {
  return parent?.scope === scope ? parent : undefined;
}

function fits(compound: Compound, one: PageElement, siblings: Siblings): boolean {
  if (compound.type !== '' && compound.type !== one.name) return false;
  if (compound.id !== '' && compound.id !== attributeOf(one, 'id')) return false;
  if (compound.classes.length > 0) {
    const own = classesOf(one);
    if (!compound.classes.every((name) => own.includes(name))) return false;
  }
  return (
    compound.attributes.every((test) => fitsAttribute(test, one)) &&
    compound.places.every((place) => siblings.standsAt(one, place)) &&
    !compound.not.some((inner) => fits(inner, one, siblings))
  );
}

/** Names of classes of an element, at most 64 of them. */
export function classesOf(one: PageElement): string[] {
  const classes = attributeOf(one, 'class');
  return classes === '' ? [] : classes.slice(0, 4000).split(/\s+/, 64);
}

function fitsAttribute({ name, sign, value }: AttributeTest, one: PageElement): boolean {
  if (!hasAttribute(one, name)) return false;
  const own = attributeOf(one, name);
  if (sign === '') return true;
  if (sign === '=') return own === value;
  if (value === '') return false;
  if (sign === '~=') return own.split(/\s+/).includes(value);
  if (sign === '|=') return own === value || own.startsWith(`${value}-`);
  if (sign === '^=') return own.startsWith(value);
  return sign === '$=' ? own.endsWith(value) : own.includes(value);
}
