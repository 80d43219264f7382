import { z } from 'zod';
import { Id, Prose, stored } from './common.ts';

/** Number of code units kept before and after a quote, so that it can be found again in another text. */
export const CONTEXT = 32;

/**
 * Words of a document that the analyst marked. The anchor is a half-open range of UTF-16 code units
 * in the working text together with the quote and its surroundings (Web Annotation: TextPositionSelector
 * and TextQuoteSelector).
 */
export const Highlight = z.strictObject({
  ...stored,
  document: Id,
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  tags: z.array(Id),
  /** The actors these words name: “the two foreign ministers” are two. */
  entities: z.array(Id),
  note: Prose.exactOptional(),
});
export type Highlight = z.infer<typeof Highlight>;

/** A highlight as it is answered: with `entity`, the first actor, as cases of format 1 had it. */
export type HighlightAnswer = Highlight & { entity?: Id };

/** A highlight as scripts know it. */
export function asAnswer(mark: Highlight): HighlightAnswer {
  const [entity] = mark.entities;
  return entity === undefined ? mark : { ...mark, entity };
}
