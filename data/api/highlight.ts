import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { Highlight } from '../model/highlight.ts';
import type { Passage } from '../queries/passage.ts';
import type { Nearness } from '../queries/said-of.ts';
import { caseCall } from './call.ts';

/** A highlight with the name of its document, for lists of quotes. */
export interface Quote {
  highlight: Highlight;
  title: string;
}

/** The words that say what links two highlights. */
export interface Said {
  pair: readonly [string, string];
  /** One sentence or stretch, or the sentence of each; `mark` covers exactly the words. */
  words: readonly {
    document: string;
    start: number;
    end: number;
    quote: string;
    mark?: Highlight;
  }[];
  nearness: Nearness;
}

/** Calls that read highlights and quotes. */
export const highlightCalls = {
  /** Quotes by highlight id, in the order asked; ids that are gone are left out. */
  'highlight.quotes': caseCall(z.strictObject({ ids: z.array(Id).max(5000) })).gives<Quote[]>(),
  /** The words around quotes up to the ends of their sentences, in the order asked; null for ids that are gone. */
  'highlight.passages': caseCall(z.strictObject({ ids: z.array(Id).max(5000) })).gives<
    (Passage | null)[]
  >(),
  /** Numbers of the pages that highlights begin on, in the order asked; null for those without a page. */
  'highlight.pages': caseCall(z.strictObject({ ids: z.array(Id).max(5000) })).gives<
    (string | null)[]
  >(),
  /**
   * For pairs of highlights, each of one document: the words that say what links the two, and how near
   * they stand. A pair of which one is gone is left out.
   */
  'highlight.said': caseCall(z.strictObject({ pairs: z.array(z.tuple([Id, Id])).max(100) })).gives<
    Said[]
  >(),
  /**
   * Documents by highlight id, in the order asked. Costs no reading of documents, so for an id that is
   * not in the case (null mostly) it may, very rarely, name a document.
   */
  'highlight.documents': caseCall(z.strictObject({ ids: z.array(Id).max(5000) })).gives<
    (string | null)[]
  >(),
  /** Quotes that name an actor or carry a tag or one below it, in reading order by document, at most `limit`. */
  'highlight.with': caseCall(
    z.strictObject({
      entity: Id.exactOptional(),
      tag: Id.exactOptional(),
      /** Leaves out those in what is folded away. */
      unfolded: z.literal(true).exactOptional(),
      limit: z.int().min(1).max(5000),
    }),
  ).gives<Quote[]>(),
} as const;
