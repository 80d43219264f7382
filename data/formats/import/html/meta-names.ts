import { asLine } from '../titles.ts';
import { attributeOf, hasAttribute, wordsOf, type PageElement } from './tree.ts';

/** Names under which pages tell about themselves, the more telling ones first. */
const NAMES = {
  title: ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'],
  publisher: [
    'og:site_name',
    'publisher',
    'dc.publisher',
    'dcterms.publisher',
    'citation_journal_title',
  ],
  published: [
    'article:published_time',
    'datepublished',
    'og:article:published_time',
    'citation_publication_date',
    'citation_date',
    'dc.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.date',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'publication_date',
    'date',
  ],
  url: ['og:url', 'twitter:url'],
  place: ['dateline', 'geo.placename', 'contentlocation'],
  language: ['content-language', 'og:locale', 'dc.language', 'dcterms.language'],
} as const;
export type Topic = keyof typeof NAMES;

/** Names of authors: each may stand several times. */
const AUTHORS = [
  'author',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
];
/** Values that are kept of one name, and longest value. */
const MOST = 30;
const LONGEST = 2000;
/** Longest name of somebody in a page. */
const LONGEST_NAME = 100;
/** Class names that are given to the name of an author and to nothing else. */
const BYLINES: ReadonlySet<string> = new Set([
  'p-author',
  'author-name',
  'byline__name',
  'byline-name',
]);

/** What a page says under names that others look for, in its head and in its words. */
export class MetaNames {
  readonly #named = new Map<string, string[]>();

  /** A `meta` element. */
  meta(attribute: (key: string) => string): void {
    const keys = ['name', 'property', 'itemprop', 'http-equiv']
      .map(attribute)
      .flatMap((key) => key.slice(0, 200).toLowerCase().split(/\s+/));
    for (const key of new Set(keys)) if (key !== '') this.#add(key, attribute('content'));
  }

  /** An element whose words say something, by microdata, by its link, or by its name. */
  marked(one: PageElement): void {
    const { name, attributes } = one;
    if (attributes.length === 0) return;
    const property = attributeOf(one, 'itemprop').toLowerCase();
    if (name === 'time' && (hasAttribute(one, 'pubdate') || property.includes('datepublished'))) {
      this.#add('datepublished', attributeOf(one, 'datetime') || wordsOf(one, 100));
    } else if (property === 'datepublished') {
      this.#add('datepublished', attributeOf(one, 'content') || wordsOf(one, 100));
    } else if (property === 'author' || property === 'creator') this.#person('author', one);
    else if (
      name === 'a' &&
      /(?:^|\s)author(?:\s|$)/i.test(attributeOf(one, 'rel').slice(0, 100))
    ) {
      this.#person('rel=author', one);
    } else if (hasByline(one)) this.#person('byline', one);
  }

  /** The first value of the most telling name; empty when there is none. */
  first(topic: Topic): string {
    return this.all(topic)[0] ?? '';
  }

  /** All values, those of the most telling name first. */
  all(topic: Topic): string[] {
    return NAMES[topic].flatMap((name) => (this.#named.get(name) ?? []).map(asLine));
  }

  /** Names of authors by each way of saying them, the surest first. */
  get authors(): string[][] {
    return [...AUTHORS, 'rel=author', 'byline'].map((name) => this.#named.get(name) ?? []);
  }

  #person(key: string, one: PageElement): void {
    const words = attributeOf(one, 'content') || nameIn(one);
    if (words.length <= LONGEST_NAME) this.#add(key, words);
  }

  #add(key: string, value: string): void {
    if (value.trim() === '') return;
    const values = this.#named.get(key);
    if (!values) this.#named.set(key, [value.slice(0, LONGEST)]);
    else if (values.length < MOST) values.push(value.slice(0, LONGEST));
  }
}

/** The name of a person in microdata, or all words. */
function nameIn(one: PageElement): string {
  for (let node = one.first; node; node = node.next) {
    if ('attributes' in node && attributeOf(node, 'itemprop') === 'name') {
      return attributeOf(node, 'content') || wordsOf(node, 200).trim();
    }
  }
  return wordsOf(one, 200).replace(/\s+/g, ' ').trim();
}

function hasByline(one: PageElement): boolean {
  const classes = attributeOf(one, 'class');
  return (
    classes !== '' && classes.length < 200 && classes.split(/\s+/).some((name) => BYLINES.has(name))
  );
}
