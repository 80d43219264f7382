import { z } from 'zod';
import { Id, stored } from './common.ts';

/** How one document goes back to another. */
export const linkTypes = ['version-of', 'copy-of', 'excerpt-of', 'translation-of'] as const;
export const LinkType = z.enum(linkTypes);
export type LinkType = z.infer<typeof LinkType>;

/** What the analyst said of something that was proposed. What is refused is not proposed again. */
export const Verdict = z.enum(['confirmed', 'refused']);
export type Verdict = z.infer<typeof Verdict>;

/** Why there is another version of a document: its source changed, or it was read or corrected anew. */
export const VersionReason = z.enum(['changed-source', 'corrected', 'recognised', 'reread']);
export type VersionReason = z.infer<typeof VersionReason>;

/** Places of both documents that belong together, by the analyst's word: offsets where blocks begin. */
export const AlignedPair = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });
export type AlignedPair = z.infer<typeof AlignedPair>;

/**
 * A document that goes back to another one: the newer version, the copy, the excerpt or the translation
 * (`from`) to what it was made of (`to`). Both stay what they are; nothing is merged.
 */
export const DocumentLink = z.strictObject({
  ...stored,
  type: LinkType,
  from: Id,
  to: Id,
  state: Verdict,
  /** How alike they are where the program found it, 0 to 1. */
  score: z.number().min(0).max(1).exactOptional(),
  /** Of a version: why it was made, where the program made it. */
  why: VersionReason.exactOptional(),
  /** Of a translation: paragraphs that the analyst put side by side, in the order of `from`. */
  pairs: z.array(AlignedPair).max(100_000).exactOptional(),
});
export type DocumentLink = z.infer<typeof DocumentLink>;
