import type { Days } from './days.ts';

/** One word of what is looked for, folded as the search says. */
export interface Term {
  text: string;
  /** A sign of a script without spaces: it stands alone, whatever is around it. */
  isSign?: true;
  /** Stands right behind the sign before it. */
  follows?: true;
  /** Any word that begins so. */
  prefix?: true;
  /** Any word at most so many letters away (put in, left out, changed: Levenshtein). */
  fuzzy?: 1 | 2;
}

/** Words that stand right behind each other. */
export interface Phrase {
  kind: 'phrase';
  terms: Term[];
}

/**
 * Phrases that stand near each other in any order: between the end of each and the beginning of the last there
 * are at most `within` words (as NEAR of FTS5 counts).
 */
export interface Near {
  kind: 'near';
  phrases: Phrase[];
  within: number;
}

/** What is looked for in words. */
export type Leaf = Phrase | Near;

/** Words that a document has beside its text, and what is said of it. */
export const wordFields = ['title', 'source', 'author', 'tag', 'actor', 'type'] as const;
export type WordField = (typeof wordFields)[number];

/** What a document is, in one word. */
export const valueFields = ['lang', 'marking', 'state', 'region'] as const;
export type ValueField = (typeof valueFields)[number];

export const fieldNames = [...wordFields, ...valueFields, 'date'] as const;
export type FieldName = (typeof fieldNames)[number];

/** What documents are asked for beside their words. */
export type Filter =
  | { kind: 'words'; field: WordField; leaf: Phrase }
  | { kind: 'value'; field: ValueField; value: string }
  /** Documents whose date may lie between two days. */
  | { kind: 'date'; days: Days };

/** A search as it was understood. */
export type Query =
  | Leaf
  | Filter
  | { kind: 'and'; parts: Query[] }
  | { kind: 'or'; parts: Query[] }
  | { kind: 'not'; part: Query };

/** What of a search could not be read, where (UTF-16, half-open), in words. */
export interface Problem {
  start: number;
  end: number;
  message: string;
}

/** Whether part of a query is looked for in words. */
export const isLeaf = (query: Query): query is Leaf =>
  query.kind === 'phrase' || query.kind === 'near';

/** What the places of a search are those of: every part that is not denied. */
export function positives(query: Query): (Leaf | Filter)[] {
  if (query.kind === 'not') return [];
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(positives);
  return [query];
}

/** Every part that something has to be asked of, denied ones too. */
export function askedOf(query: Query): (Leaf | Filter)[] {
  if (query.kind === 'not') return askedOf(query.part);
  if (query.kind === 'and' || query.kind === 'or') return query.parts.flatMap(askedOf);
  return [query];
}

/** Whether a query is true of something that answers for its leaves and filters. */
export function holds(query: Query, asks: (part: Leaf | Filter) => boolean): boolean {
  if (query.kind === 'and') return query.parts.every((part) => holds(part, asks));
  if (query.kind === 'or') return query.parts.some((part) => holds(part, asks));
  return query.kind === 'not' ? !holds(query.part, asks) : asks(query);
}
