import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { PictureFault, type FaultKind } from '#data/formats/import/pictures/fault.ts';

/**
 * Throws {@link PictureFault} when what is packed so (zlib) is damaged, or ends before it has given as many bytes
 * as are wanted (`short` says which fault that is). They are counted as they come, and never held.
 */
export async function needInflated(
  packed: Iterable<Uint8Array>,
  wanted: number,
  short: FaultKind,
): Promise<void> {
  const inflate = Readable.from(packed).pipe(createInflate());
  let length = 0;
  try {
    for await (const piece of inflate) length += (piece as Uint8Array).length;
  } catch (thrown) {
    const isCut = (thrown as { code?: string }).code === 'Z_BUF_ERROR';
    if (!isCut) throw new PictureFault('damaged');
  }
  if (length < wanted) throw new PictureFault(short);
}
