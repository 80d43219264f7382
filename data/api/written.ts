import { z } from 'zod';
import { call } from './call.ts';

/** Calls about files that were written where the person chose. */
export const writtenCalls = {
  /**
   * Shows a file in the file manager that a call of this window wrote, by the name that its answer gave; the
   * window knows no more of it. Of two of one name the later is meant. Refuses with `not-found`.
   */
  'written.reveal': call(z.strictObject({ file: z.string().min(1).max(1000) })).gives<null>(),
} as const;
