import type { Highlight } from '#data/model/highlight.ts';
import { IdTable, type TableContent } from './id-table.ts';
import { PostingLists } from './posting-lists.ts';

/** What an index is made from when it is read back. */
export interface IndexContent {
  /** Journal number that the index is at. */
  seq: number;
  /** Document ids; their places are the ordinals used everywhere else. */
  documents?: string[];
  table?: TableContent;
  /** Text of {@link PostingLists}. */
  lists?: string;
}

/**
 * Where highlights are, without the highlights: document by id, documents by actor and tag. Derived
 * from the highlight files and the journal; when in doubt it is built anew.
 */
export class HighlightIndex {
  /** Journal number up to which changes were in when the case was opened. */
  seq: number;
  readonly table: IdTable;
  readonly lists: PostingLists;
  readonly documents: string[];
  readonly #ordinals: Map<string, number>;

  constructor(content?: IndexContent) {
    this.seq = content?.seq ?? 0;
    this.table = new IdTable(content?.table);
    this.lists = new PostingLists(content?.lists);
    this.documents = content?.documents ?? [];
    this.#ordinals = new Map(this.documents.map((id, ordinal) => [id, ordinal]));
  }

  /** Documents that may hold the highlight with this id; none is certain. */
  documentsOf(id: string): string[] {
    return this.table.candidates(id).map((ordinal) => this.#document(ordinal));
  }

  /** Documents whose highlights may refer to an actor or a tag. */
  *documentsWith(reference: { entity: string } | { tag: string }): Iterable<string> {
    const key = 'entity' in reference ? `entity:${reference.entity}` : `tag:${reference.tag}`;
    for (const ordinal of this.lists.of(key)) yield this.#document(ordinal);
  }

  /** Takes one highlight's way into account. */
  follow(before: Highlight | null, after: Highlight | null): void {
    if (before && before.document !== after?.document) {
      this.table.remove(before.id, this.#ordinal(before.document));
    }
    if (!after) return;
    const ordinal = this.#ordinal(after.document);
    if (before?.document !== after.document) this.table.add(after.id, ordinal);
    for (const entity of after.entities) this.lists.add(`entity:${entity}`, ordinal);
    for (const tag of after.tags) this.lists.add(`tag:${tag}`, ordinal);
  }

  /** Ordinals are given by {@link #ordinal} only, so each has its document. */
  #document(ordinal: number): string {
    return this.documents[ordinal] as string;
  }

  #ordinal(document: string): number {
    const known = this.#ordinals.get(document);
    if (known !== undefined) return known;
    const ordinal = this.documents.push(document) - 1;
    this.#ordinals.set(document, ordinal);
    return ordinal;
  }
}
