import { z } from 'zod';
import { regionKinds } from '../text/region-kinds.ts';
import { Id, stored } from './common.ts';

/** What a region is. */
export const RegionKind = z.enum(regionKinds);
export type RegionKind = z.infer<typeof RegionKind>;

/**
 * Id of a region. What the program finds at import has the id of its document with a number behind it, so
 * that the same import gives the same ids.
 */
export const RegionId = z.union([
  Id,
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}~\d{1,9}$/),
]);

/** Id of the region that an import found as the `index`th (0, 1, ...) of a document. */
export const regionId = (document: string, index: number): string => `${document}~${index}`;

/** Where a region lies and what it is: a half-open range of UTF-16 code units of the working text. */
export const regionRange = {
  start: z.int().min(0),
  end: z.int().min(1),
  kind: RegionKind,
};
export type RegionRange = z.infer<z.ZodObject<typeof regionRange>>;

/**
 * A stretch of a document that is folded away: beside the text, so that its boundary can move. Regions of
 * one document do not overlap.
 */
export const Region = z.strictObject({
  ...stored,
  id: RegionId,
  document: Id,
  ...regionRange,
  /** Whether the program found it, or an analyst made it or moved it. */
  origin: z.enum(['program', 'analyst']),
});
export type Region = z.infer<typeof Region>;
