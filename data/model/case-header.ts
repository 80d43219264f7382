import { z } from 'zod';
import { Line, Marking, Prose, stored } from './common.ts';

/** The one record that every case has, under the id `case`. */
export const CaseHeader = z.strictObject({
  ...stored,
  id: z.literal('case'),
  /** Identity of the case for ever (UUIDv7), whatever its folder is called. */
  uid: z.string(),
  title: Line,
  summary: Prose.exactOptional(),
  /** Marking that new documents get, and the least that an export carries. Absent: unmarked. */
  marking: Marking.exactOptional(),
  codebook: Line,
});
export type CaseHeader = z.infer<typeof CaseHeader>;
