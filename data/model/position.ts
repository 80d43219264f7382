import { z } from 'zod';
import { stored } from './common.ts';

/** Where an actor stands in the network; its id is the actor's id with `@` before it. */
export const Position = z.strictObject({
  ...stored,
  id: z.string().regex(/^@/),
  /** Model coordinates of the node's centre, in CSS pixels at zoom 1. */
  x: z.number(),
  y: z.number(),
});
export type Position = z.infer<typeof Position>;

/** Id of the position record that belongs to an actor. */
export const positionId = (entity: string): string => `@${entity}`;
