import { z } from 'zod';
import { Colour, Id, Line, Prose, stored } from './common.ts';

/** A key that picks an entry in the tag bar: one letter or digit. */
export const Key = z.string().regex(/^[a-z0-9]$/i);

export const tagFields = {
  name: Line,
  parent: Id.exactOptional(),
  colour: Colour.exactOptional(),
  key: Key.exactOptional(),
  description: Prose.exactOptional(),
};
/** A label of the codebook; tags form a tree, and a child without colour has its parent's. */
export const Tag = z.strictObject({ ...stored, ...tagFields });
export type Tag = z.infer<typeof Tag>;

export const entityTypeFields = {
  name: Line,
  plural: Line.exactOptional(),
  /** Cytoscape node shape. */
  shape: Line,
  colour: Colour,
  colourDark: Colour.exactOptional(),
  icon: Line.exactOptional(),
  key: Key.exactOptional(),
};
/** A kind of actor: person, state, armed group ... */
export const EntityType = z.strictObject({ ...stored, ...entityTypeFields });
export type EntityType = z.infer<typeof EntityType>;

export const relationTypeFields = {
  /** Read from the first actor to the second: “member of”. */
  name: Line,
  /** Read the other way: “has member”. */
  inverse: Line.exactOptional(),
  directed: z.boolean(),
  /** Ids of the types of actors that the first and the second end have; absent: any. */
  fromTypes: z.array(Id).exactOptional(),
  toTypes: z.array(Id).exactOptional(),
  colour: Colour,
  colourDark: Colour.exactOptional(),
};
/** A kind of link between two actors. */
export const RelationType = z.strictObject({ ...stored, ...relationTypeFields });
export type RelationType = z.infer<typeof RelationType>;

/** A codebook file: what a new case starts with. Own ids, no stored fields. */
export const Codebook = z.strictObject({
  id: Id,
  name: Line,
  entityTypes: z.array(z.strictObject({ id: Id, ...entityTypeFields })).min(1),
  relationTypes: z.array(z.strictObject({ id: Id, ...relationTypeFields })),
  tags: z.array(z.strictObject({ id: Id, ...tagFields })),
});
export type Codebook = z.infer<typeof Codebook>;
