import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Id, Line, Prose } from '../model/common.ts';
import { CONTEXT, type Highlight } from '../model/highlight.ts';
import type { Alias } from '../model/entity.ts';
import type { Change } from '../model/records.ts';
import type { Ports } from '../ports.ts';
import type { CaseView } from '../state/case-view.ts';
import { change, clearable, identity, need, needAll, revise } from './edit.ts';
import { needUnused } from './need-unused.ts';
import { operation } from './operation.ts';
import { carriedBy } from './references.ts';
import { resolve } from './resolve.ts';

const offset = z.int().min(0);
/** Tags by id or by name. */
const TagsInput = z.array(Line);

/** Marks words of a document, with tags, the actor they name, a note, or nothing yet. */
export const highlightAdd = operation({
  name: 'highlight.add',
  schema: z.strictObject({
    id: Id.exactOptional(),
    document: Id,
    start: offset,
    end: offset,
    tags: TagsInput.exactOptional(),
    entity: Id.exactOptional(),
    note: Prose.exactOptional(),
  }),
  label: ({ document, start, end }, view) => `Highlight “${excerpt(view, document, start, end)}”`,
  // Not `make`: the input's schema and the text have each part right already (a property of the tests
  // holds records to their schemas), and the check would take a tenth of the time of the save that
  // people wait for most often. Spreading parts into the record would take as much again.
  run(view, { id, document, start, end, tags = [], entity, note }, ports) {
    need(view, 'document', document);
    if (entity !== undefined) need(view, 'entity', entity);
    const { quote, prefix, suffix } = anchor(view.text(document).text, start, end);
    const { id: ownId, rev, createdAt, updatedAt } = identity(view, ports, id);
    const mark: Highlight = {
      id: ownId,
      rev,
      createdAt,
      updatedAt,
      document,
      start,
      end,
      quote,
      prefix,
      suffix,
      tags: tagIds(view, tags),
    };
    if (entity !== undefined) mark.entity = entity;
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
    note: clearable(Prose),
  }),
  label: ({ id }, view) => `Change highlight “${shorten(view.get('highlight', id)?.quote ?? id)}”`,
  run(view, { tags, ...input }, ports) {
    const before = need(view, 'highlight', input.id);
    if (input.entity) need(view, 'entity', input.entity);
    const { start = before.start, end = before.end } = input;
    const moved = start !== before.start || end !== before.end;
    const after = revise(ports, 'highlight', before, {
      ...input,
      ...(moved ? anchor(view.text(before.document).text, start, end) : {}),
      ...(tags ? { tags: tagIds(view, tags) } : {}),
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
  label: ({ id }, view) => `Remove highlight “${shorten(view.get('highlight', id)?.quote ?? id)}”`,
  run(view, { id, cascade }, ports) {
    const mark = need(view, 'highlight', id);
    const users = carriedBy(view, id);
    if (!cascade) needUnused(view, 'highlight', id, users);
    const changes: Change[] = users.map(({ kind, id: user }) => {
      const record = need(view, kind, user);
      const evidence = record.evidence.filter((other) => other !== id);
      return change(
        kind,
        record,
        evidence.length ? revise(ports, kind, record, { evidence }) : null,
      );
    });
    return {
      id,
      changes: [
        ...withoutLinks(view, ports, changes),
        ...withoutProvenance(view, ports, new Set([id])),
        change('highlight', mark, null),
      ],
    };
  },
});

/** The changes that take highlights which go away off the other names of actors. */
export function withoutProvenance(
  view: CaseView,
  ports: Ports,
  gone: ReadonlySet<string>,
): Change[] {
  const changes: Change[] = [];
  for (const entity of view.all('entity')) {
    const isGone = (alias: Alias) => alias.evidence !== undefined && gone.has(alias.evidence);
    if (!entity.aliases.some(isGone)) continue;
    const aliases = entity.aliases.map((alias) => (isGone(alias) ? { name: alias.name } : alias));
    changes.push(change('entity', entity, revise(ports, 'entity', entity, { aliases })));
  }
  return changes;
}

/** Adds the changes that take links to removed claims off the claims that stay. */
export function withoutLinks(view: CaseView, ports: Ports, changes: Change[]): Change[] {
  const gone = new Set(
    changes.filter((one) => one.kind === 'claim' && !one.after).map(({ id }) => id),
  );
  if (gone.size === 0) return changes;
  const touched = new Map(changes.map((one) => [`${one.kind}/${one.id}`, one]));
  for (const claim of view.all('claim')) {
    if (gone.has(claim.id) || !claim.links.some((link) => gone.has(link.claim))) continue;
    const earlier = touched.get(`claim/${claim.id}`);
    const current = earlier?.kind === 'claim' && earlier.after ? earlier.after : claim;
    const links = claim.links.filter((link) => !gone.has(link.claim));
    const next = { ...revise(ports, 'claim', current, { links }), rev: claim.rev + 1 };
    touched.set(`claim/${claim.id}`, change('claim', claim, next));
  }
  return [...touched.values()];
}

/** Quote and surroundings of a range. Throws `outside-text`; a range may not split a surrogate pair. */
function anchor(text: string, start: number, end: number) {
  const split = [start, end].find((at) => splitsPair(text, at));
  if (split !== undefined) throw splitCharacter(text, start, end, split);
  if (start >= end || end > text.length) {
    throw new AppError(
      'outside-text',
      `The range ${start}-${end} is not a piece of this text (${text.length} characters). ` +
        'Nothing was changed; give a start before the end, both inside the text.',
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
    `Offset ${at} is in the middle of the character “${character}”, which takes the offsets ` +
      `${at - 1} and ${at}. Nothing was changed; give ${at - 1} or ${at + 1} instead.`,
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

/** What labels write as one space. */
const GAP = /[^\S ]|\s\s/;

/** At most 60 code units, for labels. */
export function shorten(text: string): string {
  const line = GAP.test(text) ? text.replace(/\s+/g, ' ') : text;
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
