import { z } from 'zod';
import { Id, Line, Prose } from '../model/common.ts';
import type { Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import { words } from '../words/say.ts';
import { anchor, AreaInput, TranslationInput, translationOf } from './anchor.ts';
import { change, clearable, identity, need, needAll, revise } from './edit.ts';
import { operation } from './operation.ts';
import { removal } from './remove.ts';
import { resolve } from './resolve.ts';

const offset = z.int().min(0);
/** Tags by id or by name. */
const TagsInput = z.array(Line);

/** The actors that words name: one, or several. Cases of format 1 knew one only. */
const actorsInput = { entity: Id.exactOptional(), entities: z.array(Id).exactOptional() };

/** The actors meant, none twice; undefined when none are spoken of. Throws `unknown-id`. */
function actorsOf(
  view: CaseView,
  { entity, entities }: { entity?: string | null; entities?: readonly string[] },
): string[] | undefined {
  if (entity === undefined && entities === undefined) return undefined;
  const ids = [...new Set([...(entity ? [entity] : []), ...(entities ?? [])])];
  needAll(view, 'entity', ids);
  return ids;
}

/**
 * Marks words of a document, or a rectangle on a page of it, with tags, the actors they name, a note, or
 * nothing yet. A rectangle without words has an empty range where its page is, and needs a caption.
 */
export const highlightAdd = operation({
  name: 'highlight.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    document: Id,
    start: offset,
    end: offset,
    tags: TagsInput.exactOptional(),
    ...actorsInput,
    note: Prose.exactOptional(),
    area: AreaInput.exactOptional(),
    caption: Line.exactOptional(),
    translation: TranslationInput.exactOptional(),
  }),
  label: ({ document, start, end }, view) =>
    words('history.highlight.add', { quote: excerpt(view, document, start, end) }),
  // Not `make`: the input's schema and the text have each part right already (a property of the tests
  // holds records to their schemas), and the check would take a tenth of the time of the save that
  // people wait for most often. Spreading parts into the record would take as much again.
  run(view, { id, document, start, end, tags = [], note, translation, ...more }, ports) {
    need(view, 'document', document);
    const { area, caption, ...named } = more;
    const entities = actorsOf(view, named) ?? [];
    const covered = { start, end, area, caption };
    const { quote, prefix, suffix } = anchor(view.text(document).text, covered);
    const { id: ownId, rev, createdAt, updatedAt, by } = identity(view, ports, id);
    const mark: Highlight = {
      id: ownId,
      rev,
      createdAt,
      updatedAt,
      by,
      document,
      start,
      end,
      quote,
      prefix,
      suffix,
      tags: tagIds(view, tags),
      entities,
    };
    if (note !== undefined) mark.note = note;
    if (area !== undefined) mark.area = area;
    if (caption !== undefined) mark.caption = caption;
    if (translation !== undefined) mark.translation = translationOf(translation, ports);
    return { id: mark.id, changes: [change('highlight', null, mark)] };
  },
});

/** Changes a highlight's tags, actors, note, caption or translation, or what it covers. */
export const highlightUpdate = operation({
  name: 'highlight.update',
  schema: z.strictObject({
    id: Id,
    start: offset.exactOptional(),
    end: offset.exactOptional(),
    tags: TagsInput.exactOptional(),
    entity: clearable(Id),
    entities: z.array(Id).exactOptional(),
    note: clearable(Prose),
    area: AreaInput.exactOptional(),
    caption: clearable(Line),
    translation: clearable(TranslationInput),
  }),
  label: ({ id }, view) => words('history.highlight.update', { quote: quoteOf(view, id) }),
  run(view, { tags, entity, entities, translation, ...input }, ports) {
    const before = need(view, 'highlight', input.id);
    const named = actorsOf(view, {
      ...(entity !== undefined && { entity }),
      ...(entities && { entities }),
    });
    const { start = before.start, end = before.end, area = before.area } = input;
    const caption = input.caption === undefined ? before.caption : (input.caption ?? undefined);
    const isOther =
      start !== before.start || end !== before.end || (start === end && caption !== before.caption);
    const after = revise(ports, 'highlight', before, {
      ...input,
      ...(isOther ? anchor(view.text(before.document).text, { start, end, area, caption }) : {}),
      ...(tags ? { tags: tagIds(view, tags) } : {}),
      ...(named ? { entities: named } : {}),
      ...(translation !== undefined && {
        translation: translation && translationOf(translation, ports),
      }),
    });
    return { id: input.id, changes: [change('highlight', before, after)] };
  },
});

/**
 * Removes a highlight. Refused with `in-use` while relations, events or claims stand on it, unless
 * `cascade`: then they lose this piece of evidence, and those that have no other go with it. Other
 * names of actors that were taken from it stay, without it.
 */
export const highlightRemove = operation({
  name: 'highlight.remove',
  schema: z.strictObject({ id: Id, cascade: z.boolean().exactOptional() }),
  label: ({ id }, view) => words('history.highlight.remove', { quote: quoteOf(view, id) }),
  run: (view, { id, cascade = false }, ports) => ({
    id,
    changes: removal(view, ports, { kind: 'highlight', id }, { cascade }),
  }),
});

function tagIds(view: CaseView, tags: readonly string[]): string[] {
  const ids = [...new Set(tags.map((tag) => resolve(view, 'tag', tag)))];
  needAll(view, 'tag', ids);
  return ids;
}

function excerpt(view: CaseView, document: string, start: number, end: number): string {
  return shorten(view.text(document).text.slice(start, end));
}

const quoteOf = (view: CaseView, id: string): string =>
  shorten(view.get('highlight', id)?.quote ?? id);

/** What labels write as one space. */
const GAP = /[^\S ]|\s\s/;

/** At most 60 code units, for labels. */
export function shorten(text: string): string {
  const line = GAP.test(text) ? text.replace(/\s+/g, ' ') : text;
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
