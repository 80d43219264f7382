import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { PageWords } from '../text/page-words.ts';
import { caseCall, Offset } from './call.ts';

/** Calls for showing the original of a document. Bytes come as they are, not as JSON. */
export const pageCalls = {
  /** The original bytes. Throws `damaged`. */
  'page.source': caseCall(z.strictObject({ id: Id })).gives<Uint8Array>(),
  /** The words of [start, end); `page` (from 1) is that of words that were read from a picture. */
  'page.words': caseCall(
    z.strictObject({ id: Id, start: Offset, end: Offset, page: z.int().min(1) }),
  ).gives<PageWords>(),
  /** A file of the library that draws pages. Throws `not-found`. */
  'page.libraryFile': caseCall(
    z.strictObject({
      kind: z.enum(['cmaps', 'standard_fonts']),
      name: z
        .string()
        .regex(/^[\w-]+(?:\.[\w-]+)?$/)
        .max(100),
    }),
  ).gives<Uint8Array>(),
  /**
   * Where a saved web page is shown as it was saved; it takes the place of the one before. `leftOut`: how many of
   * its own pictures and styles are not in it. Throws `damaged`, `cancelled` when another one is asked for
   * meanwhile, and `empty-file` or `import-failed` where there is no page to show.
   */
  'page.original': caseCall(z.strictObject({ id: Id })).gives<{
    address: string;
    leftOut: number;
  }>(),
} as const;
