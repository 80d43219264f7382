import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id, Line, Prose } from '../model/common.ts';
import { CONTEXT, type Highlight } from '../model/highlight.ts';
import type { CaseView } from '../state/case-view.ts';
import { say, words } from '../words/say.ts';
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

/** Marks words of a document, with tags, the actors they name, a note, or nothing yet. */
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
  }),
  label: ({ document, start, end }, view) =>
    words('history.highlight.add', { quote: excerpt(view, document, start, end) }),
  // Not `make`: the input's schema and the text have each part right already (a property of the tests
  // holds records to their schemas), and the check would take a tenth of the time of the save that
  // people wait for most often. Spreading parts into the record would take as much again.
  run(view, { id, document, start, end, tags = [], note, ...named }, ports) {
    need(view, 'document', document);
    const entities = actorsOf(view, named) ?? [];
    const { quote, prefix, suffix } = anchor(view.text(document).text, start, end);
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
    return { id: mark.id, changes: [change('highlight', null, mark)] };
  },
});

/** Changes a highlight's tags, actor, note, or the words it covers. */
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
  }),
  label: ({ id }, view) => words('history.highlight.update', { quote: quoteOf(view, id) }),
  run(view, { tags, entity, entities, ...input }, ports) {
    const before = need(view, 'highlight', input.id);
    const named = actorsOf(view, {
      ...(entity !== undefined && { entity }),
      ...(entities && { entities }),
    });
    const { start = before.start, end = before.end } = input;
    const moved = start !== before.start || end !== before.end;
    const after = revise(ports, 'highlight', before, {
      ...input,
      ...(moved ? anchor(view.text(before.document).text, start, end) : {}),
      ...(tags ? { tags: tagIds(view, tags) } : {}),
      ...(named ? { entities: named } : {}),
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

/** Quote and surroundings of a range. Throws `outside-text`; a range may not split a surrogate pair. */
function anchor(text: string, start: number, end: number) {
  const split = [start, end].find((at) => splitsPair(text, at));
  if (split !== undefined) throw splitCharacter(text, start, end, split);
  if (start >= end || end > text.length) {
    throw new AppError(
      'outside-text',
      say('operations.noTextThere', { start, end, length: text.length }),
      { start, end, length: text.length },
    );
  }
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

function splitCharacter(text: string, start: number, end: number, at: number): AppError {
  const character = String.fromCodePoint(text.codePointAt(at - 1) ?? 0);
  return new AppError(
    'outside-text',
    say('operations.splitCharacter', { at, character, before: at - 1, after: at + 1 }),
    { start, end, length: text.length, at },
  );
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

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
