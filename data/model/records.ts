import { CaseHeader } from './case-header.ts';
import { Claim } from './claim.ts';
import { EntityType, RelationType, Tag } from './codebook.ts';
import { CaseDocument } from './document.ts';
import { DocumentLink } from './document-link.ts';
import { Entity } from './entity.ts';
import { CaseEvent } from './event.ts';
import { Highlight } from './highlight.ts';
import { Origin } from './origin.ts';
import { Position } from './position.ts';
import { Region } from './region.ts';
import { Relation } from './relation.ts';
import { Report } from './report.ts';

/** Schema of every kind of record. The key is the kind's name in the journal, on disk and over IPC. */
export const recordSchemas = {
  case: CaseHeader,
  document: CaseDocument,
  documentLink: DocumentLink,
  origin: Origin,
  region: Region,
  highlight: Highlight,
  tag: Tag,
  entityType: EntityType,
  relationType: RelationType,
  entity: Entity,
  relation: Relation,
  event: CaseEvent,
  claim: Claim,
  position: Position,
  report: Report,
} as const;

/** Every kind with the record it holds. */
export interface RecordTypes {
  case: CaseHeader;
  document: CaseDocument;
  documentLink: DocumentLink;
  origin: Origin;
  region: Region;
  highlight: Highlight;
  tag: Tag;
  entityType: EntityType;
  relationType: RelationType;
  entity: Entity;
  relation: Relation;
  event: CaseEvent;
  claim: Claim;
  position: Position;
  report: Report;
}
export type Kind = keyof RecordTypes;
export type RecordOf<K extends Kind> = RecordTypes[K];

/** All kinds, in the order in which a record may refer to earlier kinds. */
export const kinds = Object.keys(recordSchemas) as Kind[];

/** Kinds that stay in memory while a case is open; highlights are loaded with their document. */
export type ResidentKind = Exclude<Kind, 'highlight'>;
export const residentKinds = kinds.filter((kind): kind is ResidentKind => kind !== 'highlight');

/** Kinds that the window holds whole; regions and highlights come with the document that is read. */
export type WindowKind = Exclude<ResidentKind, 'region'>;
export const windowKinds = residentKinds.filter((kind): kind is WindowKind => kind !== 'region');

/** Whether a word is a kind of record that this program knows: a newer one may have more. */
export const isKind = (word: string): word is Kind => Object.hasOwn(recordSchemas, word);

/** One record's way from before to after; `null` means it was not there. */
export type Change = {
  [K in Kind]: { kind: K; id: string; before: RecordOf<K> | null; after: RecordOf<K> | null };
}[Kind];

/** A record together with its kind, as it is broadcast. */
export type KindedRecord = { [K in Kind]: { kind: K; record: RecordOf<K> } }[Kind];
