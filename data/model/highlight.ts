import { z } from 'zod';
import { Id, Instant, Line, Prose, stored } from './common.ts';

/** Number of code units kept before and after a quote, so that it can be found again in another text. */
export const CONTEXT = 32;

/** A rectangle on a page, in parts (0 to 1) of the page's width and height as it is shown unturned, from its top left. */
export const Area = z.strictObject({
  /** Counted from 1. */
  page: z.int().min(1),
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
});
export type Area = z.infer<typeof Area>;

/** What marked words say in another language, and on whose word. */
export const Translation = z.strictObject({
  text: Prose.min(1),
  /** BCP 47 tag. */
  language: Line.exactOptional(),
  /** The translator: a person, or the name of a program. */
  by: Line,
  /** Set when a program made it. */
  machine: z.literal(true).exactOptional(),
  at: Instant,
});
export type Translation = z.infer<typeof Translation>;

/**
 * How a highlight came from one version of a document to the next. `exact`: the same words in the same
 * surroundings; `moved`: the same words elsewhere; `uncertain`: words like them; `lost`: nothing like them.
 */
export const anchorStates = ['exact', 'moved', 'uncertain', 'lost'] as const;
export const AnchorState = z.enum(anchorStates);
export type AnchorState = z.infer<typeof AnchorState>;

const anchorRange = { start: z.int().min(0), end: z.int().min(0) };

/** What became of a highlight when its document got another version. */
export const Anchoring = z.strictObject({
  state: AnchorState,
  /** How well the words and their surroundings fit, 0 to 1. */
  score: z.number().min(0).max(1),
  /** Where it stood before, when it came along. */
  from: z.strictObject({ document: Id, ...anchorRange }).exactOptional(),
  /** The version that it waits to come to, with the place that its words may have there; it may be gone. */
  to: z
    .strictObject({
      document: Id,
      start: z.int().min(0).exactOptional(),
      end: z.int().min(0).exactOptional(),
    })
    .exactOptional(),
});
export type Anchoring = z.infer<typeof Anchoring>;

/**
 * Words of a document that the analyst marked. The anchor is a half-open range of UTF-16 code units
 * in the working text together with the quote and its surroundings (Web Annotation: TextPositionSelector
 * and TextQuoteSelector). What is marked on a page is a rectangle too; where it has no words, the range is
 * empty, lies where that page is in the text, and the quote is its caption.
 */
export const Highlight = z.strictObject({
  ...stored,
  document: Id,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  tags: z.array(Id),
  /** The actors these words name: “the two foreign ministers” are two. */
  entities: z.array(Id),
  note: Prose.exactOptional(),
  area: Area.exactOptional(),
  /** What the analyst says that a rectangle shows. */
  caption: Line.exactOptional(),
  translation: Translation.exactOptional(),
  anchoring: Anchoring.exactOptional(),
});
export type Highlight = z.infer<typeof Highlight>;

/** A highlight as it is answered: with `entity`, the first actor, as cases of format 1 had it. */
export type HighlightAnswer = Highlight & { entity?: Id };

/** A highlight as scripts know it. */
export function asAnswer(mark: Highlight): HighlightAnswer {
  const [entity] = mark.entities;
  return entity === undefined ? mark : { ...mark, entity };
}
