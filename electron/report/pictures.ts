import type { WantedPicture } from '#data/formats/report/pictures.ts';
import { groupBy } from '#data/queries/group.ts';
import type { Converter } from '../import/converter.ts';
import type { CaseStore } from '../storage/case-store.ts';

/**
 * Cuts the wanted rectangles out of their originals, in the processes that read foreign files: those know nothing of
 * the case. Answers base64 by highlight id; empty for one that could not be made (a file with a password, a broken
 * page), so that its caption stands alone. Throws `cancelled`.
 */
export async function cutPictures(
  store: Pick<CaseStore, 'state' | 'blobs'>,
  converter: Converter,
  wanted: readonly WantedPicture[],
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const pictures = Object.fromEntries(wanted.map(({ highlight }) => [highlight, '']));
  for (const [id, own] of groupBy(wanted, ({ document }) => document)) {
    const document = store.state.get('document', id);
    if (!document) continue;
    try {
      const { source } = document;
      const file = { name: source.origin, bytes: store.blobs.source(source.sha256) };
      const run = converter.cut({ file, mediaType: source.mediaType, wanted: own }, signal);
      for await (const { highlight, png } of run) {
        pictures[highlight] = Buffer.from(png).toString('base64');
      }
    } catch {
      signal.throwIfAborted();
    }
  }
  return pictures;
}
