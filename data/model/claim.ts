import { z } from 'zod';
import { Evidence, Id, Line, Prose, stored } from './common.ts';

/** Who says it: an actor of the case or a name, and on whose word they say it in turn. */
export interface Attribution {
  entity?: Id;
  name?: string;
  via?: Attribution;
}
export const Attribution: z.ZodType<Attribution> = z.strictObject({
  entity: Id.exactOptional(),
  name: Line.exactOptional(),
  get via() {
    return Attribution.exactOptional();
  },
});

/** Credibility of one piece of information (NATO / Admiralty); 6 means unknown, not worst. */
export const Credibility = z.enum(['1', '2', '3', '4', '5', '6']);
export type Credibility = z.infer<typeof Credibility>;

/** How two claims stand to each other. */
export const ClaimLink = z.strictObject({
  kind: z.enum(['corroborates', 'contradicts', 'same-origin-as']),
  claim: Id,
});
export type ClaimLink = z.infer<typeof ClaimLink>;

/** A statement that the sources make, with who makes it and the quotes that carry it. */
export const Claim = z.strictObject({
  ...stored,
  text: Prose.min(1),
  attribution: Attribution.exactOptional(),
  evidence: Evidence,
  credibility: Credibility.exactOptional(),
  links: z.array(ClaimLink),
  note: Prose.exactOptional(),
});
export type Claim = z.infer<typeof Claim>;
