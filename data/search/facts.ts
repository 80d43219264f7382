import type { CaseDocument } from '../model/document.ts';
import type { Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import { regionsOf } from '../queries/regions-of.ts';
import { tagAndBelow } from '../queries/tag-tree.ts';
import { usersOf } from '../queries/users-of.ts';
import { daysOf, meet } from './days.ts';
import { ANY_REGION } from './fields.ts';
import { Matcher } from './matcher.ts';
import type { Filter, Phrase, WordField } from './query.ts';
import { tokensOf } from './tokens.ts';

/** What a highlight has that filters ask for. */
export type Label = { tag: string } | { entity: string };

/** Tags, actors and types by name, as fields ask for them: what highlights of such a field carry. */
function labelsOf(view: CaseView, field: WordField, leaf: Phrase): readonly Label[] | undefined {
  const isNamed = namedBy(leaf);
  if (field === 'tag') {
    const tags = new Map(Array.from(view.all('tag'), (tag) => [tag.id, tag]));
    const named = [...tags.values()].filter(({ name }) => isNamed(name));
    return [...new Set(named.flatMap(({ id }) => tagAndBelow(tags, id)))].map((tag) => ({ tag }));
  }
  if (field === 'actor') {
    const actors = Array.from(view.all('entity'));
    return actors
      .filter(({ name, aliases }) => isNamed(name) || aliases.some((one) => isNamed(one.name)))
      .map(({ id }) => ({ entity: id }));
  }
  if (field !== 'type') return undefined;
  const types = Array.from(view.all('entityType')).filter(
    ({ id, name, plural }) => isNamed(id) || isNamed(name) || isNamed(plural ?? ''),
  );
  const ids = new Set(types.map(({ id }) => id));
  const actors = Array.from(view.all('entity')).filter(({ type }) => ids.has(type));
  return actors.map(({ id }) => ({ entity: id }));
}

/** Whether a document is of a kind of file: `type:pdf`. */
function isFileKind({ source }: CaseDocument, leaf: Phrase): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(source.origin)?.[1] ?? '';
  return namedBy(leaf)(`${source.mediaType} ${ending}`);
}

/** Whether a name holds what is looked for. */
function namedBy(leaf: Phrase): (name: string) => boolean {
  const matcher = new Matcher(leaf);
  return (name) => name !== '' && matcher.count(tokensOf(name)) > 0;
}

/** Whether what a record of a document says fits a filter; undefined where something else must be asked. */
function fits(document: CaseDocument, filter: Filter): boolean | undefined {
  if (filter.kind === 'date') {
    const { published } = document;
    return published !== undefined && meet(daysOf(published), filter.days);
  }
  if (filter.kind === 'words') {
    if (filter.field === 'title') return namedBy(filter.leaf)(document.title);
    if (filter.field === 'author') return namedBy(filter.leaf)(document.author ?? '');
    return undefined;
  }
  const { field, value } = filter;
  if (field === 'lang') return isLanguage(document.language ?? '', value);
  if (field === 'state') return document.state === value;
  if (field === 'marking') return (document.marking ?? 'none') === value;
  return value === ANY_REGION ? true : undefined;
}

/** `zh` is any Chinese; `zh-hans` is that alone. */
function isLanguage(language: string, wanted: string): boolean {
  const known = language.toLowerCase();
  return known === wanted || known.startsWith(`${wanted}-`);
}

/** What documents are, asked of the case itself. What names stand for is looked up once per filter. */
export class CaseFacts {
  readonly #view: CaseView;
  readonly #labels = new Map<Filter, readonly Label[]>();
  readonly #documents = new Map<Filter, ReadonlySet<string>>();

  constructor(view: CaseView) {
    this.#view = view;
  }

  /** Whether a document fits a filter. */
  holds(filter: Filter, id: string): boolean {
    const document = this.#view.get('document', id);
    if (!document) return false;
    const known = fits(document, filter);
    if (known !== undefined) return known;
    if (filter.kind === 'value') return this.#hasRegion(id, filter.value);
    if (filter.kind !== 'words') return false;
    if (filter.field === 'source') return this.#isFrom(document, filter.leaf);
    if (filter.field === 'type' && isFileKind(document, filter.leaf)) return true;
    return this.#withLabels(filter).has(id);
  }

  /** Highlights of a document that fit a filter about highlights; undefined for another filter. */
  marksOf(filter: Filter, id: string): Highlight[] | undefined {
    if (filter.kind !== 'words') return undefined;
    const labels = this.#labelsOf(filter);
    if (!labels) return undefined;
    const wanted = new Set(labels.map((one) => ('tag' in one ? one.tag : one.entity)));
    return Array.from(this.#view.highlightsOf(id)).filter(
      ({ tags, entities }) =>
        tags.some((one) => wanted.has(one)) || entities.some((one) => wanted.has(one)),
    );
  }

  #isFrom({ id, publisher }: CaseDocument, leaf: Phrase): boolean {
    const isNamed = namedBy(leaf);
    if (isNamed(publisher ?? '')) return true;
    const origins = usersOf(this.#view, 'origin', 'document', id);
    return origins.some(({ state, name }) => state === 'confirmed' && isNamed(name));
  }

  #hasRegion(id: string, kind: string): boolean {
    return regionsOf(this.#view, id).some((region) => region.kind === kind);
  }

  #labelsOf(filter: Extract<Filter, { kind: 'words' }>): readonly Label[] | undefined {
    const known = this.#labels.get(filter);
    if (known) return known;
    const labels = labelsOf(this.#view, filter.field, filter.leaf);
    if (labels) this.#labels.set(filter, labels);
    return labels;
  }

  #withLabels(filter: Extract<Filter, { kind: 'words' }>): ReadonlySet<string> {
    const known = this.#documents.get(filter);
    if (known) return known;
    const found = new Set<string>();
    for (const label of this.#labelsOf(filter) ?? []) {
      for (const { document } of this.#view.highlightsWith(label)) found.add(document);
    }
    this.#documents.set(filter, found);
    return found;
  }
}
