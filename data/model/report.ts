import { z } from 'zod';
import { Id, Line, Prose, stored } from './common.ts';

export const reportFields = {
  title: Line,
  /** Summary in the analyst's words; blank lines part paragraphs. */
  summary: Prose.exactOptional(),
  /** Ids of the report sections to print, in order; absent means all. */
  sections: z.array(Id).exactOptional(),
};
/** A report the analyst is writing: its words and choices, not its output. */
export const Report = z.strictObject({ ...stored, ...reportFields });
export type Report = z.infer<typeof Report>;
