import { z } from 'zod';
import { Evidence, Id, Line, Prose, stored } from './common.ts';
import { Edtf } from './edtf.ts';

/** An actor's part in an event. */
export const Participant = z.strictObject({ entity: Id, role: Line.exactOptional() });
export type Participant = z.infer<typeof Participant>;

/** Something that happened, dated only as far as the text allows. */
export const CaseEvent = z.strictObject({
  ...stored,
  /** A word for what kind of thing happened: meeting, attack, founding, listing ... */
  type: Line,
  title: Line.exactOptional(),
  date: Edtf.exactOptional(),
  /** Id of the actor that is the place. */
  place: Id.exactOptional(),
  participants: z.array(Participant),
  evidence: Evidence,
  note: Prose.exactOptional(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
