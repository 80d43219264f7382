import { z } from 'zod';
import { Id, Line, Prose, stored } from './common.ts';

/** Another name of an actor, and the highlight where it is used, if one was given. */
export const Alias = z.strictObject({ name: Line, evidence: Id.exactOptional() });
export type Alias = z.infer<typeof Alias>;

/** An actor: whoever or whatever takes part in relations and events. */
export const Entity = z.strictObject({
  ...stored,
  /** Id of an entity type of the codebook. */
  type: Id,
  name: Line,
  aliases: z.array(Alias),
  attributes: z.record(Line, Line).exactOptional(),
  note: Prose.exactOptional(),
});
export type Entity = z.infer<typeof Entity>;
