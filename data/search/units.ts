import type { Claim } from '../model/claim.ts';
import type { Tag } from '../model/codebook.ts';
import type { CaseDocument } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import type { CaseEvent } from '../model/event.ts';
import type { Highlight } from '../model/highlight.ts';
import type { Kind, RecordOf } from '../model/records.ts';
import type { Relation } from '../model/relation.ts';

/** What one search goes through: each is found by itself, and all words of a search must be in one of them. */
export const unitKinds = ['text', 'note', 'name', 'claim', 'tag'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Where words stand that were found: what they are of a record. */
export type SearchField =
  | 'text'
  | 'title'
  | 'source'
  | 'author'
  | 'place'
  | 'note'
  | 'caption'
  | 'translation'
  | 'name'
  | 'alias'
  | 'attribute'
  | 'event'
  | 'claim'
  | 'tag'
  | 'description';

/** Words of a record. */
export interface FieldWords {
  field: SearchField;
  text: string;
  /** The highlight that these words go back to. */
  mark?: string;
}

/** Something with words that is found by itself. */
export interface Unit {
  kind: UnitKind;
  of: Kind;
  id: string;
  /** The document that it belongs to. */
  document?: string;
  /** The highlight that it leads to. */
  mark?: string;
  fields: FieldWords[];
}

type Makers = { [K in Kind]?: (record: RecordOf<K>) => Unit[] };

/** A document without its working text: title, source and the like, and its note. */
function ofDocument(one: CaseDocument): Unit[] {
  const { id, title, publisher, author, place, note } = one;
  const fields = [
    ...words('title', title),
    ...words('source', publisher),
    ...words('author', author),
    ...words('place', place),
  ];
  const unit: Unit = { kind: 'text', of: 'document', id, document: id, fields };
  return [unit, ...noteOf('document', id, note, { document: id })];
}

function ofHighlight({ id, document, note, caption, translation }: Highlight): Unit[] {
  const fields = [
    ...words('note', note),
    ...words('caption', caption),
    ...words('translation', translation?.text),
  ];
  if (fields.length === 0) return [];
  return [{ kind: 'note', of: 'highlight', id, document, mark: id, fields }];
}

function ofEntity({ id, name, aliases, attributes = {}, note }: Entity): Unit[] {
  const fields: FieldWords[] = [
    ...words('name', name),
    ...aliases.flatMap((one) => words('alias', one.name, one.evidence)),
    ...Object.values(attributes).flatMap((value) => words('attribute', value)),
  ];
  return [{ kind: 'name', of: 'entity', id, fields }, ...noteOf('entity', id, note)];
}

function ofClaim({ id, text, evidence, note }: Claim): Unit[] {
  const [mark] = evidence;
  const beside = mark === undefined ? {} : { mark };
  const unit: Unit = { kind: 'claim', of: 'claim', id, ...beside, fields: words('claim', text) };
  return [unit, ...noteOf('claim', id, note, beside)];
}

function ofEvent({ id, type, title, evidence, note }: CaseEvent): Unit[] {
  const [mark] = evidence;
  const beside = mark === undefined ? {} : { mark };
  const fields = [...words('event', title), ...words('event', type)];
  return [
    { kind: 'name', of: 'event', id, ...beside, fields },
    ...noteOf('event', id, note, beside),
  ];
}

function ofRelation({ id, evidence: [mark], note }: Relation): Unit[] {
  return noteOf('relation', id, note, mark === undefined ? {} : { mark });
}

function ofTag({ id, name, description }: Tag): Unit[] {
  const fields = [...words('tag', name), ...words('description', description)];
  return [{ kind: 'tag', of: 'tag', id, fields }];
}

const makers: Makers = {
  document: ofDocument,
  highlight: ofHighlight,
  entity: ofEntity,
  claim: ofClaim,
  event: ofEvent,
  relation: ofRelation,
  tag: ofTag,
};

/** Kinds of records that have words of their own; working texts and highlights apart. */
export const searchedKinds = ['document', 'entity', 'claim', 'event', 'relation', 'tag'] as const;

/** What of a record is found by itself; a document is without its working text. */
export function unitsOf<K extends Kind>(kind: K, record: RecordOf<K>): Unit[] {
  return makers[kind]?.(record) ?? [];
}

function noteOf(
  of: Kind,
  id: string,
  note: string | undefined,
  beside: Pick<Unit, 'document' | 'mark'> = {},
): Unit[] {
  return note ? [{ kind: 'note', of, id, ...beside, fields: words('note', note) }] : [];
}

function words(field: SearchField, text: string | undefined, mark?: string): FieldWords[] {
  return text ? [{ field, text, ...(mark !== undefined && { mark }) }] : [];
}
