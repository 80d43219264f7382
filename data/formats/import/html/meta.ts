import { dateFault } from '../../../model/edtf.ts';
import type { Proposal } from '../../../model/reading.ts';
import { fromFile } from '../from-file.ts';
import { asLine } from '../titles.ts';
import { attributeOf, wordsOf, type PageElement } from './tree.ts';

/** Names under which pages tell about themselves, the more telling ones first. */
const NAMES = {
  title: ['og:title', 'citation_title', 'dc.title', 'twitter:title'],
  author: ['author', 'citation_author', 'dc.creator', 'article:author', 'parsely-author'],
  publisher: ['og:site_name', 'publisher', 'dc.publisher', 'citation_journal_title'],
  published: [
    'article:published_time',
    'datepublished',
    'citation_publication_date',
    'dc.date',
    'dc.date.issued',
    'parsely-pub-date',
    'pubdate',
    'date',
  ],
  url: ['og:url'],
  language: ['content-language', 'og:locale', 'dc.language'],
} as const;
type Topic = keyof typeof NAMES;

/** Collects what a page says about itself: meta elements, canonical address, language, saved-from note. */
export class HtmlMeta {
  readonly #named = new Map<string, string>();
  #canonical = '';
  #savedFrom = '';
  #language = '';

  /** Text of the first `<title>` of the page. */
  title = '';
  #titles = 0;

  /** An element of the page; most say nothing. */
  element(one: PageElement): void {
    const { name, parent } = one;
    const attribute = (key: string): string => attributeOf(one, key);
    if (name === 'html') this.#language ||= attribute('lang') || attribute('xml:lang');
    else if (name === 'title' && parent?.name !== 'svg' && this.#titles++ === 0) {
      this.title = wordsOf(one, 2000);
    } else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute('rel'))) {
      this.#canonical ||= attribute('href');
    } else if (name === 'meta') this.#meta(attribute);
    else if (name === 'time' && (attribute('pubdate') || isPublished(attribute('itemprop')))) {
      this.#set('datepublished', attribute('datetime'));
    }
  }

  /** A comment: browsers that save a page write where it came from. */
  comment(text: string): void {
    const found = /^\s*saved from url=\(\d+\)(\S+)/i.exec(text);
    this.#savedFrom ||= found?.[1] ?? '';
  }

  /** The headline the page gives to others that link to it; empty when it gives none. */
  get headline(): string {
    return this.#first('title');
  }

  /** BCP 47 tag, if the page declares one. */
  get language(): string | undefined {
    const tag = (this.#language || this.#first('language')).trim().replace(/_/g, '-');
    return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
  }

  /** Everything that has a place in a document's record. */
  get source(): Proposal[] {
    const author = withoutAddress(this.#first('author'));
    const publisher = withoutAddress(this.#first('publisher'));
    const published = asDate(this.#first('published'));
    const url = [this.#canonical, this.#first('url'), this.#savedFrom].map(asLine).find(isWeb);
    const { language } = this;
    const found = { author, publisher, published, url, language };
    return fromFile(found);
  }

  #meta(attribute: (key: string) => string): void {
    const keys = ['name', 'property', 'itemprop', 'http-equiv'].map(attribute);
    for (const key of keys) if (key !== '') this.#set(key.toLowerCase(), attribute('content'));
  }

  #set(key: string, value: string): void {
    if (value.trim() !== '' && !this.#named.has(key)) this.#named.set(key, value.slice(0, 2000));
  }

  #first(topic: Topic): string {
    const key = NAMES[topic].find((name) => this.#named.has(name));
    return key === undefined ? '' : asLine(this.#named.get(key) ?? '');
  }
}

const isPublished = (itemprop: string): boolean => itemprop.toLowerCase() === 'datepublished';
const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url);
const withoutAddress = (text: string): string => (isWeb(text) ? '' : text);

/** The day of an ISO date or time, as EDTF; anything else is not guessed at. */
function asDate(text: string): string | undefined {
  const day = /^(\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?)(?:$|[T\s])/
    .exec(text)?.[1]
    ?.replace(/\//g, '-');
  return day !== undefined && dateFault(day) === undefined ? day : undefined;
}
