import { dateFault } from '../../../model/edtf.ts';
import type { Proposal } from '../../../model/reading.ts';
import { fromFile } from '../from-file.ts';
import { asLine } from '../titles.ts';
import { factsIn, type ArticleFacts } from './json-ld.ts';
import { MetaNames } from './meta-names.ts';
import { attributeOf, wordsOf, type PageElement } from './tree.ts';

/** Authors of one text that are named. */
const MOST_AUTHORS = 20;

/** Collects what a page says about itself: meta elements, JSON-LD, microdata, canonical address, saved-from note. */
export class HtmlMeta {
  readonly #names = new MetaNames();
  #facts: ArticleFacts = {};
  #canonical = '';
  #savedFrom = '';
  #language = '';
  #titles = 0;
  /** Text of the first `<title>` of the page. */
  title = '';

  /** An element of the page; most say nothing. */
  element(one: PageElement): void {
    const { name, parent } = one;
    const attribute = (key: string): string => attributeOf(one, key);
    if (name === 'html') this.#language ||= attribute('lang') || attribute('xml:lang');
    else if (name === 'title' && parent?.name !== 'svg' && this.#titles++ === 0) {
      this.title = wordsOf(one, 2000);
    } else if (name === 'link' && hasWord(attribute('rel'), 'canonical')) {
      this.#canonical ||= attribute('href');
    } else if (name === 'script' && /ld\+json/i.test(attribute('type').slice(0, 100))) {
      this.#read(one);
    } else if (name === 'meta') this.#names.meta(attribute);
    else this.#names.marked(one);
  }

  /** A comment: browsers that save a page write where it came from. */
  comment(text: string): void {
    const found = /^\s*saved from url=\(\d+\)(\S+)/i.exec(text.slice(0, 3000));
    this.#savedFrom ||= found?.[1] ?? '';
  }

  /** The headline the page gives to others that link to it; empty when it gives none. */
  get headline(): string {
    return this.#names.first('title') || asLine(this.#facts.headline ?? '');
  }

  /** BCP 47 tag, if the page declares one. */
  get language(): string | undefined {
    const said = [this.#language, this.#facts.language ?? '', this.#names.first('language')];
    return said
      .map((tag) => tag.trim().replace(/_/g, '-'))
      .find((tag) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag));
  }

  /** Everything that has a place in a document's record. */
  get source(): Proposal[] {
    const facts = this.#facts;
    const author = this.#authors();
    const publisher = [facts.publisher ?? '', ...this.#names.all('publisher')]
      .map(asName)
      .find(Boolean);
    const published = [facts.published ?? '', ...this.#names.all('published')]
      .map(asDate)
      .find(Boolean);
    const places = [this.#canonical, this.#names.first('url'), facts.url ?? '', this.#savedFrom];
    const url = places.map(asLine).find(isWeb);
    const place = [facts.place ?? '', this.#names.first('place')].map(asName).find(Boolean);
    return fromFile({ author, publisher, published, place, url, language: this.language });
  }

  /** All who wrote the text, by the surest of what the page says. */
  #authors(): string | undefined {
    const said = [this.#facts.authors ?? [], ...this.#names.authors];
    for (const some of said) {
      const names = [...new Set(some.map(asName).filter((name) => !NOBODY.test(name)))];
      if (names.length > 0) return asLine(names.slice(0, MOST_AUTHORS).join(', '));
    }
    return undefined;
  }

  #read(script: PageElement): void {
    const facts = factsIn(wordsOf(script, 600_000));
    // The first script that speaks of an article is of this one; a later one adds what it does not say.
    if (facts) this.#facts = { ...facts, ...this.#facts };
  }
}

/** What programs write where nobody said who wrote. */
const NOBODY =
  /^(?:|admin|administrator|wordpress|joomla|drupal|webmaster|root|user|guest|unknown|anonymous|undefined|null|none|n\/a)$/i;

const hasWord = (list: string, word: string): boolean =>
  list.slice(0, 200).toLowerCase().split(/\s+/).includes(word);
const isWeb = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url);

/** A name as one line without “By”; an address is none. */
function asName(text: string): string {
  const line = asLine(text).replace(/^by\s+(?=\p{Lu})/iu, '');
  return isWeb(line) || /^[@/]/.test(line) ? '' : line;
}

/** The day of an ISO date or time, as EDTF and as it is written; anything else is not guessed at. */
function asDate(text: string): string | undefined {
  const day = /^\s{0,8}(\d{4}(?:[-/]\d{2}(?:[-/]\d{2})?)?)(?:$|[T\s+Z])/
    .exec(text)?.[1]
    ?.replace(/\//g, '-');
  return day !== undefined && dateFault(day) === undefined ? day : undefined;
}
