import { z } from 'zod';
import { Evidence, Id, Prose, stored } from './common.ts';
import { Edtf } from './edtf.ts';

/** How a relation stands in the sources. */
export const RelationStatus = z.enum(['asserted', 'planned', 'disputed', 'denied', 'ended']);
export type RelationStatus = z.infer<typeof RelationStatus>;

/** A link between two actors, carried by quotes. */
export const Relation = z.strictObject({
  ...stored,
  /** Id of a relation type of the codebook. */
  type: Id,
  from: Id,
  to: Id,
  evidence: Evidence,
  period: Edtf.exactOptional(),
  status: RelationStatus,
  note: Prose.exactOptional(),
});
export type Relation = z.infer<typeof Relation>;
