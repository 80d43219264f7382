import { z } from 'zod';
import { Id, Line, Name, stored } from './common.ts';
import { Verdict } from './document-link.ts';

/** Documents that draw on an origin: at least one, none twice. */
const Documents = z
  .array(Id)
  .min(1)
  .refine((ids) => new Set(ids).size === ids.length);

/** Fields of an origin that an analyst gives. */
export const originFields = {
  /** Whose words they are: an agency, an outlet, a ministry. */
  name: Name,
  documents: Documents,
  /** Why they are taken to go back to it. */
  reason: Line,
  /** The words that say so: half-open, in UTF-16 code units of that document's text. */
  from: z
    .strictObject({ document: Id, start: z.int().min(0), end: z.int().min(1) })
    .exactOptional(),
};

/**
 * One origin of several documents: what ten papers took from one wire is said once. Support counts
 * origins. A refused one says that those documents do not go back to it.
 */
export const Origin = z.strictObject({ ...stored, ...originFields, state: Verdict });
export type Origin = z.infer<typeof Origin>;
