import type { DocumentLink } from '#data/model/document-link.ts';
import type { Highlight } from '#data/model/highlight.ts';
import { translationsOf, type TranslationLink } from '#data/queries/translations.ts';
import { languageOfText } from '#data/queries/language-of.ts';
import { placeBeside } from '#data/text/alignment/place-beside.ts';
import { say } from '#data/words/say.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';
import type { Selection } from '../state/selection.svelte.ts';
import { paragraphsOf, readBoth, rowsOf, type Aligned, type TextSide } from './aligned.ts';

/** A place in a document: a half-open range of UTF-16 code units. */
export interface Place {
  document: string;
  start: number;
  end: number;
}

/** What is read side by side, and the quote that it is opened at. */
export interface Opened {
  link: string;
  at?: Place;
}

/** What a translation says, as a start for the translation of a quote. */
export interface Taken {
  text: string;
  language: string;
  by: string;
}

/** Documents that are translations of one another: places of one lead to the other. */
export class Translations {
  /** What lies over the workbench. */
  opened: Opened | null = $state.raw(null);
  readonly model: CaseModel;
  readonly #notices: Notices;
  readonly #selection: Selection;
  /** The language of the last translation of a quote: most of a morning's are in one. */
  #language = 'en';
  /** The link that was aligned last, with what it depended on. */
  #last: { key: string; aligned: Promise<Aligned> } | undefined;

  constructor(model: CaseModel, notices: Notices, selection: Selection) {
    this.model = model;
    this.#notices = notices;
    this.#selection = selection;
  }

  /** Follows what is folded away in texts; returns how to stop. */
  follow(): () => void {
    const forget = () => (this.#last = undefined);
    const stops = [this.model.onRegions(forget), this.model.onRenewed(forget)];
    return () => stops.forEach((stop) => stop());
  }

  /** Translations of a document, and what it is a translation of. */
  of(document: string | undefined): TranslationLink[] {
    return document === undefined ? [] : translationsOf(this.model, document);
  }

  titleOf(document: string): string {
    return this.model.table('document').get(document)?.title ?? document;
  }

  /** The language that a quote of a document is likely to be translated into; empty when that is its own. */
  languageFor(document: string): string {
    const own = languageOfText(this.model.table('document').get(document));
    return own === this.#language ? '' : this.#language;
  }

  /** Remembers the language of a translation for the next one. */
  translatedInto(language: string): void {
    if (language !== '') this.#language = language;
  }

  /** Both texts of a link side by side; the last ones are kept. Throws as reading them does. */
  async aligned(link: DocumentLink): Promise<Aligned> {
    const blobOf = (id: string) => this.model.table('document').get(id)?.text.blob;
    const key = [link.id, link.rev, blobOf(link.from), blobOf(link.to)].join('/');
    if (this.#last?.key === key) return await this.#last.aligned;
    const aligned = this.#align(link);
    const last = { key, aligned };
    this.#last = last;
    // What could not be read is asked for anew the next time.
    aligned.catch(() => this.#last === last && (this.#last = undefined));
    return await aligned;
  }

  async #align(link: DocumentLink): Promise<Aligned> {
    const texts = await readBoth(this.model, link);
    return { texts, rows: await rowsOf(texts, link) };
  }

  /** Shows and flashes in the reader what the other document says at a place; says so where it leaves it out. */
  async goToSame({ link, other, isOriginal }: TranslationLink, { start }: Place): Promise<void> {
    const aligned = await this.#notices.attempt(() => this.aligned(link));
    if (!aligned) return;
    const found = besideIn(aligned, isOriginal ? 'left' : 'right', start);
    const title = this.titleOf(other);
    if (!found) return this.#notices.say(say('translations.no-place', { title }));
    if (found.isLeftOut) this.#notices.say(say('translations.left-out', { title }));
    this.#selection.select({ kind: 'document', id: other });
    const at = performance.now();
    this.#selection.reveal = { document: other, offset: found.start, end: found.end, at };
  }

  /** What a linked translation has beside a quote; undefined, and said, where it has nothing. */
  async take({ link, other }: TranslationLink, mark: Pick<Highlight, 'start'>) {
    const aligned = await this.#notices.attempt(() => this.aligned(link));
    if (!aligned) return undefined;
    const found = besideIn(aligned, 'left', mark.start);
    if (!found || found.isLeftOut) {
      this.#notices.say(say('translations.nothing-there', { title: this.titleOf(other) }));
      return undefined;
    }
    return this.#taken(link, aligned.texts.right.text.slice(found.start, found.end));
  }

  /** The author of a translation is its translator unless that is who wrote the original. */
  #taken({ from, to }: DocumentLink, text: string): Taken {
    const [translation, original] = [from, to].map((id) => this.model.table('document').get(id));
    const author = translation?.author === original?.author ? undefined : translation?.author;
    return {
      text,
      language: languageOfText(translation) ?? '',
      by: author ?? this.titleOf(from),
    };
  }
}

function besideIn({ texts, rows }: Aligned, side: TextSide, offset: number) {
  return placeBeside(rows, paragraphsOf(texts), side, offset);
}
