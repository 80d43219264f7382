import { z } from 'zod';
import { Sha256 } from '../model/common.ts';
import { say } from '../words/say.ts';

/** Name of the manifest within an archive; it is the last entry. */
export const MANIFEST = 'manifest.json';

/**
 * Files that a case in one file may hold, and nothing else: no folders, links, absolute or parent
 * names can be written in this form, none that Windows takes for a device, and no two names differ by
 * case alone.
 */
const allowed = [
  /^case(\.prev)?\.json$/,
  /^vault(\.copy)?\.json$/,
  /^documents\/(?!(?:con|prn|aux|nul|com\d|lpt\d)\.)[a-z0-9_-]{1,255}(\.prev)?\.json$/,
  /^texts\/[0-9a-f]{40,64}\.json$/,
  /^sources\/[0-9a-f]{40,64}$/,
  /^journal\/\d{6,}(-\d+)?\.ndjson$/,
];

/** Whether a case in one file may hold a file of this name. */
export const mayHold = (name: string): boolean => allowed.some((form) => form.test(name));

/** What an archive says of itself: which state of the case it holds, and the hash of every file. */
export const ArchiveManifest = z.strictObject({
  format: z.literal(1),
  /** Number of the last journal record in it. */
  n: z.int().min(1),
  files: z.record(
    z.string().refine(mayHold, say('model.archiveFile')),
    z.strictObject({ sha256: Sha256, size: z.int().min(0) }),
  ),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;
